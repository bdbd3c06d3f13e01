import type { CertificateKeys, CertificateKeyStore } from '../../src/reports/ports.ts';
import { rotateKeys } from '../../src/reports/certificates/keys.ts';
import type { CoursePayload, ModulePayload } from '../../src/reports/certificates/payload.ts';
import { readPdf } from './readPdf.ts';

export const salt = 'c2FsdHNhbHRzYWx0c2FsdA';

export const modulePayload: ModulePayload = {
  statement: '0e5d7f3a-9c1b-5e2d-8f4a-1b2c3d4e5f60',
  module: 'module',
  version: 3,
  date: '2026-11-21',
  salt,
  name: 'n'.repeat(43),
};

export const coursePayload: CoursePayload = {
  statement: modulePayload.statement,
  course: 'course',
  modules: { first: 1, second: 2 },
  date: '2026-11-21',
  salt,
  name: 'n'.repeat(43),
};

/** A store of keys in memory. */
export function memoryKeyStore(): CertificateKeyStore {
  let kept: CertificateKeys | null = null;
  return {
    read: () => Promise.resolve(kept),
    change: (next) => Promise.resolve((kept = next(kept))),
  };
}

/** Keys nobody else has. */
export function someKeys(): Promise<CertificateKeys> {
  return rotateKeys(memoryKeyStore(), () => new Date('2026-11-01T08:00:00.000Z'));
}

/** The signed certificate that a PDF's link verifies. */
export async function certificateIn(pdf: Uint8Array): Promise<string> {
  const { links } = await readPdf(pdf);
  return new URL(links[0]!).searchParams.get('c')!;
}
