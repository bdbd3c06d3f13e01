import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { compactVerify, importJWK, type JWK } from 'jose';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { CourseArtefact } from '../../src/course/artefact.ts';
import type { SectionNode } from '../../src/course/tree.ts';
import { createListener } from '../../src/server/http/listener.ts';
import { builtPages } from '../../src/server/http/pageSteps.ts';
import { certificateIn } from '../support/certificates.ts';
import { changedCourse } from '../support/changedCourse.ts';
import { completeModule } from '../support/completeModule.ts';
import { smallModule } from '../support/course.ts';
import { testApp, type TestApp } from '../support/testApp.ts';

const dist = join(import.meta.dirname, '..', '..', 'dist');
const [begin, end] = smallModule.sections as [SectionNode, SectionNode];
const addresses = { module: '/certificates/fi/modules/module.pdf', course: '/certificates/fi/courses/course.pdf' };
const kinds = ['module', 'course'] as const;

const renamed = changedCourse({ id: 'course-2', title: 'Anew' }, ['module module version 3 replaced by course-2']);
const twice = changedCourse({ id: 'course-3', title: 'Anew' }, [
  'module module version 3 replaced by course-2',
  'module course-2 replaced by course-3',
]);
/** What an author can do to a module of which certificates were given. `today` is its id then; null where it is gone. */
const changes: readonly { what: string; content: CourseArtefact; today: string | null }[] = [
  { what: 'got another id', content: renamed, today: 'course-2' },
  { what: 'got another id twice', content: twice, today: 'course-3' },
  {
    what: 'got another id, a newer version and other ids in it',
    content: changedCourse(
      {
        id: 'course-2',
        title: 'Anew',
        version: 4,
        sections: [
          { ...begin, id: 'start' },
          { ...end, id: 'finish', changedIn: 4 },
        ],
      },
      [
        'module module version 4 replaced by course-2',
        'section module/begin replaced by course-2/start',
        'section module/end replaced by course-2/finish',
      ],
    ),
    today: 'course-2',
  },
  {
    what: 'got another id and was taken out later',
    content: changedCourse({ id: 'other', title: 'Other' }, ['module module version 3 replaced by course-2 retired']),
    today: null,
  },
  {
    what: 'got another id twice and was taken out later',
    content: changedCourse({ id: 'other', title: 'Other' }, [
      'module module version 3 replaced by course-2',
      'module course-2 replaced by course-3 retired',
    ]),
    today: null,
  },
  {
    what: 'was taken out',
    content: changedCourse({ id: 'other', title: 'Other' }, ['module module version 3 retired']),
    today: null,
  },
];

/** Reads the text of pages of the built site, served with the application's services. */
async function pagesOf(app: TestApp): Promise<(path: string) => Promise<string>> {
  const services = app.services();
  const server = createServer(createListener(services, await builtPages(dist, services)));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  const { port } = server.address() as AddressInfo;
  return async (path) => {
    const response = await fetch(`http://127.0.0.1:${port}${path}`);
    expect(response.status, path).toBe(200);
    return (await response.text()).replaceAll(/<(script|style)\b.*?<\/\1>|<[^>]+>/gs, ' ');
  };
}

async function certificateOf(app: TestApp, headers: Record<string, string>, path: string) {
  const response = await app.fetch(path, { headers });
  expect(response.status, path).toBe(200);
  return certificateIn(new Uint8Array(await response.arrayBuffer()));
}

/** Somebody has completed the small module and taken both certificates along. */
async function certified() {
  const app = await testApp();
  const headers = await completeModule(app, 'learner');
  const given = {
    module: await certificateOf(app, headers, addresses.module),
    course: await certificateOf(app, headers, addresses.course),
  };
  return { app, headers, given };
}

async function dateIn(app: TestApp, token: string): Promise<string> {
  const { keys } = (await (await app.fetch('/.well-known/jwks.json')).json()) as { keys: [JWK] };
  const { payload } = await compactVerify(token, await importJWK(keys[0]));
  return (JSON.parse(new TextDecoder().decode(payload)) as { date: string }).date;
}

describe.each(changes)('when a module $what', ({ content, today }) => {
  it.each(kinds)(
    'a %s’s certificate given before is valid by its address and offline, in every language',
    async (of) => {
      const { app, given } = await certified();
      await app.restart({ content });
      expect(await dateIn(app, given[of])).toBe('2026-11-21');
      const page = await pagesOf(app);
      const told = await page(`/fi/verify/?c=${given[of]}`);
      expect(told).toContain('Todistus on aito ja voimassa');
      if (today !== null) expect(told).toContain('Anew');
      expect(await page(`/sv/verify/?c=${given[of]}`)).toContain('Intyget är äkta och gäller');
    },
  );
});

describe.each(changes.filter(({ today }) => today !== null))('when a module $what', ({ content, today }) => {
  it('its certificate is made again, by the old address and the new, and of the same completion', async () => {
    const { app, headers, given } = await certified();
    const date = await dateIn(app, given.module);
    await app.restart({ content });
    const page = await pagesOf(app);
    for (const path of [addresses.module, `/certificates/fi/modules/${today}.pdf`, addresses.course]) {
      const token = await certificateOf(app, headers, path);
      expect(await dateIn(app, token), path).toBe(date);
      const told = await page(`/fi/verify/?c=${token}`);
      expect(told, path).toContain('Todistus on aito ja voimassa');
      expect(told, path).toContain('Anew');
    }
  });
});

it('a certificate made between two changes of a module’s id stays valid', async () => {
  const { app, headers } = await certified();
  await app.restart({ content: renamed });
  const between = [
    await certificateOf(app, headers, '/certificates/fi/modules/course-2.pdf'),
    await certificateOf(app, headers, addresses.course),
  ];
  await app.restart({ content: twice });
  const page = await pagesOf(app);
  for (const token of between) {
    const told = await page(`/fi/verify/?c=${token}`);
    expect(told).toContain('Todistus on aito ja voimassa');
    expect(told).toContain('Anew');
  }
});

it.each([
  ['once', [renamed], 'formerly course-2'],
  ['twice', [renamed, twice], 'formerly course-2, course-3'],
])(
  'a certificate made before a module that was renamed %s took its id back stays valid',
  async (_, between, formerly) => {
    const { app, headers, given } = await certified();
    const tokens = Object.values(given);
    for (const content of between) {
      await app.restart({ content });
      const { id } = content.course.modules[0]!;
      tokens.push(await certificateOf(app, headers, `/certificates/fi/modules/${id}.pdf`));
      tokens.push(await certificateOf(app, headers, addresses.course));
    }
    await app.restart({ content: changedCourse({ title: 'Back' }, [`module module ${formerly}`]) });
    const page = await pagesOf(app);
    for (const token of [...tokens, await certificateOf(app, headers, addresses.module)]) {
      const told = await page(`/fi/verify/?c=${token}`);
      expect(told).toContain('Todistus on aito ja voimassa');
      expect(told).toContain('Back');
    }
  },
);
