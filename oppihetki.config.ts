/** What an organisation sets for itself. Change it here; nothing else needs touching. */
export interface OppihetkiConfig {
  /** The organisation's name, shown in the footer and in titles. */
  readonly organisation: { readonly fi: string; readonly sv: string; readonly en: string };
  /** Where mistakes and accessibility feedback are told: a mailbox or a form's address. */
  readonly feedback: string;
  /** Who supervises accessibility, and where to complain. */
  readonly supervisor: {
    readonly name: { readonly fi: string; readonly sv: string; readonly en: string };
    readonly url: string;
  };
  /** The course served at the front page: a file of `src/content/courses` without its ending. */
  readonly course: string;
  /** The languages of the user interface, the first being the default. */
  readonly languages: readonly ['fi', 'sv', 'en'];
  /** When a session ends, in minutes: unused for `idle`, and in any case after `absolute`. */
  readonly session: { readonly idle: number; readonly absolute: number };
  /** How long what is kept, in months; `npm run retention` sees to it. docs/privacy.md tells why these. */
  readonly retention: {
    /** After somebody left: until it is forgotten who that was. */
    readonly namesOfLeavers: number;
    /** After somebody who never was on the roster last did anything: until it is forgotten who that was. */
    readonly namesOfUnlisted: number;
    /** After somebody left: until the nameless record is erased too; null keeps it. */
    readonly recordsOfLeavers: number | null;
    /** An entry of the audit log. */
    readonly auditLog: number;
    /** What undoes the last import of the roster. */
    readonly rosterUndo: number;
  };
  /**
   * Which claims of the identity provider tell what of a person, under AUTH=oidc: see docs/sign-in.md. A claim is named by
   * its name, or by the list of names that lead to it: ['realm_access', 'roles'].
   */
  readonly claims: {
    readonly name: string | readonly string[];
    /** The claim that lists roles or groups, and which of its values make a coordinator or a manager here. */
    readonly roles: {
      readonly claim: string | readonly string[];
      readonly coordinator: readonly string[];
      readonly manager: readonly string[];
    };
    /** The claim whose value is a unit's id, for people whom the roster does not have; null where there is none. */
    readonly unit: string | readonly string[] | null;
    /** The claim whose value is the person's id in the roster; null where there is none. */
    readonly rosterId: string | readonly string[] | null;
  };
}

export const config: OppihetkiConfig = {
  organisation: { fi: 'Helsingin kaupunki', sv: 'Helsingfors stad', en: 'City of Helsinki' },
  feedback: 'mailto:oppihetki@example.org',
  supervisor: {
    name: {
      fi: 'Liikenne- ja viestintävirasto Traficom',
      sv: 'Transport- och kommunikationsverket Traficom',
      en: 'Finnish Transport and Communications Agency Traficom',
    },
    url: 'https://www.saavutettavuusvaatimukset.fi/',
  },
  course: 'tyokyvyn-ja-tyollistymisen-tuki',
  languages: ['fi', 'sv', 'en'],
  session: { idle: 120, absolute: 720 },
  retention: { namesOfLeavers: 6, namesOfUnlisted: 24, recordsOfLeavers: 24, auditLog: 24, rosterUndo: 1 },
  claims: {
    name: 'name',
    roles: { claim: 'roles', coordinator: ['oppihetki-coordinator'], manager: ['oppihetki-manager'] },
    unit: 'oppihetki_unit',
    rosterId: 'employee_id',
  },
};
