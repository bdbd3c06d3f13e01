import type { Today } from '../../completion/today.ts';
import type { CourseTree } from '../../course/tree.ts';
import type { Language } from '../../i18n/languages.ts';
import type { StatementStore } from '../../lrs/ports.ts';
import type { Person } from '../../people/ports.ts';
import { helsinkiDate } from '../helsinkiTime.ts';
import type { CertificateKeys, CertificateKeyStore } from '../ports.ts';
import { type Earned, earnedCourse, earnedModule } from './earned.ts';
import { keptKeys, publicKeys, type PublicJwk } from './keys.ts';
import { nameHash, nameSalt } from './nameHash.ts';
import type { CertificatePayload } from './payload.ts';
import { certificatePdf } from './pdf/certificatePdf.ts';
import { readTypeface, type Typeface } from './pdf/typeface.ts';
import { signCertificate } from './signature.ts';
import { type Verification, verifyCertificate } from './verify.ts';

/** What somebody wants a certificate of. */
export type Wanted =
  { readonly kind: 'module'; readonly module: string } | { readonly kind: 'course'; readonly course: string };

export type Issued =
  | { readonly kind: 'issued'; readonly pdf: Uint8Array }
  /** There is no such module or course, or this person has not completed it. */
  | { readonly kind: 'not-earned' }
  /** The person's name is not known here any more. */
  | { readonly kind: 'nameless' };

export interface Certificates {
  /**
   * A person's own certificate as a PDF. Nothing is stored for it: the same completion, name, key and content give the
   * same bytes.
   */
  issue(person: Person, wanted: Wanted, lang: Language): Promise<Issued>;
  /** The course's id where the person has completed all of it, else null. */
  completedCourse(person: Person): Promise<string | null>;
  /** @param text a certificate, or the address that is printed on it */
  verify(text: string): Promise<Verification>;
  publicKeys(): Promise<readonly PublicJwk[]>;
}

/** Certificates of completed modules and of the whole course, and their verification. */
export function createCertificates(parts: {
  /** Read by today's ids. */
  readonly statements: Pick<StatementStore, 'get' | 'isVoided' | 'ofRegistration'>;
  readonly today: () => Today;
  readonly keys: CertificateKeyStore;
  readonly course: () => CourseTree;
  readonly idBase: string;
  readonly publicOrigin: string;
  /** Who gives the certificate, by language. */
  readonly organisation: Readonly<Record<Language, string>>;
  readonly clock: () => Date;
}): Certificates {
  const { keys, course, publicOrigin, organisation, clock } = parts;
  const isCourse = (id: string) => id === course().id;
  let typeface: Promise<Typeface> | null = null;

  return {
    async issue(person, wanted, lang) {
      const earned = await earnedOf(person, wanted);
      if (earned === null) return { kind: 'not-earned' };
      if (person.name === null) return { kind: 'nameless' };
      const kept = await keptKeys(keys, clock);
      const payload = payloadOf(earned, wanted, person.name, kept);
      const content = {
        lang,
        name: person.name,
        organisation: organisation[lang],
        course: course(),
        ofCourse: wanted.kind === 'course',
        earned,
        verifyPage: `${publicOrigin}/${lang}/verify/`,
        token: await signCertificate(payload, kept),
      };
      typeface ??= readTypeface();
      const pdf = await certificatePdf(content, await typeface);
      return { kind: 'issued', pdf };
    },
    async completedCourse(person) {
      return (await earnedCourse(parts, person.id)) === null ? null : course().id;
    },
    async verify(text) {
      return verifyCertificate(parts, text, publicKeys(await keys.read()));
    },
    async publicKeys() {
      return publicKeys(await keys.read());
    },
  };

  async function earnedOf(person: Person, wanted: Wanted): Promise<Earned | null> {
    if (wanted.kind === 'module') return earnedModule(parts, person.id, parts.today().module(wanted.module));
    return isCourse(wanted.course) ? earnedCourse(parts, person.id) : null;
  }
}

/** What is signed; its members always in this order, for the signature is over the text. */
function payloadOf(
  { modules, last }: Earned,
  wanted: Wanted,
  name: string,
  { saltSecret }: CertificateKeys,
): CertificatePayload {
  const salt = nameSalt(saltSecret, last.statementId);
  const versions = modules.map(({ module, completion }) => [module.id, completion.moduleVersion] as const);
  return {
    statement: last.statementId,
    ...(wanted.kind === 'course'
      ? { course: wanted.course, modules: Object.fromEntries(versions) }
      : { module: last.module, version: last.moduleVersion }),
    date: helsinkiDate(last.completedAt),
    salt,
    name: nameHash(salt, name),
  };
}
