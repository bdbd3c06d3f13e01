/**
 * A path of this site to go back to, or null for anything a browser could read as another site (OWASP ASVS 5.0 3.7.2):
 * it starts with one slash, holds no backslash or control character, and names no other origin once resolved.
 */
export function localPath(value: string | null | undefined): string | null {
  if (!value || value.length > 2000 || !value.startsWith('/') || hasUnsafeCharacter(value)) return null;
  const base = 'http://local.invalid';
  const url = URL.canParse(value, base) ? new URL(value, base) : null;
  return url?.origin === base && !url.pathname.startsWith('//') ? `${url.pathname}${url.search}${url.hash}` : null;
}

function hasUnsafeCharacter(value: string): boolean {
  return [...value].some((character) => character === '\\' || character <= ' ' || character === '\u007f');
}
