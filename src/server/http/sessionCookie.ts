import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { parse } from 'hono/utils/cookie';

/**
 * Tells browser code that somebody is signed in, so that visitors who are not cause no refused request.
 * It holds nothing about the person, and the server never believes it.
 */
export const hintCookie = 'oppihetki-signed-in';

/** The name of the session's cookie; on http (loopback only) without the prefix that browsers tie to https. */
export function sessionCookie(secure: boolean): string {
  return secure ? '__Host-oppihetki-session' : 'oppihetki-session';
}

/** The session id a request carries, or null. `secure`: the public origin is https. */
export function sessionIdOf(context: Context, secure: boolean): string | null {
  return getCookie(context, sessionCookie(secure)) ?? null;
}

/** The same from a Cookie header. */
export function sessionIdIn(cookieHeader: string | undefined, secure: boolean): string | null {
  return parse(cookieHeader ?? '', sessionCookie(secure))[sessionCookie(secure)] ?? null;
}

/** Gives the session id to the browser (OWASP ASVS 5.0 3.3). */
export function giveSession(context: Context, sessionId: string, secure: boolean): void {
  const common = { path: '/', secure, sameSite: 'Lax' } as const;
  setCookie(context, sessionCookie(secure), sessionId, { ...common, httpOnly: true });
  setCookie(context, hintCookie, '1', common);
}

/** Takes the session id from the browser. */
export function takeSession(context: Context, secure: boolean): void {
  deleteCookie(context, sessionCookie(secure), { path: '/', secure });
  deleteCookie(context, hintCookie, { path: '/', secure });
}
