import type { IncomingMessage } from 'node:http';
import { type BlockList, isIP } from 'node:net';

/**
 * The address a request came from: the socket's, or, where that is a trusted proxy's, the last one in `X-Forwarded-For`
 * that is no trusted proxy's. What a client itself put in front of that is never believed (OWASP ASVS 5.0 4.1.3).
 */
export function clientAddress(request: Pick<IncomingMessage, 'socket' | 'headers'>, trusted: BlockList): string {
  let address = plain(request.socket.remoteAddress ?? '');
  const forwarded = [request.headers['x-forwarded-for'] ?? []].flat().join(',').split(',');
  while (isTrusted(address, trusted)) {
    const before = plain(forwarded.pop()?.trim() ?? '');
    if (isIP(before) === 0) return address;
    address = before;
  }
  return address;
}

/**
 * What limits by address count under: an IPv6 network of 64 bits, which one household or device has whole, else the address.
 */
export function addressKey(address: string): string {
  if (isIP(address) !== 6) return address;
  const [head = '', tail] = address.split('%', 1)[0]!.split('::', 2) as [string, string?];
  const front = head === '' ? [] : head.split(':');
  const back = tail ? tail.split(':') : [];
  const missing = tail === undefined ? [] : Array<string>(Math.max(0, 8 - front.length - back.length)).fill('0');
  return [...front, ...missing, ...back]
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':');
}

/** An address without a port, and an IPv4 one as such where it comes in the form of IPv6 (RFC 4291 2.5.5.2). */
function plain(address: string): string {
  const [, bracketed] = /^\[(.+)\](?::\d+)?$/.exec(address) ?? [];
  const [, withPort] = /^(\d+\.\d+\.\d+\.\d+):\d+$/.exec(address) ?? [];
  return (bracketed ?? withPort ?? address).replace(/^::ffff:(?=\d+\.)/i, '');
}

function isTrusted(address: string, trusted: BlockList): boolean {
  const version = isIP(address);
  return version !== 0 && trusted.check(address, version === 6 ? 'ipv6' : 'ipv4');
}
