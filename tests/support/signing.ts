import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto';

/** Keys of somebody who signs, and a certificate of them as `x5c` has it: DER in base64. */
export interface Signer {
  readonly privateKey: KeyObject;
  readonly certificate: string;
}

export function newSigner(): Signer {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const spki = publicKey.export({ type: 'spki', format: 'der' });
  return { privateKey, certificate: selfSigned(spki, privateKey).toString('base64') };
}

/** A JWS in the compact serialization (RFC 7515, 7.1). A payload that is no text is sent as JSON. */
export function jwsOf(signer: Signer, payload: unknown, header: Readonly<Record<string, unknown>> = {}): string {
  const whole = { alg: 'RS256', x5c: [signer.certificate], ...header };
  const text = typeof payload === 'string' ? payload : JSON.stringify(payload);
  const input = [JSON.stringify(whole), text].map((part) => Buffer.from(part).toString('base64url')).join('.');
  const hash = `sha${String(whole.alg).slice(2)}`;
  const signature = sign(
    ['sha256', 'sha384', 'sha512'].includes(hash) ? hash : 'sha256',
    Buffer.from(input),
    signer.privateKey,
  );
  return `${input}.${signature.toString('base64url')}`;
}

/** The smallest X.509 certificate (RFC 5280, 4.1) over a key, version 1, without names. */
function selfSigned(spki: Buffer, key: KeyObject): Buffer {
  const sha256WithRsa = der(0x30, der(0x06, Buffer.from('2a864886f70d01010b', 'hex')), der(0x05));
  const noName = der(0x30);
  const validity = der(0x30, ...['200101000000Z', '491231235959Z'].map((time) => der(0x17, Buffer.from(time))));
  const content = der(0x30, der(0x02, Buffer.from([1])), sha256WithRsa, noName, validity, noName, spki);
  return der(0x30, content, sha256WithRsa, der(0x03, Buffer.from([0]), sign('sha256', content, key)));
}

/** A value in DER (ITU-T X.690): its tag, its length, its content. */
function der(tag: number, ...contents: readonly Buffer[]): Buffer {
  const content = Buffer.concat(contents);
  const { length } = content;
  const size = length < 0x80 ? [length] : length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
  return Buffer.concat([Buffer.from([tag, ...size]), content]);
}
