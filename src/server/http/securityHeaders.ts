/** Nothing inline, nothing from elsewhere (OWASP ASVS 5.0 3.4). */
const contentSecurityPolicy = (scripts: string) =>
  [
    "default-src 'none'",
    `script-src ${scripts}`,
    "style-src 'self'",
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

/** The policy of the page at a path, where it is another than every response's; null elsewhere. */
export function ownContentSecurityPolicy(path: string): string | null {
  return searchPage.test(path) ? contentSecurityPolicy("'self' 'wasm-unsafe-eval'") : null;
}

/** The headers of every response, static and error pages too. HSTS only where the public origin is https. */
export function securityHeaders(publicOrigin: string): Readonly<Record<string, string>> {
  return {
    'Content-Security-Policy': contentSecurityPolicy("'self'"),
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Permissions-Policy': 'camera=(), geolocation=(), microphone=()',
    'Referrer-Policy': 'strict-origin-when-cross-origin',
    'X-Content-Type-Options': 'nosniff',
    ...(publicOrigin.startsWith('https:') && { 'Strict-Transport-Security': 'max-age=31536000' }),
  };
}
