import type { MessageKey, Translate } from '../../i18n/translate.ts';

/** A filter of an address that could not be followed. */
export interface WrongFilter {
  readonly parameter: string;
  readonly value: string;
  readonly reason: 'wrong' | 'unknown' | 'twice' | 'order';
}

/** The name of each filter as its field has it. */
const fieldNames: Readonly<Record<string, MessageKey>> = {
  unit: 'reports.unit',
  module: 'reports.module',
  from: 'reports.from',
  to: 'reports.to',
  version: 'reports.version',
};

const wrongValues: Readonly<Record<string, MessageKey>> = {
  unit: 'reports.wrongUnit',
  module: 'reports.wrongModule',
  from: 'reports.wrongDay',
  to: 'reports.wrongDay',
  version: 'reports.wrongVersion',
};

/** What is wrong with a filter and what to do, in the reader's language. */
export function wrongMessage({ parameter, value, reason }: WrongFilter, t: Translate): string {
  const name = fieldNames[parameter];
  const field = name === undefined ? parameter : t(name);
  if (reason === 'twice') return t('reports.wrongTwice', { field });
  if (reason === 'order') return t('reports.wrongOrder', { field, value });
  return t(wrongValues[parameter] ?? 'reports.wrongOther', { field, value });
}

/** Whether a filter has a field of its own to go to. */
export function hasField({ parameter }: WrongFilter): boolean {
  return Object.hasOwn(fieldNames, parameter);
}
