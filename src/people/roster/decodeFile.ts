export type Decoded =
  | { readonly ok: true; readonly text: string; readonly encoding: string }
  /** Why the bytes are no text, and what to do. */
  | { readonly ok: false; readonly text: string };

const mostBytes = 50_000_000;

/**
 * The text of a file that Excel or another program saved: UTF-8 with or without its mark, UTF-16 with its mark (Excel's
 * "Unicode text"), or Windows-1252 (Excel's plain CSV in western Europe). Anything else is refused, never guessed at.
 */
export function decodeFile(bytes: Uint8Array): Decoded {
  if (bytes.length === 0) return refused('The file is empty.');
  if (bytes.length > mostBytes)
    return refused('The file is larger than 50 MB. A roster is not: check which file it is.');
  if (startsWith(bytes, [0x50, 0x4b, 0x03, 0x04]) || startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0]))
    return refused('This is an Excel workbook. Save it in Excel as "CSV UTF-8" and give that file.');
  if (startsWith(bytes, [0xff, 0xfe])) return decoded(bytes, 'utf-16le', 'UTF-16');
  if (startsWith(bytes, [0xfe, 0xff])) return decoded(bytes, 'utf-16be', 'UTF-16');
  if (bytes.includes(0)) return refused('This is no text file, or its encoding is unknown. Save it as "CSV UTF-8".');
  const utf8 = decoded(bytes, 'utf-8', 'UTF-8');
  return utf8.ok || !isWindows1252(bytes) ? utf8 : decoded(bytes, 'windows-1252', 'Windows-1252');
}

/** Bytes that Windows-1252 leaves unused, and control characters that no table holds. */
function isWindows1252(bytes: Uint8Array): boolean {
  const unused = new Set([0x81, 0x8d, 0x8f, 0x90, 0x9d]);
  return bytes.every((byte) => !unused.has(byte) && (byte >= 0x20 || byte === 0x09 || byte === 0x0a || byte === 0x0d));
}

function decoded(bytes: Uint8Array, label: string, encoding: string): Decoded {
  try {
    return { ok: true, text: new TextDecoder(label, { fatal: true }).decode(bytes), encoding };
  } catch {
    return refused(`The file is neither whole UTF-8 nor Windows-1252 nor UTF-16. Save it in Excel as "CSV UTF-8".`);
  }
}

function refused(text: string): Decoded {
  return { ok: false, text };
}

function startsWith(bytes: Uint8Array, beginning: readonly number[]): boolean {
  return beginning.every((byte, index) => bytes[index] === byte);
}
