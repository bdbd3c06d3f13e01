import { isLanguage, type Language } from '../../i18n/languages.ts';
import type { Columns, PeopleColumn } from './columns.ts';
import { emailProblem, idProblem, longest, personIdProblem, textProblem } from './fieldChecks.ts';
import type { TableRow } from './parseTable.ts';
import { quoted } from './problems.ts';

/** A row of the people's file. What its file has no column for is undefined, and an import leaves it as it is. */
export interface RosterEntry {
  readonly row: number;
  readonly id: string;
  readonly name: string;
  readonly unit: string;
  readonly email?: string | null;
  readonly language?: Language | null;
  /** The ids of the units the person manages. */
  readonly manages?: readonly string[];
}

const languageNames: Readonly<Record<string, Language>> = {
  suomi: 'fi',
  finska: 'fi',
  finnish: 'fi',
  ruotsi: 'sv',
  svenska: 'sv',
  swedish: 'sv',
  englanti: 'en',
  engelska: 'en',
  english: 'en',
};

/**
 * Reads a row of the people's file.
 *
 * @param report told each problem, a sentence each.
 */
export function readPerson(
  { number, cells }: TableRow,
  columns: Columns<PeopleColumn>,
  report: (text: string) => void,
): RosterEntry {
  const told = (problem: string | null) => problem !== null && report(problem);
  const cell = (column: PeopleColumn) => (columns[column] === undefined ? undefined : (cells[columns[column]] ?? ''));
  const id = cell('id') ?? '';
  const name = cell('name') ?? '';
  const unit = cell('unit') ?? '';
  const email = cell('email');
  const manages = cell('manages')
    ?.split(/[,|]/)
    .map((one) => one.trim())
    .filter((one) => one !== '');
  told(id === '' ? 'The id is missing. Give the organisation’s own id of the person.' : personIdProblem(id));
  told(name === '' ? 'The name is missing.' : textProblem('The name', name, longest.name));
  told(unitProblem(unit, manages ?? []));
  if (email) told(emailProblem(email));
  return {
    row: number,
    id,
    name,
    unit,
    ...(email === undefined ? {} : { email: email || null }),
    ...languageIn(cell('language'), report),
    ...(manages === undefined ? {} : { manages: [...new Set(manages)] }),
  };
}

function unitProblem(unit: string, manages: readonly string[]): string | null {
  if (unit !== '') return idProblem('The unit', unit);
  return manages.length > 0
    ? `The person manages ${manages.map(quoted).join(', ')} and has no unit. Give the unit the person belongs to.`
    : 'The unit is missing. Give its id; leave the row out if the person belongs to none.';
}

function languageIn(text: string | undefined, report: (text: string) => void): { language?: Language | null } {
  if (text === undefined) return {};
  if (text === '') return { language: null };
  const lower = text.toLowerCase();
  const language = isLanguage(lower) ? lower : (languageNames[lower] ?? null);
  if (language === null) report(`The language ${quoted(text)} is not known. Write fi, sv or en, or leave it empty.`);
  return { language };
}
