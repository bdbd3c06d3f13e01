/**
 * Whether an object within a JSON text names a member twice, which no property may be (xAPI 1.0.3, Data 2.2; 2.0.0, 4.2.1:
 * such a statement is rejected). Parsing keeps the last of them, so there are fewer members in the value than in the text.
 *
 * @param text valid JSON. @param value what it was parsed to
 */
export function hasRepeatedNames(text: string, value: unknown): boolean {
  const members = membersOf(value);
  return nameEndsIn(text) !== members && namesIn(text) !== members;
}

/**
 * How many colons stand behind a quotation mark or a space. Every name the text writes has one of its own, so there are no
 * fewer than names; as a rule there are no more either, and counting them is quicker.
 */
function nameEndsIn(text: string): number {
  let ends = 0;
  for (let at = text.indexOf(':'); at !== -1; at = text.indexOf(':', at + 1)) {
    const before = text.charCodeAt(at - 1);
    if (before === 0x22 || isSpace(before)) ends += 1;
  }
  return ends;
}

/** How many members the text writes: strings that a colon follows. */
function namesIn(text: string): number {
  let names = 0;
  for (let at = text.indexOf('"'); at !== -1; at = text.indexOf('"', at)) {
    at = afterString(text, at);
    while (isSpace(text.charCodeAt(at))) at += 1;
    if (text.charCodeAt(at) === 0x3a) names += 1;
  }
  return names;
}

/** Where a string that begins at `at` has ended: past the first quotation mark that an even number of backslashes precedes. */
function afterString(text: string, at: number): number {
  let end = text.indexOf('"', at + 1);
  while (text[end - 1] === '\\' && isEscaped(text, end)) end = text.indexOf('"', end + 1);
  return end + 1;
}

function isEscaped(text: string, at: number): boolean {
  let first = at;
  while (text[first - 1] === '\\') first -= 1;
  return (at - first) % 2 === 1;
}

function isSpace(code: number): boolean {
  return code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09;
}

function membersOf(value: unknown): number {
  let members = 0;
  const waiting: unknown[] = [value];
  while (waiting.length > 0) {
    const container = waiting.pop();
    if (container === null || typeof container !== 'object') continue;
    const items = Object.values(container);
    if (!Array.isArray(container)) members += items.length;
    for (const item of items) if (item !== null && typeof item === 'object') waiting.push(item);
  }
  return members;
}
