import { describe, expect, it } from 'vitest';
import { completionsOf } from '../../../src/completion/completions.ts';
import { deriveStatements } from '../../../src/completion/deriveStatements.ts';
import { meetsRule, moduleProgress } from '../../../src/completion/moduleProgress.ts';
import type { ModuleNode } from '../../../src/course/tree.ts';
import { clientAgent, serverAgent } from '../../../src/xapi/actors.ts';
import { registrationOf } from '../../../src/xapi/ids.ts';
import type { NewStatement, StoredStatement } from '../../../src/xapi/types.ts';
import { smallCourse, smallModule } from '../../support/course.ts';
import { account, answered, experienced, idBase } from '../../support/statements.ts';

const now = '2026-11-21T10:00:00.000Z';
const registration = registrationOf(idBase, account, 'module');
const everything = () => [experienced('begin'), answered('first', false), answered('second', true), experienced('end')];

function derive(statements: readonly NewStatement[], module: ModuleNode = smallModule): readonly NewStatement[] {
  const course = { ...smallCourse.course, modules: [module] };
  return deriveStatements({ course, idBase, registration, statements, now });
}
const verbsOf = (statements: readonly NewStatement[]) => statements.map(({ verb }) => verb.id.split('/').at(-1));

describe('a module without a closing quiz', () => {
  it('is completed when every section is done and every question answered once, right or wrong', () => {
    expect(verbsOf(derive(everything()))).toEqual(['completed']);
  });

  it.each([0, 1, 2, 3])('is not completed while any one of these is missing (%i)', (missing) => {
    expect(derive(everything().toSpliced(missing, 1))).toEqual([]);
  });

  it('is completed in any order', () => {
    expect(verbsOf(derive(everything().reverse()))).toEqual(['completed']);
  });

  it('is completed once: with its completion stored nothing more is owed', () => {
    const statements = everything();
    const stored = derive(statements).map((statement) => ({ ...statement, stored: now }));
    expect(derive([...statements, ...stored])).toEqual([]);
  });

  it('gets the same statement id however often it is asked, and another one for another version', () => {
    const statements = everything();
    const [first] = derive(statements);
    expect(derive(statements)[0]?.id).toBe(first?.id);
    expect(derive(statements, { ...smallModule, version: 4 })[0]?.id).not.toBe(first?.id);
  });

  it('is completed without a score or a duration, by the server, at its clock', () => {
    const [statement] = derive(everything());
    expect(statement).toMatchObject({
      authority: serverAgent(idBase),
      result: { completion: true },
      context: { registration, revision: '3' },
      timestamp: now,
    });
    expect(statement?.result).not.toHaveProperty('score');
    expect(statement?.result).not.toHaveProperty('duration');
  });

  it('does not count an answer that the server did not vouch for', () => {
    const statements = everything().map((statement) =>
      statement.verb.id.endsWith('answered') ? { ...statement, authority: clientAgent(idBase, 'tool') } : statement,
    );
    expect(derive(statements)).toEqual([]);
  });

  it('does not count a completion that the server did not store', () => {
    const statements = everything();
    const forged = { ...derive(statements)[0]!, stored: now, authority: clientAgent(idBase, 'tool') };
    expect(verbsOf(derive([...statements, forged]))).toEqual(['completed']);
    expect(completionsOf([forged], idBase)).toEqual([]);
  });

  it('does not count what somebody else did in the registration', () => {
    const other = (statement: StoredStatement) => ({
      ...statement,
      actor: { objectType: 'Agent' as const, account: { homePage: idBase, name: 'somebody-else' } },
    });
    const [first, ...rest] = everything();
    expect(derive([other(first!), ...rest])).toEqual([]);
  });

  it('owes nothing to a registration that was made elsewhere', () => {
    const statements = everything();
    expect(
      deriveStatements({ course: smallCourse.course, idBase, registration: 'a'.repeat(36), statements, now }),
    ).toEqual([]);
  });

  it('is open again where a section was added, and keeps the completion it has', () => {
    const statements = everything();
    const stored = derive(statements).map((statement) => ({ ...statement, stored: now }));
    const grown = {
      ...smallModule,
      sections: [
        ...smallModule.sections,
        { id: 'new', title: '', lead: '', seconds: 1, questions: [], videos: [], changedIn: 1 },
      ],
    };
    const progress = moduleProgress(grown, [...statements, ...stored], idBase);
    expect(progress.sections.map(({ done }) => done)).toEqual([true, true, false]);
    expect(progress.completion).toMatchObject({ moduleVersion: 3, completedAt: now });
  });

  it('is never completed while it is only announced or has no section', () => {
    const announced = { ...smallModule, announced: true };
    const empty = { ...smallModule, sections: [] };
    for (const module of [announced, empty]) {
      expect(meetsRule(module, moduleProgress(module, everything(), idBase))).toBe(false);
    }
  });
});

describe('a module with a closing quiz', () => {
  const closing = {
    ...smallModule,
    closingQuiz: { quiz: 'quiz', mastery: 1, questions: ['quiz/first', 'quiz/second'] },
  };

  it('is neither passed nor completed below the mastery score', () => {
    expect(derive(everything(), closing)).toEqual([]);
  });

  it('is passed and completed once its best attempt reaches it; retries are free', () => {
    expect(verbsOf(derive([...everything(), answered('first', true)], closing))).toEqual(['passed', 'completed']);
  });

  it('is passed before it is completed when a section is still open', () => {
    const statements = [answered('first', true), answered('second', true), experienced('begin')];
    expect(verbsOf(derive(statements, closing))).toEqual(['passed']);
  });

  it('stays passed when a later answer is wrong', () => {
    const statements = [answered('first', true), answered('second', true), answered('second', false)];
    expect(moduleProgress(closing, statements, idBase).bestAttempt).toBe(1);
  });

  it('loses no right answer to a case that is begun again: under way it is neither right nor wrong', () => {
    const underWay = answered('first', false);
    underWay.result = { response: 'wrong', completion: false };
    const statements = [answered('first', true), underWay, answered('second', true)];
    expect(moduleProgress(closing, statements, idBase).bestAttempt).toBe(1);
  });
});

describe('progress', () => {
  it('shows the newest answer to each question', () => {
    const progress = moduleProgress(smallModule, [answered('first', false), answered('first', true)], idBase);
    expect(progress.answers.get('quiz/first')).toEqual({ response: ['right'], success: true, done: true });
  });
});
