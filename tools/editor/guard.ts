import { randomBytes, timingSafeEqual } from 'node:crypto';

/** What a request says of where it comes from. */
export interface Caller {
  readonly method: string;
  readonly host: string | undefined;
  readonly origin: string | undefined;
  readonly fetchSite: string | undefined;
  /** The address of the other end of the connection. */
  readonly address: string | undefined;
}

/**
 * True when the request comes from this machine's own browser, from a page of this very server. A name that leads here but is not
 * this machine's (DNS rebinding), another site's form and another machine are all refused.
 */
export function isOwnCaller({ method, host, origin, fetchSite, address }: Caller): boolean {
  if (!isLoopbackAddress(address) || !isLoopbackHost(host)) return false;
  if (method === 'GET' || method === 'HEAD') return true;
  return origin === `http://${host}` && (fetchSite === undefined || fetchSite === 'same-origin');
}

function isLoopbackHost(host: string | undefined): boolean {
  return host !== undefined && /^(?:localhost|127\.0\.0\.1|\[::1\])(?::\d{1,5})?$/i.test(host);
}

function isLoopbackAddress(address: string | undefined): boolean {
  return address === '::1' || /^(?:::ffff:)?127\./.test(address ?? '');
}

/** A secret that a form of this server carries: another site's page cannot know it. */
export class FormToken {
  readonly value = randomBytes(24).toString('base64url');

  isRight(given: string): boolean {
    const [one, other] = [Buffer.from(given), Buffer.from(this.value)];
    return one.length === other.length && timingSafeEqual(one, other);
  }
}
