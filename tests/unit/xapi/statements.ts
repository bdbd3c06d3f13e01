import type { Statement } from '../../../src/xapi/types.ts';

export const idBase = 'https://oppihetki.example';
export const uuid = '6d1f2c8a-3f5e-4b77-9d0a-2b1c3d4e5f60';
export const otherUuid = '0a9b8c7d-6e5f-4a3b-8c2d-1e0f9a8b7c6d';

/** The smallest valid statement; `change` replaces or adds members, and undefined removes one. */
export function statementWith(change: Readonly<Record<string, unknown>> = {}): Statement {
  const statement = {
    actor: { mbox: 'mailto:learner@example.org' },
    verb: { id: 'http://adlnet.gov/expapi/verbs/experienced' },
    object: { id: 'https://example.org/activity' },
    ...change,
  };
  return JSON.parse(JSON.stringify(statement)) as Statement;
}
