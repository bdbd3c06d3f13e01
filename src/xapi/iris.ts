const longest = 4096;

/** Never part of an IRI: controls, space, quotation marks, brackets and the like, a bare per cent sign (RFC 3987, 2.2). */
const excluded = /[\u0000-\u0020"<>\\^`{|}\u007f-\u009f]|%(?![0-9A-Fa-f]{2})/;

/**
 * Whether a text is an IRI with its scheme: the best-effort check that xAPI asks for (1.0.3, Data 2.2 and 4.3). Read in
 * one pass over at most 4,096 characters.
 */
export function isIri(text: string): boolean {
  const colon = schemeEnd(text);
  return colon > 0 && colon < text.length - 1 && text.length <= longest && hasIriCharacters(text);
}

/** Whether a text is a `mailto:` IRI of one address, as `mbox` needs it (Data 2.4.2.3). */
export function isMailto(text: string): boolean {
  const at = text.lastIndexOf('@');
  const start = 'mailto:'.length;
  if (!text.startsWith('mailto:') || text.length > 400 || at <= start || at === text.length - 1) return false;
  return hasIriCharacters(text) && !/[,;?/@]/.test(text.slice(at + 1)) && !/[,@]/.test(text.slice(start, at));
}

/** Where the colon after the scheme stands, or -1 (RFC 3986, 3.1). */
function schemeEnd(text: string): number {
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 0x3a) return at;
    const isSchemeCharacter =
      isLetter(code) || (at > 0 && (isDigit(code) || code === 0x2b || code === 0x2d || code === 0x2e));
    if (!isSchemeCharacter) return -1;
  }
  return -1;
}

function hasIriCharacters(text: string): boolean {
  return !excluded.test(text) && text.isWellFormed();
}

function isLetter(code: number): boolean {
  return (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a);
}

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}
