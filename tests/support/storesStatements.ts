import type { NewStatement, Statement } from '../../src/xapi/types.ts';

export const idBase = 'https://oppihetki.example';

/** The UUID that stands for a number in tests. */
export function uuid(number: number): string {
  return `00000000-0000-4000-8000-${number.toString(16).padStart(12, '0')}`;
}

export function agent(name: string) {
  return { objectType: 'Agent' as const, account: { homePage: idBase, name } };
}

export function activity(path: string) {
  return { objectType: 'Activity' as const, id: `${idBase}/${path}` };
}

/** A whole statement, ready for the store: `aino` experienced a section, unless `changes` say otherwise. */
export function statement(number: number, changes: Partial<Statement> = {}): NewStatement {
  return {
    id: uuid(number),
    actor: agent('aino'),
    verb: { id: 'http://adlnet.gov/expapi/verbs/experienced', display: { fi: 'kävi läpi' } },
    object: activity('modules/intro/terms'),
    timestamp: '2026-03-02T06:59:00.000Z',
    authority: agent('server'),
    version: '1.0.3',
    ...changes,
  };
}

/** A statement that voids the one with number `target`. */
export function voiding(number: number, target: number): NewStatement {
  return statement(number, {
    verb: { id: 'http://adlnet.gov/expapi/verbs/voided' },
    object: { objectType: 'StatementRef', id: uuid(target) },
  });
}
