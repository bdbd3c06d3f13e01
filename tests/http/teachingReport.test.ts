import { describe, expect, it } from 'vitest';
import { openLowdbStores } from '../../src/stores/lowdb/openStores.ts';
import { accountActor, actorKey, clientAgent } from '../../src/xapi/actors.ts';
import type { NewStatement } from '../../src/xapi/types.ts';
import { everyTypeCourse } from '../support/everyType.ts';
import { moduleRun } from '../support/moduleRun.ts';
import { idBase } from '../support/statements.ts';
import { openOptions } from '../support/stores.ts';
import { type TestApp, testApp } from '../support/testApp.ts';

const at = '2026-11-21T10:00:00.000Z';
const name = (learner: number) => `learner-${learner}`;
/** An answer of each of so many learners to the closing quiz's first question, seven of ten right. */
const answers = (count: number): readonly NewStatement[] =>
  Array.from({ length: count }, (_, learner) =>
    moduleRun(everyTypeCourse, idBase, name(learner), 'tested').answers(
      'final/a',
      [learner % 10 < 7 ? 'right' : 'wrong'],
      at,
    ),
  );

async function seenBy(app: TestApp, persona: string) {
  const services = app.services();
  return services.teaching.read((await services.demoPersona(persona))!);
}

/** What a coordinator is told of that question. */
async function told(app: TestApp) {
  const report = await seenBy(app, 'coordinator');
  const module = report?.modules.find((one) => one.module === 'tested');
  return module?.questions.find(({ id }) => id === 'final/a')?.figures;
}

describe('how the course teaches', () => {
  it('is told to a coordinator alone, by module in the order of the course', async () => {
    const app = await testApp({ content: everyTypeCourse });
    const report = await seenBy(app, 'coordinator');
    expect(report?.modules.map(({ module, isTold }) => [module, isTold])).toEqual([
      ['kinds', false],
      ['meeting', false],
      ['strict', false],
      ['tested', false],
    ]);
    for (const persona of ['learner', 'manager']) expect(await seenBy(app, persona)).toBeNull();
  });

  it('is told from ten learners on, a minute after the look before at the latest, and names nobody', async () => {
    const app = await testApp({ content: everyTypeCourse });
    const [tenth, ...nine] = answers(10).toReversed();
    await app.services().lrs.store.append(nine);
    expect(await told(app)).toBeNull();
    await app.services().lrs.store.append([tenth!]);
    app.pass(1);
    expect(await told(app)).toMatchObject({ learners: 10, facility: 70, discrimination: null });
    const everything = JSON.stringify(await seenBy(app, 'coordinator'));
    for (let learner = 0; learner < 10; learner += 1) expect(everything).not.toContain(name(learner));
  });

  it('tells of a claim from the day after it was to be looked at again, whatever day the course was built', async () => {
    const place = { file: 'src/content/modules/tested/part.mdx', line: 7 };
    const finding = { ...place, severity: 'warning', message: 'm', fix: 'f' } as const;
    const content = {
      ...everyTypeCourse,
      findings: [{ ...finding, rule: 'readability' }],
      reviews: [
        { day: '2026-11-21', place },
        { day: '2026-11-22', place },
      ],
      translations: [{ module: 'tested', section: 'part', language: 'sv', texts: 4, missing: 3, stale: 1 }],
    } as const;
    const app = await testApp({ content });
    const seen = async () =>
      (await seenBy(app, 'coordinator'))!.findings!.map(({ rule, message }) => `${rule} ${message}`);
    expect(await seen()).toEqual(['readability m']);
    app.pass(24 * 60);
    const due = (day: string) => `review-due Tämä tieto piti tarkistaa viimeistään ${day}.`;
    expect(await seen()).toEqual(['readability m', due('21.11.2026')]);
    app.pass(24 * 60);
    expect(await seen()).toEqual(['readability m', due('21.11.2026'), due('22.11.2026')]);
    expect((await seenBy(app, 'coordinator'))!.translations).toEqual(content.translations);
    expect((await seenBy(await testApp({ content: everyTypeCourse }), 'coordinator'))!.findings).toBeNull();
  });

  it('is not computed again within a minute', async () => {
    const app = await testApp({ content: everyTypeCourse });
    const first = await seenBy(app, 'coordinator');
    expect(await seenBy(app, 'coordinator')).toBe(first);
    app.pass(1);
    expect(await seenBy(app, 'coordinator')).not.toBe(first);
  });

  it('counts nothing that an API client says of learners', async () => {
    const app = await testApp({ content: everyTypeCourse });
    const authority = clientAgent(idBase, 'tool');
    await app.services().lrs.store.append(answers(10).map((statement) => ({ ...statement, authority })));
    expect(await told(app)).toBeNull();
  });

  it('begins anew when the question is asked otherwise', async () => {
    const app = await testApp({ content: everyTypeCourse });
    await app.services().lrs.store.append(answers(10));
    expect(await told(app)).toMatchObject({ learners: 10 });
    const quizzes = JSON.parse(JSON.stringify(everyTypeCourse.quizzes).replace('"a?"', '"a, really?"')) as never;
    await app.restart({ content: { ...everyTypeCourse, quizzes } });
    expect(await told(app)).toBeNull();
  });

  it('does not tell of somebody who was erased', async () => {
    const app = await testApp({ content: everyTypeCourse });
    await app.services().lrs.store.append(answers(10));
    const agents = [actorKey(accountActor(idBase, name(3)))!];
    await app.restart({
      async meanwhile(dataDir) {
        const stores = await openLowdbStores(openOptions(dataDir));
        await stores.erasure.erase({ personId: name(3), reportId: null, agents, by: 'maintainer' });
        await stores.close();
      },
    });
    expect(await told(app)).toBeNull();
  });

  it('comes with what the content check found at the build, and without where it was not asked', async () => {
    const place = { file: 'quizzes/final.yaml', line: 3, rule: 'review-due', severity: 'warning' } as const;
    const findings = [{ ...place, message: 'Tarkista.', fix: 'Korjaa.' }];
    const checked = await testApp({ content: { ...everyTypeCourse, findings } });
    expect((await seenBy(checked, 'coordinator'))?.findings).toEqual(findings);
    const unchecked = await testApp({ content: everyTypeCourse });
    expect((await seenBy(unchecked, 'coordinator'))?.findings).toBeNull();
  });
});
