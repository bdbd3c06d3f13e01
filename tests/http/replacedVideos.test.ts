import { describe, expect, it } from 'vitest';
import { type Said, VideoSession, videoStatement } from '../../src/components/videoSession.client.ts';
import type { CourseArtefact } from '../../src/course/artefact.ts';
import type { SectionNode } from '../../src/course/tree.ts';
import type { Segment } from '../../src/xapi/videoProfile.ts';
import { changedCourse } from '../support/changedCourse.ts';
import { smallModule } from '../support/course.ts';
import { type Learner, lessons } from '../support/learnerCalls.ts';
import { json } from '../support/testApp.ts';

const [begin, end] = smallModule.sections as [SectionNode, SectionNode];
const before = changedCourse({ sections: [begin, { ...end, videos: ['film'] }] });

/** What an author can do to a course with a video, and where its learners then find it. */
const changes: readonly { what: string; content: CourseArtefact; module: string; section: string; video: string }[] = [
  {
    what: 'the video',
    content: changedCourse({ sections: [begin, { ...end, videos: ['movie'] }] }, ['video film replaced by movie']),
    module: 'module',
    section: 'end',
    video: 'movie',
  },
  {
    what: 'the video, twice',
    content: changedCourse({ sections: [begin, { ...end, videos: ['clip'] }] }, [
      'video film replaced by movie',
      'video movie replaced by clip',
    ]),
    module: 'module',
    section: 'end',
    video: 'clip',
  },
  {
    what: 'its section',
    content: changedCourse({ sections: [begin, { ...end, id: 'finish', videos: ['film'] }] }, [
      'section module/end replaced by module/finish',
    ]),
    module: 'module',
    section: 'finish',
    video: 'film',
  },
  {
    what: 'its module, its section and itself',
    content: changedCourse({ id: 'course-2', sections: [begin, { ...end, id: 'finish', videos: ['movie'] }] }, [
      'module module version 3 replaced by course-2',
      'section module/end replaced by course-2/finish',
      'video film replaced by movie',
    ]),
    module: 'course-2',
    section: 'finish',
    video: 'movie',
  },
];

/** A course with a video of 100 seconds, and a learner before it. */
async function cinema() {
  const { app, signIn, stored } = await lessons(before);
  const learner = await signIn();
  /** What the page says of a session with the video, in the order it is said. */
  const session = async (
    module: string,
    video: string,
    how: (session: VideoSession) => void,
    earlier: readonly Segment[] = [],
  ) => {
    const said: Said[] = [];
    const state = { time: 0, length: 100 };
    const say = (one: Said) => said.push(one);
    how(new VideoSession({ state, earlier, completed: false, settings: () => ({}), say }));
    const { actor, idBase } = await learner.progress();
    const { registration } = await learner.moduleProgress(module);
    return said.map((one) => videoStatement(one, { actor, idBase, registration, video }));
  };
  const send = async (statements: unknown) => {
    const headers = { ...learner.headers, 'x-experience-api-version': '2.0.0' };
    return (await app.fetch('/xapi/statements', json(headers, statements))).status;
  };
  return { app, learner, stored, session, send };
}

const half = (session: VideoSession) => {
  session.played(0);
  session.reached(42);
  session.terminated();
};
const rest = (session: VideoSession) => {
  session.played(42);
  session.reached(100);
  session.paused(100);
  session.terminated();
};
const videosOf = async (learner: Learner, module: string) => (await learner.moduleProgress(module)).videos;

describe.each(changes)('when another id is given to $what', ({ content, module, section, video }) => {
  it('a learner comes back to the place, with what was seen, and goes on until all is', async () => {
    const { app, learner, stored, session, send } = await cinema();
    for (const lang of ['fi', 'sv']) expect(await send(await session('module', `film/${lang}`, half))).toBe(200);
    const kept = await stored();
    await app.restart({ content });
    const left = { time: 42, segments: [[0, 42]], completed: false };
    expect(await videosOf(learner, module)).toEqual([
      { id: `${video}/fi`, ...left },
      { id: `${video}/sv`, ...left },
    ]);
    expect((await learner.progress()).last).toEqual({ module, section });
    expect(await stored()).toEqual(kept);
    expect(await send(await session(module, `${video}/fi`, rest, [[0, 42]]))).toBe(200);
    expect((await videosOf(learner, module))[0]).toEqual({
      id: `${video}/fi`,
      time: 100,
      segments: [[0, 100]],
      completed: true,
    });
  });

  it('what was watched to its end stays so, and what waited in a browser is taken', async () => {
    const { app, learner, session, send } = await cinema();
    const waiting = await session('module', 'film/fi', rest, [[0, 42]]);
    await send(await session('module', 'film/fi', half));
    await app.restart({ content });
    expect(await send(waiting)).toBe(200);
    const watched = { id: `${video}/fi`, time: 100, segments: [[0, 100]], completed: true };
    expect(await videosOf(learner, module)).toEqual([watched]);
    await app.restart({ content });
    expect(await videosOf(learner, module)).toEqual([watched]);
  });
});

describe('a learner goes on from the section of the newest mark or answer', () => {
  it.each<[what: string, content: CourseArtefact, last: { module: string; section: string }]>([
    [
      'whose question got another id',
      changedCourse(
        { sections: [{ ...begin, questions: ['quiz/one'] }, end] },
        ['question quiz/first replaced by quiz/one'],
        before.quizzes['quiz']!.questions.map((one) => (one.id === 'first' ? { ...one, id: 'one' } : one)),
      ),
      { module: 'module', section: 'begin' },
    ],
    [
      'whose module and section got other ids',
      changedCourse({ id: 'course-2', sections: [{ ...begin, id: 'start' }, end] }, [
        'module module version 3 replaced by course-2',
        'section module/begin replaced by course-2/start',
      ]),
      { module: 'course-2', section: 'start' },
    ],
  ])('%s', async (_, content, last) => {
    const { app, learner } = await cinema();
    await learner.goThrough('module', 'begin');
    await learner.graded('quiz/first', ['wrong']);
    await app.restart({ content });
    expect((await learner.progress()).last).toEqual(last);
  });
});
