import { completionsOf } from '../../completion/completions.ts';
import { possibleRegistrations } from '../../completion/renewal.ts';
import type { Today } from '../../completion/today.ts';
import type { CourseTree } from '../../course/tree.ts';
import type { StatementStore } from '../../lrs/ports.ts';
import { completionStatementId } from '../../xapi/ids.ts';
import { completed } from '../../xapi/verbs.ts';
import { helsinkiDate } from '../helsinkiTime.ts';
import type { PublicJwk } from './keys.ts';
import { type CertificatePayload, isOfCourse } from './payload.ts';
import { readCertificate, type ReadCertificate } from './signature.ts';

export type Verification =
  /** Signed by this installation, and the records still say the same. */
  | { readonly kind: 'valid'; readonly payload: CertificatePayload }
  /** Signed by this installation, but what it tells is not, or no longer, in the records: erased or withdrawn. */
  | { readonly kind: 'not-kept'; readonly payload: CertificatePayload }
  | Exclude<ReadCertificate, { readonly kind: 'signed' }>;

export interface VerifyParts {
  /** Read by today's ids. */
  readonly statements: Pick<StatementStore, 'get' | 'isVoided'>;
  readonly today: () => Today;
  readonly course: () => CourseTree;
  readonly idBase: string;
}

/**
 * Verifies a certificate: its signature, and that the records hold what it tells. Names nobody.
 *
 * @param text the certificate, or the address that is printed on it
 */
export async function verifyCertificate(
  parts: VerifyParts,
  text: string,
  keys: readonly PublicJwk[],
): Promise<Verification> {
  const token = text.trim().replace(/^https?:\/\/[^?]*\?c=/, '');
  const read = await readCertificate(token, keys);
  if (read.kind !== 'signed') return read;
  const { payload } = read;
  return { kind: (await isKept(parts, payload)) ? 'valid' : 'not-kept', payload };
}

async function isKept(parts: VerifyParts, payload: CertificatePayload): Promise<boolean> {
  const proof = await completionOf(parts, payload.statement);
  if (proof === null || helsinkiDate(proof.completedAt) !== payload.date) return false;
  const today = parts.today();
  if (!isOfCourse(payload))
    return proof.module === today.module(payload.module) && proof.moduleVersion === payload.version;
  const versions = new Map(Object.entries(payload.modules).map(([module, version]) => [today.module(module), version]));
  for (const [module, version] of versions) {
    if (!(await hasCompleted(parts, proof.account, { id: module, version }))) return false;
  }
  return versions.get(proof.module) === proof.moduleVersion;
}

/** Whether somebody completed a module in this version, the first time or as a renewal. */
async function hasCompleted(
  parts: VerifyParts,
  account: string,
  module: { readonly id: string; readonly version: number },
): Promise<boolean> {
  // Registrations are derived from the first id the module had, which a module that was taken out does not tell any more.
  const ids = parts.today().moduleIds(module.id);
  const registrations = ids.flatMap((id) => possibleRegistrations(parts.idBase, account, { ...module, id }));
  for (const { registration } of registrations) {
    if (await completionOf(parts, completionStatementId(registration, completed.id, module.version))) return true;
  }
  return false;
}

async function completionOf({ statements, idBase }: VerifyParts, id: string) {
  const statement = await statements.get(id);
  if (statement === null || (await statements.isVoided(id))) return null;
  return completionsOf([statement], idBase)[0] ?? null;
}
