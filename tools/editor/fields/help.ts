import { isId, shapeOf } from './fieldSchema.ts';
import type { FieldSchema } from './fieldSchema.ts';

/** Help that speaks of lines of a file, said for a form. */
const ofFields: Readonly<Record<string, string>> = {
  claim: 'Mitä mieltä perustelu on väitteestä.',
  id: 'Pienet kirjaimet a–z, numerot ja yhdysmerkit. Tunnusta ei muuteta julkaisun jälkeen.',
};

/**
 * The help of a field: what the schema says of it, where that tells more than the label and is for who fills in a form.
 * @param isChosen true where it is chosen from a list, so that nobody needs to know ids
 */
export function helpOf(schema: FieldSchema, name: string, label: string, isChosen: boolean): string | null {
  const said = ofFields[name] ?? inForm(schema.description ?? '');
  const isPlain = said.toLowerCase() === `${label.toLowerCase()}.` || (isChosen && /tunnus/i.test(said));
  const most = schema.maxLength !== undefined && schema.maxLength < 1000 ? schema.maxLength : null;
  const limit = most !== null && !isId(schema) && !said.includes('merkkiä') ? `Enintään ${most} merkkiä.` : '';
  return [isPlain ? '' : said, limit].filter(Boolean).join(' ') || null;
}

function inForm(description: string): string {
  const said = description
    .replace(/^(?:Tosi|true), (?=jos|kun)/, 'Valitse, ')
    .replace(/^Tosi: /, '')
    .replace(/ muodossa \d{4}-\d\d-\d\d/, '')
    .replace(/ tiedostosta \S+\.yaml/, '');
  return said.charAt(0).toUpperCase() + said.slice(1);
}

/** How many items a list may have; an empty text where that is no news. */
export function limitsOf({ minItems = 0, maxItems }: FieldSchema): string {
  const limits = [minItems > 1 && `vähintään ${minItems}`, maxItems !== undefined && `enintään ${maxItems}`].filter(
    Boolean,
  );
  return limits.length === 0 ? '' : `Kohtia on ${limits.join(', ')}.`;
}

/** What to do about a finding, said for a form. */
const fixes: readonly (readonly [RegExp, string])[] = [
  [/^Merkitse oikea vaihtoehto rivillä correct: true\.$/, 'Valitse ”Oikea vastaus” oikean vaihtoehdon kohdalta.'],
  [/^Merkitse oikeat vaihtoehdot rivillä correct: true\.$/, 'Valitse ”Oikea vastaus” oikeiden vaihtoehtojen kohdalta.'],
  [
    /^Jätä correct: true vain yhteen vaihtoehtoon, tai vaihda type: multiple\.$/,
    'Jätä ”Oikea vastaus” vain yhteen vaihtoehtoon, tai vaihda kysymyksen tyyppi.',
  ],
  [
    /^Kirjoita ainakin yksi perustelu väitteen puolesta \(claim: true\) ja yksi sitä vastaan \(claim: false\)\.$/,
    'Kirjoita ainakin yksi perustelu väitteen puolesta ja yksi sitä vastaan.',
  ],
  [
    /^Lisää vaiheelle choices, tai kirjoita end: good tai end: other\.$/,
    'Lisää vaiheelle vaihtoehdot, tai valitse, miten tapaus päättyy.',
  ],
  [/^Merkitse ainakin yhteen loppuvaiheeseen end: good\.$/, 'Valitse ainakin yhteen loppuvaiheeseen ”hyvin”.'],
  [/^Kirjoita päivä muodossa "2022-12-28"\./, 'Valitse päivä.'],
  [/^Kirjoita (?:koko)?luku .*$/, 'Kirjoita luku numeroin.'],
  [/ \(.*\)$/, ''],
];

/** The fix of a schema's finding, for who fills in a form: the help of the field is there already. */
export function fixInForm(schema: FieldSchema | null, fix: string): string {
  if (schema && shapeOf(schema) === 'group' && fix.startsWith('Lisää rivi')) return 'Täytä kohta.';
  return fixes.reduce((said, [written, put]) => said.replace(written, put), fix);
}
