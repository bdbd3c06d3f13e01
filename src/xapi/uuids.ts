/** Whether a text is a UUID in its standard string form, of any version of variant 2 (xAPI 1.0.3, Data 2.4.1 and 4.4). */
export function isUuid(text: string): boolean {
  return text.length === 36 && /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i.test(text);
}

/** Whether a UUID is name-based (RFC 9562, 5.5: version 5), as the ids are that the server derives; others are random. */
export function isNameBased(uuid: string): boolean {
  return uuid[14] === '5';
}
