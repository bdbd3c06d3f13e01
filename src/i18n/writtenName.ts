/**
 * A person's name in the one form that is compared: Unicode NFC, single spaces, none at the ends. The same name typed on
 * another keyboard, or with a space too many, is the same; capitals and accents count.
 */
export function writtenName(name: string): string {
  return name.normalize('NFC').trim().replace(/\s+/g, ' ');
}
