import type { EditedKind } from '../addresses.ts';

/** What a thing that has a form is called: one, and the heading over many. */
export const kindNames: Readonly<Record<EditedKind, readonly [one: string, many: string]>> = {
  course: ['Kurssi', 'Kurssit'],
  module: ['Moduuli', 'Moduulit'],
  section: ['Osio', 'Osiot'],
  quiz: ['Kysymyssarja', 'Kysymyssarjat'],
  infographic: ['Infografiikka', 'Infografiikat'],
  video: ['Videon käsikirjoitus', 'Videot'],
  term: ['Termi', 'Sanasto'],
  source: ['Lähde', 'Lähteet'],
  accessibility: ['Saavutettavuuden tarkistus', 'Saavutettavuuden tarkistukset'],
};

/** What fields are called in forms, by their name in the file. Their help comes from the schemas. */
const labels: Readonly<Record<string, string>> = {
  accent: 'Väri',
  announced: 'Näytä vain nimi ja esittely',
  at: 'Kohta janalla',
  centre: 'Keskikohta',
  change: 'Vasen muuttuu oikeaksi',
  changedIn: 'Muuttui versiossa',
  choices: 'Vaihtoehdot',
  claim: 'Pitää väitettä',
  closingQuiz: 'Lopputesti',
  correct: 'Oikea vastaus',
  criterion: 'WCAG-kriteeri',
  date: 'Päivä',
  description: 'Kuvaus',
  detail: 'Selitys tekstivastineessa',
  draft: 'Luonnos',
  en: 'Englanniksi',
  end: 'Loppu',
  explanation: 'Selitys',
  fi: 'Suomeksi',
  figure: 'Hahmo',
  groups: 'Ryhmät',
  high: 'Janan loppu (10)',
  id: 'Tunnus',
  items: 'Kohdat',
  kind: 'Kuvan laji',
  label: 'Teksti kuvassa',
  layout: 'Kuvan asettelu',
  lead: 'Ingressi',
  left: 'Vasen',
  low: 'Janan alku (0)',
  marked: 'Väritettyjä',
  mastery: 'Hyväksymisraja',
  modules: 'Moduulit',
  mustEndWell: 'Tapauksen pitää päättyä hyvin',
  narration: 'Kerronta',
  next: 'Seuraava vaihe',
  note: 'Toinen rivi',
  objectives: 'Osaamistavoitteet',
  opens: 'Avautuvat jaksot',
  opportunities: 'Mahdollisuudet',
  pairs: 'Parit',
  parts: 'Osat',
  percent: 'Näytä prosentteina',
  phases: 'Jaksot',
  place: 'Kohta lähteessä',
  points: 'Pisteet janalla',
  prompt: 'Kysymys tai tilanne',
  publisher: 'Julkaisija',
  questions: 'Kysymykset',
  quiz: 'Kysymyssarja',
  reviewBy: 'Tarkistetaan viimeistään',
  right: 'Oikea puoli',
  rings: 'Kehät',
  rows: 'Rivit',
  say: 'Luetaan ääneen',
  scenes: 'Kohtaukset',
  sections: 'Osiot',
  see: 'Katso myös',
  short: 'Lyhyt nimi',
  shortcomings: 'Puutteet',
  show: 'Tuo kuvaan',
  source: 'Lähde',
  steps: 'Vaiheet',
  strengths: 'Vahvuudet',
  subtitle: 'Alaotsikko',
  summary: 'Tiivistelmä',
  sv: 'Ruotsiksi',
  targetMinutes: 'Tavoitekesto (min)',
  term: 'Termi',
  text: 'Teksti',
  threats: 'Uhat',
  title: 'Otsikko',
  total: 'Kaikki yhteensä',
  type: 'Kysymyksen tyyppi',
  url: 'Verkko-osoite',
  value: 'Luku',
  version: 'Versio',
  weaknesses: 'Heikkoudet',
  what: 'Mitä',
  who: 'Kuka puhuu',
  year: 'Vuosi',
};

/** A field's label. */
export function labelOf(name: string): string {
  return labels[name] ?? name;
}

