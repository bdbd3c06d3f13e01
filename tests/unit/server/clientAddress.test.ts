import { describe, expect, it } from 'vitest';
import { readTrustedProxies } from '../../../src/server/config/trustedProxies.ts';
import { addressKey, clientAddress } from '../../../src/server/http/clientAddress.ts';

const trusted = readTrustedProxies('10.0.0.0/8 fd00::1', []);
const from = (remoteAddress: string | undefined, forwarded?: string) =>
  clientAddress(
    { socket: { remoteAddress }, headers: forwarded === undefined ? {} : { 'x-forwarded-for': forwarded } } as never,
    trusted,
  );

describe('the address a request came from', () => {
  it.each<[string, string | undefined, string | undefined, string]>([
    ['is the socket’s', '203.0.113.5', undefined, '203.0.113.5'],
    ['is the socket’s, whatever a client says who is no proxy', '203.0.113.5', '198.51.100.1', '203.0.113.5'],
    ['is what a trusted proxy says', '10.0.0.1', '198.51.100.1', '198.51.100.1'],
    ['is the last that no proxy added', '10.0.0.1', '1.2.3.4, 198.51.100.1, 10.0.0.2', '198.51.100.1'],
    ['is not what a client put in front', '10.0.0.1', '127.0.0.1, 198.51.100.1', '198.51.100.1'],
    ['is the proxy’s where it says nothing', '10.0.0.1', undefined, '10.0.0.1'],
    ['is the proxy’s where it says nonsense', '10.0.0.1', 'unknown', '10.0.0.1'],
    ['is the last proxy’s where nonsense stands before it', '10.0.0.1', '<script>, 10.0.0.2', '10.0.0.2'],
    ['is read with a port', '10.0.0.1', '198.51.100.1:4711', '198.51.100.1'],
    ['is read in brackets with a port', 'fd00::1', '[2001:db8::5]:4711', '2001:db8::5'],
    ['is IPv4 where it comes as IPv6', '::ffff:10.0.0.1', '::ffff:198.51.100.1', '198.51.100.1'],
    ['is nothing where the socket is gone', undefined, '198.51.100.1', ''],
  ])('%s', (_, socket, forwarded, expected) => {
    expect(from(socket, forwarded)).toBe(expected);
  });
});

describe('limits by address', () => {
  it.each([
    ['203.0.113.5', '203.0.113.5'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
    ['2001:db8:1:2::9', '2001:db8:1:2'],
    ['2001:0DB8:0001:0002::', '2001:db8:1:2'],
    ['::1', '0:0:0:0'],
    ['fe80::1%eth0', 'fe80:0:0:0'],
    ['', ''],
  ])('count %s under %s', (address, key) => {
    expect(addressKey(address)).toBe(key);
  });
});
