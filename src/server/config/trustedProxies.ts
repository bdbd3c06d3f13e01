import { BlockList, isIP } from 'node:net';

/** Reads `TRUSTED_PROXY`: addresses and networks (CIDR), separated by spaces or commas. Without any, no proxy is believed. */
export function readTrustedProxies(value: string | undefined, problems: string[]): BlockList {
  const proxies = new BlockList();
  for (const word of (value ?? '').split(/[\s,]+/).filter(Boolean)) {
    const [address = '', bits, ...rest] = word.split('/');
    const version = isIP(address);
    const most = version === 6 ? 128 : 32;
    const prefix = bits === undefined ? most : /^\d{1,3}$/.test(bits) ? Number(bits) : Number.NaN;
    if (version === 0 || rest.length > 0 || !(prefix <= most)) {
      problems.push(`TRUSTED_PROXY names "${word}": give addresses or networks, such as 10.0.0.5 or 10.0.0.0/24.`);
    } else if (prefix === 0) {
      problems.push(
        `TRUSTED_PROXY names "${word}": that believes everybody. Give the addresses of your proxies alone.`,
      );
    } else {
      proxies.addSubnet(address, prefix, version === 6 ? 'ipv6' : 'ipv4');
    }
  }
  return proxies;
}
