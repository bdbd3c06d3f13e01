import { isIP } from 'node:net';

/** True for 127.0.0.0/8, ::1 and localhost, with or without brackets. Takes a host name without a port. */
export function isLoopbackHost(host: string): boolean {
  const bare = host.replace(/^\[|\]$/g, '').toLowerCase();
  return bare === 'localhost' || bare === '::1' || (isIP(bare) === 4 && bare.startsWith('127.'));
}

/**
 * An address of http or https, without credentials, query and fragment; null where there is none or it is wrong.
 *
 * @param name of the variable, for the line that tells what is wrong
 * @param pathAllowed whether it may have a path; it comes back without slashes at its end then, else as a bare origin
 */
export function readOrigin(
  name: string,
  value: string | undefined,
  problems: string[],
  pathAllowed = false,
): string | null {
  if (!value) return null;
  const url = URL.canParse(value) ? new URL(value) : null;
  const plain = url && /^https?:$/.test(url.protocol) && !url.username && !url.password && !/[?#\s]/.test(value);
  if (!plain || (!pathAllowed && url.pathname !== '/')) {
    const without = pathAllowed ? 'a query or a fragment' : 'a path';
    problems.push(`${name} is "${value}": give an address such as https://oppihetki.example.org, without ${without}.`);
    return null;
  }
  return pathAllowed ? value.replace(/\/+$/, '') : url.origin;
}
