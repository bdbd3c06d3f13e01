import type { z } from 'astro/zod';
import { nearest } from '../nearest.ts';

interface Sentence {
  readonly message: string;
  readonly fix: string;
}

type Issue = Exclude<z.core.$ZodIssue, { code: 'unrecognized_keys' } | { code: 'custom' }>;

/** What a zod issue means to an author; the message continues the name of the field. */
export function valueSentence(issue: Issue, value: unknown): Sentence {
  switch (issue.code) {
    case 'invalid_type':
      return wrongType(issue.expected, value);
    case 'invalid_value':
      return wrongChoice(issue.values.map(String), value);
    case 'invalid_format':
      return wrongFormat(issue.format, value);
    case 'too_small':
      return tooSmall(issue.origin, Number(issue.minimum), issue.inclusive ?? true);
    case 'too_big':
      return tooBig(issue.origin, Number(issue.maximum), issue.inclusive ?? true);
    case 'not_multiple_of':
      return { message: `luvun pitää olla jaollinen luvulla ${issue.divisor}.`, fix: 'Vaihda luku.' };
    case 'invalid_union':
      if ('options' in issue && issue.options) return wrongChoice(issue.options.map(String), value);
      return { message: 'arvo ei ole sallittua muotoa.', fix: 'Vertaa kohtaa toiseen, toimivaan tiedostoon.' };
    case 'invalid_key':
    case 'invalid_element':
      return { message: 'arvo ei ole sallittua muotoa.', fix: 'Vertaa kohtaa toiseen, toimivaan tiedostoon.' };
  }
}

const typeNames: Readonly<Record<string, Sentence>> = {
  string: { message: 'tässä pitää olla tekstiä', fix: 'Kirjoita arvo lainausmerkkeihin, niin se luetaan tekstinä.' },
  int: {
    message: 'tässä pitää olla kokonaisluku',
    fix: 'Kirjoita kokonaisluku ilman lainausmerkkejä, esimerkiksi 10.',
  },
  number: {
    message: 'tässä pitää olla luku',
    fix: 'Kirjoita luku numeroin ilman lainausmerkkejä, esimerkiksi 10 tai 0.8.',
  },
  boolean: { message: 'tässä pitää olla true tai false', fix: 'Kirjoita true tai false ilman lainausmerkkejä.' },
  array: {
    message: 'tässä pitää olla luettelo',
    fix: 'Kirjoita jokainen kohta omalle rivilleen viivan ja välilyönnin perään.',
  },
  object: {
    message: 'tässä pitää olla kenttiä muodossa nimi: arvo',
    fix: 'Kirjoita kentät omille riveilleen sisennettyinä.',
  },
};

function wrongType(expected: string, value: unknown): Sentence {
  if (expected === 'string' && value instanceof Date) {
    const day = Number.isNaN(value.getTime()) ? '2022-12-28' : value.toISOString().slice(0, 10);
    return { message: 'päivästä puuttuvat lainausmerkit.', fix: `Kirjoita "${day}" lainausmerkkien kanssa.` };
  }
  const { message, fix } = typeNames[expected] ?? { message: 'arvo ei ole sallittua muotoa', fix: 'Vaihda arvo.' };
  return { message: `${message}, mutta siinä on ${said(value)}.`, fix };
}

/** A value in an author's words. */
function said(value: unknown): string {
  if (value === null || value === undefined) return 'tyhjää';
  if (value instanceof Date) return 'päivämäärä';
  if (Array.isArray(value)) return 'luettelo';
  if (typeof value === 'object') return 'kenttiä';
  if (typeof value === 'string') return `teksti ”${shortened(value)}”`;
  if (typeof value === 'boolean') return String(value);
  return typeof value === 'number' ? `luku ${value}` : 'jotakin muuta';
}

function shortened(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}

function wrongChoice(allowed: readonly string[], value: unknown): Sentence {
  const meant = nearest(String(value), allowed);
  return {
    message: `arvoa ”${shortened(String(value))}” ei tunneta.`,
    fix: `${meant === null ? 'Valitse' : `Tarkoititko ”${meant}”? Valitse`} jokin näistä: ${allowed.join(', ')}.`,
  };
}

function wrongFormat(format: string, value: unknown): Sentence {
  const text = `”${shortened(String(value))}”`;
  if (format === 'date') return { message: `${text} ei ole päivämäärä.`, fix: 'Kirjoita päivä muodossa "2022-12-28".' };
  if (format === 'url') {
    return { message: `${text} ei ole verkko-osoite.`, fix: 'Kirjoita koko osoite, joka alkaa https://.' };
  }
  if (format === 'regex') {
    return {
      message: `tunnus ${text} ei kelpaa.`,
      fix: 'Käytä vain pieniä kirjaimia a–z, numeroita ja yhdysmerkkiä, ei ääkkösiä eikä välilyöntejä.',
    };
  }
  return { message: `${text} ei ole sallittua muotoa.`, fix: 'Tarkista kirjoitusasu.' };
}

function tooSmall(origin: string, least: number, inclusive: boolean): Sentence {
  if (origin === 'string') return { message: 'teksti puuttuu.', fix: 'Kirjoita teksti kentän nimen perään.' };
  if (origin === 'array')
    return { message: `kohtia on liian vähän: vähintään ${least}.`, fix: 'Lisää luetteloon kohtia.' };
  return {
    message: inclusive ? `luvun pitää olla vähintään ${least}.` : `luvun pitää olla suurempi kuin ${least}.`,
    fix: 'Vaihda luku.',
  };
}

function tooBig(origin: string, most: number, inclusive: boolean): Sentence {
  if (origin === 'string')
    return { message: `teksti on liian pitkä: enintään ${most} merkkiä.`, fix: 'Lyhennä tekstiä.' };
  if (origin === 'array') return { message: `kohtia on liikaa: enintään ${most}.`, fix: 'Poista luettelosta kohtia.' };
  return {
    message: inclusive ? `luvun pitää olla enintään ${most}.` : `luvun pitää olla pienempi kuin ${most}.`,
    fix: 'Vaihda luku.',
  };
}
