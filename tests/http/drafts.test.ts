import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { courseArtefact } from '../../src/course/buildArtefact.ts';
import { readContent } from '../../src/course/readContent.ts';
import { registrationOf } from '../../src/xapi/ids.ts';
import { soundRoot } from '../support/contentFixture.ts';
import { lessons } from '../support/learnerCalls.ts';
import { idBase } from '../support/statements.ts';
import { codeOf, json } from '../support/testApp.ts';

const { entries } = await readContent(soundRoot);
const modules = entries.modules.map((module) => ({ ...module, data: { ...module.data, draft: module.id === 'alku' } }));
const withDraft = courseArtefact({ ...entries, modules }, 'kurssi');
const published = courseArtefact(entries, 'kurssi');

describe('a draft', () => {
  it('is nowhere in what a build hands to the server', () => {
    const text = JSON.stringify(withDraft);
    for (const told of ['"alku"', 'alku/mita-on', 'Mitä työkyky on?', 'Terveys on siitä osa.']) {
      expect(JSON.stringify(published)).toContain(told);
      expect(text).not.toContain(told);
    }
  });

  it('is in nobody’s progress, and takes no answer', async () => {
    const { signIn, stored } = await lessons(withDraft);
    const learner = await signIn();
    expect((await learner.progress()).modules).toEqual([]);
    const answer = await learner.answer('alku/mita-on', ['terveys']);
    expect([answer.status, await codeOf(answer)]).toEqual([404, 'unknown_question']);
    expect(await stored()).toEqual([]);
  });

  it('takes no mark of a section gone through', async () => {
    const { app, signIn, stored } = await lessons(withDraft);
    const learner = await signIn();
    const { actor } = await learner.progress();
    const statement = {
      id: randomUUID(),
      actor,
      verb: { id: 'http://adlnet.gov/expapi/verbs/experienced' },
      object: { id: `${idBase}/modules/alku/sanat` },
      context: { registration: registrationOf(idBase, actor.account.name, 'alku') },
    };
    const sent = await app.fetch(
      '/xapi/statements',
      json({ ...learner.headers, 'x-experience-api-version': '1.0.3' }, statement),
    );
    expect(sent.status).toBe(403);
    expect(await stored()).toEqual([]);
  });

  it('that was published before keeps what was recorded, and shows it again when it is published again', async () => {
    const { app, signIn } = await lessons(published);
    await (await signIn()).graded('alku/mita-on', ['voimavarat']);
    await app.restart({ content: withDraft });
    expect((await (await signIn()).progress()).modules).toEqual([]);
    await app.restart({ content: published });
    const { questions } = await (await signIn()).moduleProgress('alku');
    expect(questions).toMatchObject([{ id: 'alku/mita-on', response: ['voimavarat'], success: true, done: true }]);
  });
});
