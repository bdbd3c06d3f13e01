import { describe, expect, it } from 'vitest';
import { explanationsOf, responseTo } from '../support/responses.ts';
import { everyTypeCourse } from '../support/everyType.ts';
import { lessons } from '../support/learnerCalls.ts';
import { idBase } from '../support/statements.ts';

const interaction = 'http://adlnet.gov/expapi/activities/cmi.interaction';
const shown = (id: string) => ({ id, description: { fi: `Text of ${id}` } });
const questions = everyTypeCourse.quizzes['kinds']!.questions;

const definitions: Readonly<Record<string, object>> = {
  one: {
    description: { fi: 'Which one?' },
    interactionType: 'choice',
    choices: ['some', 'best', 'none'].map(shown),
  },
  many: {
    description: { fi: 'Which ones?' },
    interactionType: 'choice',
    choices: ['rest', 'haste', 'work'].map(shown),
  },
  claim: {
    description: { fi: 'It holds.' },
    interactionType: 'choice',
    choices: ['yes-always', 'yes-often', 'no-never'].map(shown),
  },
  order: {
    description: { fi: 'In which order?' },
    interactionType: 'sequencing',
    choices: ['agree', 'ask', 'follow', 'act'].map(shown),
  },
  pairs: {
    description: { fi: 'Who does what?' },
    interactionType: 'matching',
    source: ['nurse', 'coach', 'office'].map(shown),
    target: ['decides', 'examines', 'trains'].map(shown),
  },
  case: { description: { fi: 'How do you meet the client?' }, interactionType: 'other' },
  'strict-case': { description: { fi: 'Do it well.' }, interactionType: 'other' },
};

const activityOf = (path: string) => `activities?activityId=${encodeURIComponent(`${idBase}/${path}`)}`;

describe.each(questions.map((question) => [question.id, question] as const))(
  'the canonical definition of the question %s',
  (id, question) => {
    it('is what was shown, from the first answer on, in the language it is written in, and never the key', async () => {
      const { signIn, read } = await lessons();
      const activity = activityOf(`quizzes/kinds/${id}`);
      const bare = { objectType: 'Activity', id: `${idBase}/quizzes/kinds/${id}` };
      expect(await read(activity)).toEqual(bare);
      const learner = await signIn();
      for (const [right, lang] of [
        [false, 'sv'],
        [true, 'fi'],
      ] as const) {
        await learner.graded(`kinds/${id}`, responseTo(question, right), { lang });
        const found = await read(activity);
        expect(found).toEqual({ ...bare, definition: { type: interaction, ...definitions[id] } });
      }
    });

    it('and every statement about it hold no explanation, no key and no step to come', async () => {
      const { signIn, read, stored } = await lessons();
      const learner = await signIn();
      for (const right of [false, true]) await learner.graded(`kinds/${id}`, responseTo(question, right));
      const told = JSON.stringify([await stored(), await read(activityOf(`quizzes/kinds/${id}`))]);
      expect(told).not.toMatch(/correct|explanation|"next"|"claim"|"steps"|"end"/);
      for (const explanation of explanationsOf(question)) expect(told).not.toContain(explanation);
      if (question.type === 'branching') for (const step of question.steps) expect(told).not.toContain(step.text);
    });
  },
);

describe('a video', () => {
  it('is defined by what the Video Profile calls it and its name, in the language spoken in it', async () => {
    const { read } = await lessons();
    expect(await read(activityOf('videos/clip/fi'))).toEqual({
      objectType: 'Activity',
      id: `${idBase}/videos/clip/fi`,
      definition: {
        type: 'https://w3id.org/xapi/video/activity-type/video',
        name: { fi: 'Clip' },
        description: { fi: 'A clip.' },
      },
    });
  });

  it.each(['clip/en', 'unknown/fi'])('that is not made, %s, is answered with its id', async (video) => {
    const { read } = await lessons();
    const id = `${idBase}/videos/${video}`;
    expect(await read(activityOf(`videos/${video}`))).toEqual({ objectType: 'Activity', id });
  });

  it.each([
    ['its own language', 'clip/fi', 204],
    ['another language that videos are made in', 'clip/en', 204],
    ['a language that is none, which would be room for anything', 'clip/notes-17', 403],
    ['no section of the course', 'unknown/fi', 403],
  ])('of %s keeps a learner’s place or refuses to', async (_, video, status) => {
    const { app, signIn } = await lessons();
    const learner = await signIn();
    const { actor } = await learner.progress();
    const query = new URLSearchParams({
      activityId: `${idBase}/videos/${video}`,
      agent: JSON.stringify(actor),
      stateId: 'place',
    });
    const stored = await app.fetch(`/xapi/activities/state?${query}`, {
      method: 'PUT',
      headers: { ...learner.headers, 'x-experience-api-version': '1.0.3', 'content-type': 'application/json' },
      body: JSON.stringify({ seconds: 12 }),
    });
    expect(stored.status).toBe(status);
  });
});

describe('a question of the feedback', () => {
  it('is defined as a scale of five steps, in every language', async () => {
    const { read } = await lessons();
    const found = (await read(activityOf('feedback/kinds/learned'))) as { definition: { scale: unknown[] } };
    expect(found).toMatchObject({
      id: `${idBase}/feedback/kinds/learned`,
      definition: {
        type: interaction,
        interactionType: 'likert',
        description: { fi: 'Opitko jotain uutta?', sv: 'Lärde du dig något nytt?', en: 'Did you learn something new?' },
      },
    });
    expect(found.definition.scale).toHaveLength(5);
    expect(found.definition.scale[0]).toEqual({
      id: '1',
      description: { fi: 'En mitään', sv: 'Ingenting', en: 'Nothing' },
    });
    expect(found.definition.scale[4]).toMatchObject({ id: '5', description: { fi: 'Erittäin paljon' } });
  });

  it.each(['kinds/comment', 'unknown/learned'])('that nobody asks, %s, is answered with its id', async (question) => {
    const { read } = await lessons();
    const id = `${idBase}/feedback/${question}`;
    expect(await read(activityOf(`feedback/${question}`))).toEqual({ objectType: 'Activity', id });
  });
});
