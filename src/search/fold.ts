/**
 * A text as it is compared: small letters without their dots and rings. Whoever has no ä on the keyboard finds the same,
 * and vowel harmony needs no rules of its own.
 */
export function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
