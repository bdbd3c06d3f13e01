/** Nothing inline but what is named, nothing from elsewhere (OWASP ASVS 5.0 3.4). */
const contentSecurityPolicy = ({ scripts, styles }: { scripts: string; styles: string }) =>
  [
    "default-src 'none'",
    `script-src ${scripts}`,
    `style-src ${styles}`,
    "img-src 'self' data:",
    "font-src 'self'",
    "media-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    "object-src 'none'",
    "base-uri 'none'",
  ].join('; ');

/** The search page alone runs WebAssembly: Pagefind's. */
const searchPage = /^\/[a-z]{2}\/search\/?$/;

/** What stands in built pages themselves, each named by its hash (CSP 3, 8.3: `sha256-…` in Base64). The build writes them down. */
export interface InlineHashes {
  readonly styles: readonly string[];
  readonly scripts: readonly string[];
}

/** The policy of a built page at a path: the styles and scripts that the build wrote into its pages may apply, and no others inline. */
export function pageContentSecurityPolicy(path: string, inline: InlineHashes): string {
  const named = (hashes: readonly string[]) => hashes.map((hash) => `'${hash}'`);
  const assembly = searchPage.test(path) ? ["'wasm-unsafe-eval'"] : [];
  return contentSecurityPolicy({
    scripts: ["'self'", ...named(inline.scripts), ...assembly].join(' '),
    styles: ["'self'", ...named(inline.styles)].join(' '),
  });
}

/** The headers of every response, static and error pages too. HSTS only where the public origin is https. */
export function securityHeaders(publicOrigin: string): Readonly<Record<string, string>> {
  return {
    'Content-Security-Policy': contentSecurityPolicy({ scripts: "'self'", styles: "'self'" }),
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Permissions-Policy': 'camera=(), geolocation=(), microphone=()',
    'Referrer-Policy': 'strict-origin-when-cross-origin',
    'X-Content-Type-Options': 'nosniff',
    ...(publicOrigin.startsWith('https:') && { 'Strict-Transport-Security': 'max-age=31536000' }),
  };
}
