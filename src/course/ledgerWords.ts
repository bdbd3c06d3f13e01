import { ledgerFile } from './contentFolders.ts';
import { type LedgerEntry, type LedgerKind, lineOf } from './ledger.ts';

/** What authors call each kind. */
export const kindName: Readonly<Record<LedgerKind, string>> = {
  module: 'moduuli',
  section: 'osio',
  question: 'kysymys',
  choice: 'vaihtoehto',
  video: 'video',
};

/** How an id of each kind is written in the ledger. */
export const idForm: Readonly<Record<LedgerKind, string>> = {
  module: 'moduuli',
  section: 'moduuli/osio',
  question: 'kysymyssarja/kysymys',
  choice: 'kysymyssarja/kysymys/vaihtoehto',
  video: 'video',
};

/** Whose records are about a thing of each kind, and what of theirs. */
export const whose: Readonly<Record<LedgerKind, string>> = {
  module: 'sen suorittaneiden suoritukset',
  section: 'sen lukeneiden merkinnät',
  question: 'siihen vastanneiden vastaukset',
  choice: 'sen valinneiden vastaukset',
  video: 'sen katsoneiden tiedot',
};

/** A line of the ledger to put in the place of another, told so that it can be copied as it is. */
export function inPlaceOf({ line }: Pick<LedgerEntry, 'line'>, entry: Omit<LedgerEntry, 'line'>): string {
  return `vaihda tiedoston ${ledgerFile} rivi ${line} tähän: ${lineOf(entry)}.`;
}

/** What stands in an offered line where only the author knows the id. */
export const unknownId = 'UUSI';

/** What becomes of the records of what is taken out on purpose. */
export const kept: Readonly<Record<LedgerKind, string>> = {
  module: 'Suoritukset ja todistukset säilyvät, mutta kesken olevaa moduulia ei voi enää suorittaa.',
  section: 'Suoritukset säilyvät. Niiltä, joilla moduuli on kesken, osiota ei enää vaadita.',
  question: 'Annetut vastaukset säilyvät. Kysymystä ei enää vaadita suoritukseen.',
  choice: 'Annetut vastaukset säilyvät.',
  video: 'Tiedot katsotuista kohdista säilyvät.',
};

/** What becomes of the records of what gets another id. */
export const carried: Readonly<Record<LedgerKind, string>> = {
  module: 'Suoritukset, todistukset ja kesken olevien merkinnät siirtyvät, ja vanhat osoitteet ohjaavat uuteen.',
  section: 'Lukeneiden merkinnät säilyvät, kesken olevat jatkavat uudesta osiosta, ja vanha osoite ohjaa uuteen.',
  question: 'Vastanneilta sitä ei kysytä uudelleen, ja vastausten tulos säilyy. Kysymyksen tilasto alkaa alusta.',
  choice: 'Vanhat vastaukset luetaan uudella tunnuksella. Kysymyksen tilasto alkaa alusta.',
  video: 'Katsotut kohdat ja paikka, josta jatketaan, säilyvät.',
};
