import { randomUUID } from 'node:crypto';
import { accountActor } from '../../src/xapi/actors.ts';
import { answeredStatement } from '../../src/xapi/builders.ts';
import { experiencedStatement } from './experiencedStatement.ts';
import { activityIds, registrationOf } from '../../src/xapi/ids.ts';
import { rated } from '../../src/xapi/rated.ts';
import type { StoredStatement } from '../../src/xapi/types.ts';
import { videoVerbs } from '../../src/xapi/verbs.ts';

export const idBase = 'http://oppihetki.test';
export const account = 'b7a0f6d8-0000-4000-8000-000000000001';

let clock = Date.parse('2026-11-21T08:00:00.000Z');
const tick = () => new Date((clock += 1000)).toISOString();

const occasion = (module: string, version: number) => ({
  idBase,
  account,
  registration: registrationOf(idBase, account, module),
  course: 'course',
  module: { id: module, version },
  lang: 'fi',
  timestamp: tick(),
});

/** The statement of a section gone through, as it is stored. */
export function experienced(section: string, module = 'module'): StoredStatement {
  const statement = experiencedStatement(randomUUID(), section, occasion(module, 3));
  return {
    ...statement,
    id: statement.id!,
    timestamp: statement.timestamp!,
    version: '1.0.0',
    authority: accountActor(idBase, account),
    stored: tick(),
  };
}

/** The statement of an answer that the server graded, as it is stored. */
export function answered(question: string, success: boolean, module = 'module'): StoredStatement {
  const shown = {
    quiz: 'quiz',
    id: question,
    prompt: '?',
    lang: 'fi',
    interaction: { interactionType: 'choice' as const, choices: [] },
  };
  const answer = { response: [success ? 'right' : 'wrong'], success, completion: true };
  return { ...answeredStatement(randomUUID(), shown, answer, occasion(module, 3)), stored: tick() };
}

/** What a learner's page said of a video, as it is stored. */
export function watched(verb: keyof typeof videoVerbs, video: string, module = 'module'): StoredStatement {
  const object = { objectType: 'Activity' as const, id: activityIds(idBase).video(video, 'fi') };
  return { ...experienced('begin', module), verb: videoVerbs[verb], object };
}

/** A learner's answer to a question of a module's feedback, as it is stored. */
export function ratedBy(name: string, question: string, response: string, module = 'module'): StoredStatement {
  const actor = accountActor(idBase, name);
  const object = { objectType: 'Activity' as const, id: activityIds(idBase).feedback(module, question) };
  return { ...experienced('begin', module), actor, authority: actor, verb: rated, object, result: { response } };
}
