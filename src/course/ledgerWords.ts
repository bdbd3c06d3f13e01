import type { LedgerKind } from './ledger.ts';

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

/** What is wrong when an id is gone, and whose records it is about. */
export const vanished: Readonly<Record<LedgerKind, (id: string) => string>> = {
  module: (id) =>
    `Julkaistu moduuli ”${id}” on poistettu tai nimetty uudelleen: sen suorittaneiden suoritukset jäisivät irralleen.`,
  section: (id) =>
    `Julkaistu osio ”${id}” on poistettu tai nimetty uudelleen: sen lukeneiden eteneminen jäisi irralleen.`,
  question: (id) =>
    `Julkaistu kysymys ”${id}” on poistettu tai nimetty uudelleen: siihen vastanneiden vastaukset jäisivät irralleen.`,
  video: (id) =>
    `Julkaistu video ”${id}” on poistettu tai nimetty uudelleen: sen katsoneiden tiedot jäisivät irralleen.`,
  choice: (id) =>
    `Julkaistu vaihtoehto ”${id}” on poistettu tai nimetty uudelleen: sen valinneiden vastaukset jäisivät irralleen.`,
};

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
