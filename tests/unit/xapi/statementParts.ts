import type { Problem } from '../../../src/xapi/validation/rule.ts';
import { validateStatement } from '../../../src/xapi/validation/statement.ts';
import type { XapiVersion } from '../../../src/xapi/types.ts';

/** A change of the smallest statement, and what it shows. */
export type Row = readonly [title: string, change: Readonly<Record<string, unknown>>];

export const agent = { mbox: 'mailto:a@example.org' };
export const activity = { id: 'https://example.org/a' };
export const attachment = {
  usageType: 'https://example.org/usage',
  display: { fi: 'Todistus' },
  contentType: 'text/plain; charset=utf-8',
  length: 12,
  sha2: 'a'.repeat(64),
};
export const subStatement = {
  objectType: 'SubStatement',
  actor: agent,
  verb: { id: 'https://example.org/v' },
  object: activity,
};

/** An object with this definition. */
export function withDefinition(definition: unknown): Readonly<Record<string, unknown>> {
  return { object: { ...activity, definition } };
}

/** The first problem of a value as a statement, or null. */
export function problemOf(value: unknown, version: XapiVersion = '1.0.3'): Problem | null {
  const outcome = validateStatement(value, version);
  return outcome.ok ? null : outcome.problem;
}