/** Fields that say something else of one kind of thing. */
const labelsOfKinds: Partial<Readonly<Record<EditedKind, Readonly<Record<string, string>>>>> = {
  course: { title: 'Kurssin nimi' },
  module: { title: 'Moduulin nimi', text: 'Tavoite' },
  source: { title: 'Lähteen nimi', date: 'Julkaisupäivä', year: 'Julkaisuvuosi' },
  quiz: { right: 'Pari', left: 'Kohta' },
};

export function labelIn(kind: EditedKind, name: string): string {
  return labelsOfKinds[kind]?.[name] ?? labelOf(name);
}

/** One item of a list, by the list's name. */
const items: Readonly<Record<string, string>> = {
  choices: 'Vaihtoehto',
  groups: 'Ryhmä',
  items: 'Kohta',
  modules: 'Moduuli',
  narration: 'Virke',
  objectives: 'Tavoite',
  opens: 'Jakso',
  pairs: 'Pari',
  parts: 'Osa',
  phases: 'Jakso',
  points: 'Piste',
  questions: 'Kysymys',
  rings: 'Kehä',
  rows: 'Rivi',
  scenes: 'Kohtaus',
  sections: 'Osio',
  see: 'Termi',
  shortcomings: 'Puute',
  show: 'Kuvaan tuleva',
  steps: 'Vaihe',
};

export function itemLabel(list: string): string {
  return items[list] ?? 'Kohta';
}

/** A place of a form in words: `Kysymys 1 › Vaihtoehto 2 › Selitys`. */
export function placeName(kind: EditedKind, path: readonly (string | number)[]): string {
  const names = path.flatMap((step, index) => {
    if (typeof step === 'number') return [`${itemLabel(String(path[index - 1]))} ${step + 1}`];
    return typeof path[index + 1] === 'number' ? [] : [labelIn(kind, step)];
  });
  return names.join(' › ');
}

/** Buttons that add to a list: `Lisää vaihtoehto`. */
const addings: Readonly<Record<string, string>> = {
  choices: 'vaihtoehto',
  groups: 'ryhmä',
  modules: 'moduuli',
  narration: 'virke',
  objectives: 'tavoite',
  opens: 'jakso',
  pairs: 'pari',
  parts: 'osa',
  phases: 'jakso',
  points: 'piste',
  questions: 'kysymys',
  rings: 'kehä',
  rows: 'rivi',
  scenes: 'kohtaus',
  sections: 'osio',
  see: 'termi',
  shortcomings: 'puute',
  steps: 'vaihe',
};

export function addingLabel(list: string): string {
  return `Lisää ${addings[list] ?? 'kohta'}`;
}

/** Values that are chosen from a list, by the field and the value. */
const choices: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  type: {
    single: 'yksi oikea vastaus',
    multiple: 'yksi tai useampi oikea',
    'true-false': 'väite ja perustelut',
    ordering: 'järjestäminen',
    matching: 'parien etsiminen',
    branching: 'haarautuva tapaus',
  },
  kind: {
    network: 'keskus ja kehät',
    hub: 'keskus ja osat',
    process: 'vaiheet nuolin',
    phases: 'jaksot',
    scale: 'jana 0–10',
    groups: 'luettelot otsikoiden alla',
    compare: 'kaksi rinnakkain',
    pictogram: 'lukumäärät hahmoina',
    swot: 'nelikenttä',
    ladder: 'nousevat askeleet',
  },
  layout: {
    title: 'otsikko',
    points: 'luettelo',
    hub: 'keskus ja osat',
    steps: 'vaiheet',
    ladder: 'askeleet',
    compare: 'kaksi rinnakkain',
    number: 'suuri luku',
    people: 'joukko ihmisiä',
    speech: 'puhekuplat',
  },
  accent: {
    engel: 'engel (vaaleansininen)',
    summer: 'summer (keltainen)',
    suomenlinna: 'suomenlinna (vaaleanpunainen)',
    copper: 'copper (vihreä)',
    fog: 'fog (sumunsininen)',
  },
  end: { good: 'hyvin', other: 'toisin' },
  figure: { person: 'ihminen', contract: 'sopimus' },
  who: { client: 'asiakas', worker: 'työntekijä' },
  claim: { true: 'totena', false: 'epätotena' },
};

export function choiceLabel(field: string, value: string): string {
  return choices[field]?.[value] ?? value;
}
