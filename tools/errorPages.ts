/**
 * Whether a file of the built site is a page that answers for other addresses. It comes uncompressed and with the plain content
 * security policy, as pages made on demand do.
 * @param path from the site's root.
 */
export function isErrorPage(path: string): boolean {
  return /(?:^|[\\/])(?:403|404|500)(?:[\\/.]|$)/.test(path);
}
