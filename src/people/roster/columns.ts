import { quoted } from './problems.ts';

export type PeopleColumn = 'id' | 'name' | 'email' | 'unit' | 'manages' | 'language';
export type UnitsColumn = 'id' | 'name' | 'parent';

/** The columns of a file by what they hold: where each stands, from 0. */
export type Columns<Name extends string> = Partial<Readonly<Record<Name, number>>>;

export interface ColumnKind {
  /** What a header may say, in Finnish, Swedish and English; the first is named in messages. */
  readonly headers: readonly string[];
  readonly required: boolean;
}

/**
 * A bare "esihenkilö", "chef" or "manager" is no header of ours: exports of personnel systems write there who manages this
 * person, and taking that for a unit to manage would give rights.
 */
export const peopleColumns: Readonly<Record<PeopleColumn, ColumnKind>> = {
  id: {
    headers: [
      'tunnus',
      'henkilönumero',
      'työntekijänumero',
      'id',
      'anställningsnummer',
      'person id',
      'employee id',
      'employee number',
    ],
    required: true,
  },
  name: { headers: ['nimi', 'koko nimi', 'namn', 'name', 'full name'], required: true },
  email: {
    headers: ['sähköposti', 'sähköpostiosoite', 'e-post', 'e-postadress', 'email', 'e-mail', 'email address'],
    required: false,
  },
  unit: { headers: ['yksikkö', 'yksikön tunnus', 'enhet', 'enhetens id', 'unit', 'unit id'], required: true },
  manages: {
    headers: [
      'esihenkilö yksikölle',
      'esihenkilö yksikössä',
      'johtaa yksikköä',
      'chef för enhet',
      'leder enhet',
      'manager of unit',
      'manages',
      'manages unit',
    ],
    required: false,
  },
  language: { headers: ['kieli', 'asiointikieli', 'språk', 'language'], required: false },
};

export const unitsColumns: Readonly<Record<UnitsColumn, ColumnKind>> = {
  id: { headers: ['tunnus', 'yksikön tunnus', 'id', 'enhetens id', 'unit id'], required: true },
  name: {
    headers: ['nimi', 'yksikön nimi', 'yksikkö', 'namn', 'enhetens namn', 'enhet', 'name', 'unit name', 'unit'],
    required: true,
  },
  parent: {
    headers: [
      'yläyksikkö',
      'yläyksikön tunnus',
      'ylempi yksikkö',
      'överordnad enhet',
      'överordnad',
      'parent',
      'parent unit',
      'parent id',
    ],
    required: true,
  },
};

export interface FoundColumns<Name extends string> {
  readonly columns: Columns<Name>;
  /** Headers that mean nothing here: their columns are not read. */
  readonly unused: readonly string[];
  /** Sentences: columns that are missing, or there twice. */
  readonly problems: readonly string[];
}

/** Finds the columns by their headers; case, spaces and hyphens make no difference. */
export function findColumns<Name extends string>(
  header: readonly string[],
  kinds: Readonly<Record<Name, ColumnKind>>,
): FoundColumns<Name> {
  const names = Object.keys(kinds) as Name[];
  const columns: Partial<Record<Name, number>> = {};
  const unused: string[] = [];
  const problems: string[] = [];
  for (const [place, title] of header.entries()) {
    const name = names.find((one) => kinds[one].headers.some((known) => bare(known) === bare(title)));
    if (name === undefined) {
      if (title !== '') unused.push(title);
    } else if (columns[name] !== undefined) {
      problems.push(
        `Two columns hold the same: ${quoted(header[columns[name]]!)} and ${quoted(title)}. Leave one out.`,
      );
    } else {
      columns[name] = place;
    }
  }
  for (const name of names) {
    const { headers, required } = kinds[name];
    if (!required || columns[name] !== undefined) continue;
    problems.push(`The column ${quoted(headers[0]!)} is missing. Its header may be ${headers.map(quoted).join(', ')}.`);
  }
  return { columns, unused, problems };
}

function bare(header: string): string {
  return header.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '');
}
