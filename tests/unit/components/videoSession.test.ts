import { describe, expect, it } from 'vitest';
import { type Said, VideoSession, videoStatement } from '../../../src/components/videoSession.client.ts';
import { videoProgress } from '../../../src/completion/videoProgress.ts';
import { learnerMayStore } from '../../../src/lrs/learnerAllowList.ts';
import { accountActor } from '../../../src/xapi/actors.ts';
import type { NewStatement, Statement } from '../../../src/xapi/types.ts';
import { validateStatement } from '../../../src/xapi/validation/statement.ts';
import { parseSegments, type Segment, seenShare, segmentsText, unionOf } from '../../../src/xapi/videoProfile.ts';
import { brokenVideoRules } from '../../support/videoProfileRules.ts';
import { idBase, learnerRules, registration } from '../lrs/recordStore.ts';

/** Watches a video of 100 seconds, and answers the statements of it. */
function watch(how: (session: VideoSession) => void, earlier: readonly Segment[] = [], completed = false): Statement[] {
  const said: Said[] = [];
  const session = new VideoSession({
    state: { time: 0, length: 100 },
    earlier,
    completed,
    settings: () => ({ speed: '1x', volume: 1, 'cc-enabled': true, 'cc-subtitle-lang': 'fi', 'full-screen': false }),
    say: (one) => said.push(one),
  });
  how(session);
  const about = { actor: accountActor(idBase, 'x1'), registration, idBase, video: 'film/fi' };
  return said.map((one) => videoStatement(one, about));
}

const verbs = (statements: readonly Statement[]) => statements.map(({ verb }) => verb.id.split('/').at(-1));
const extension = (part: object | undefined, name: string) =>
  (part as Record<string, unknown> | undefined)?.[`https://w3id.org/xapi/video/extensions/${name}`];

const through: (session: VideoSession) => void = (session) => {
  session.played(0);
  session.reached(40);
  session.seeked(60);
  session.reached(80);
  session.interacted({ speed: '1.5x' });
  session.paused(81.5);
  session.terminated();
};

describe('a session of a video', () => {
  it('says what was done, in the words and the order of the Video Profile', () => {
    const statements = watch(through);
    expect(verbs(statements)).toEqual(['initialized', 'played', 'seeked', 'interacted', 'paused', 'terminated']);
    expect(brokenVideoRules(statements)).toEqual([]);
    const paused = statements[4]!;
    expect(extension(paused.result?.extensions, 'played-segments')).toBe('0.000[.]40.000[,]60.000[.]81.500');
    expect(extension(paused.result?.extensions, 'progress')).toBe(0.615);
    expect(extension(statements[2]!.result?.extensions, 'time-from')).toBe(40);
  });

  it('says nothing that its learner’s session may not store', () => {
    for (const statement of [...watch(through), ...watch((session) => finish(session))]) {
      const outcome = validateStatement(JSON.parse(JSON.stringify(statement)), '2.0.0');
      expect(outcome.ok).toBe(true);
      expect(learnerMayStore(statement, learnerRules('x1')), verbs([statement])[0]).toBeNull();
    }
  });

  function finish(session: VideoSession): void {
    session.played(0);
    session.reached(89);
    session.reached(91);
    session.paused(100);
    session.terminated();
  }

  it('is completed once, when nine tenths are seen, earlier sessions counted in', () => {
    expect(verbs(watch(finish))).toEqual(['initialized', 'played', 'completed', 'paused', 'terminated']);
    expect(verbs(watch((session) => (session.played(80), session.paused(92)), [[0, 80]]))).toContain('completed');
    expect(verbs(watch(finish, [], true))).not.toContain('completed');
    const [, , completed] = watch(finish);
    expect(completed!.result).toMatchObject({
      completion: true,
      duration: expect.stringMatching(/^PT[\d.]+S$/) as string,
    });
  });

  it('counts what was seen twice once, and nothing that was skipped', () => {
    const statements = watch((session) => {
      session.played(0);
      session.reached(30);
      session.seeked(10);
      session.paused(35);
    });
    expect(extension(statements.at(-1)!.result?.extensions, 'progress')).toBe(0.35);
  });

  it('says nothing after its end', () => {
    const statements = watch((session) => {
      through(session);
      session.played(3);
      session.seeked(4);
      session.interacted({ volume: 0 });
      session.terminated();
    });
    expect(verbs(statements).at(-1)).toBe('terminated');
    expect(verbs(statements).filter((name) => name === 'terminated')).toHaveLength(1);
  });

  it('leaves the page while playing: paused first', () => {
    const statements = watch((session) => (session.played(0), session.reached(12), session.terminated()));
    expect(verbs(statements)).toEqual(['initialized', 'played', 'paused', 'terminated']);
  });
});

describe('what is known of a video', () => {
  it('is where it was last left, all that was seen, and whether it is completed', () => {
    const statements = [...watch(through), ...watch((session) => (session.played(30), session.paused(62)))];
    expect(videoProgress(statements as NewStatement[], idBase)).toEqual([
      { id: 'film/fi', time: 62, segments: [[0, 81.5]], completed: false },
    ]);
  });
});

describe('a learner’s session may not store of a video', () => {
  const [, , , , paused] = watch(through);
  const result = (change: object) => ({ result: { extensions: { ...paused!.result!.extensions, ...change } } });
  const iri = (name: string) => `https://w3id.org/xapi/video/extensions/${name}`;
  it.each<[string, object]>([
    ['text in an extension', result({ [iri('played-segments')]: 'terveystieto' })],
    ['an extension of another profile', result({ 'https://other.example/x': 1 })],
    ['a progress over the whole', result({ [iri('progress')]: 1.2 })],
    ['a time with more decimals than three', result({ [iri('time')]: 1.23456 })],
    ['no time', { result: { extensions: {} } }],
    ['completion with a pause', { result: { ...paused!.result, completion: true } }],
    ['completed without completion', { verb: { id: 'http://adlnet.gov/expapi/verbs/completed' } }],
    ['another definition', { object: { ...paused!.object, definition: { name: { fi: 'x' } } } }],
    ['no category', { context: { ...paused!.context, contextActivities: {} } }],
    ['a video that is not of the course', { object: { id: `${idBase}/videos/other/fi` } }],
    [
      'a language of the video that is free text',
      { context: { ...paused!.context, extensions: { ...paused!.context!.extensions, [iri('session-id')]: 'minä' } } },
    ],
  ])('%s', (_what, change) => {
    expect(learnerMayStore({ ...paused!, ...change }, learnerRules('x1'))).toEqual(expect.any(String));
  });
});

describe('played segments', () => {
  it('are read as they are written', () => {
    expect(
      parseSegments(
        segmentsText([
          [0, 12],
          [14, 21.5],
        ]),
      ),
    ).toEqual([
      [0, 12],
      [14, 21.5],
    ]);
    expect(parseSegments('')).toEqual([]);
    for (const text of ['1', '1[.]', '3[.]1', '1[.]2[.]3', 'a[.]b', '1[.]2[,]'])
      expect(parseSegments(text), text).toBeNull();
  });

  it('are joined where they meet', () => {
    expect(
      unionOf([
        [5, 9],
        [0, 3],
        [3, 6],
        [20, 21],
      ]),
    ).toEqual([
      [0, 9],
      [20, 21],
    ]);
    expect(
      seenShare(
        [
          [0, 50],
          [25, 75],
        ],
        100,
      ),
    ).toBe(0.75);
  });
});
