import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { importJWK, type JWK, compactVerify } from 'jose';
import { describe, expect, it, onTestFinished } from 'vitest';
import { nameHash } from '../../src/reports/certificates/nameHash.ts';
import type { ModulePayload } from '../../src/reports/certificates/payload.ts';
import { rotateKeys } from '../../src/reports/certificates/keys.ts';
import { backUp } from '../../src/stores/lowdb/backupFolder.ts';
import { nodeFileOperations } from '../../src/stores/lowdb/fileOperations.ts';
import { openLowdbStores, type Stores } from '../../src/stores/lowdb/openStores.ts';
import { restore } from '../../src/stores/lowdb/restoreFolder.ts';
import { accountActor, actorKey } from '../../src/xapi/actors.ts';
import { certificateIn } from '../support/certificates.ts';
import { completeModule } from '../support/completeModule.ts';
import { smallCourse, smallModule } from '../support/course.ts';
import { openOptions, temporaryFolder } from '../support/stores.ts';
import { idBase } from '../support/statements.ts';
import { codeOf, json, origin, testApp, type TestApp } from '../support/testApp.ts';

const ofModule = '/certificates/fi/modules/module.pdf';
const ofCourse = '/certificates/fi/courses/course.pdf';

async function pdfOf(app: TestApp, headers: Record<string, string>, path = ofModule): Promise<Uint8Array> {
  const response = await app.fetch(path, { headers });
  expect(response.status).toBe(200);
  return new Uint8Array(await response.arrayBuffer());
}

async function publicKeys(app: TestApp): Promise<JWK[]> {
  const response = await app.fetch('/.well-known/jwks.json');
  return ((await response.json()) as { keys: JWK[] }).keys;
}

/** What a maintainer does with the stopped store. */
const withStores = (work: (stores: Stores) => Promise<unknown>) => async (dataDir: string) => {
  const stores = await openLowdbStores(openOptions(dataDir));
  await work(stores);
  await stores.close();
};
const rotate = withStores(({ certificateKeys }) => rotateKeys(certificateKeys, () => new Date()));

describe('a certificate', () => {
  it('is given to the learner who completed the module, as a file that nobody keeps', async () => {
    const app = await testApp();
    const response = await app.fetch(ofModule, { headers: await completeModule(app, 'learner') });
    expect(response.status).toBe(200);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'application/pdf',
      'content-disposition': 'attachment; filename="todistus-module.pdf"',
      'content-language': 'fi',
      'cache-control': 'no-store',
    });
  });

  it.each([
    ['sv', 'intyg-module.pdf'],
    ['en', 'certificate-module.pdf'],
  ])('in %s is named %s', async (lang, fileName) => {
    const app = await testApp();
    const learner = await completeModule(app, 'learner');
    const response = await app.fetch(`/certificates/${lang}/modules/module.pdf`, { headers: learner });
    expect(response.headers.get('content-disposition')).toBe(`attachment; filename="${fileName}"`);
  });

  it('is given to nobody else: signed out, another learner, a manager, not yet completed, unknown', async () => {
    const app = await testApp();
    const learner = await completeModule(app, 'learner');
    const others = { learner2: await app.signIn('learner2'), manager: await app.signIn('manager') };
    for (const path of [ofModule, ofCourse]) {
      expect((await app.fetch(path)).status, `${path} signed out`).toBe(401);
      for (const [persona, headers] of Object.entries(others))
        expect((await app.fetch(path, { headers })).status, `${path} as ${persona}`).toBe(404);
    }
    for (const path of [
      '/certificates/fi/modules/later.pdf',
      '/certificates/fi/modules/unknown.pdf',
      '/certificates/fi/courses/unknown.pdf',
      '/certificates/fi/courses/module.pdf',
      '/certificates/fi/modules/module',
      '/certificates/fi/modules/module.pdf.pdf',
      '/certificates/fi/modules/__proto__.pdf',
      '/certificates/fi/modules/..%2Fmodule.pdf',
      '/certificates/de/modules/module.pdf',
      '/certificates/fi/module.pdf',
      '/certificates/',
    ])
      expect((await app.fetch(path, { headers: learner })).status, path).toBe(404);
  });

  it('is refused in the language of its address', async () => {
    const app = await testApp();
    const headers = { ...(await app.signIn('learner')), 'accept-language': 'en' };
    const response = await app.fetch('/certificates/sv/modules/module.pdf', { headers });
    expect(response.headers.get('content-language')).toBe('sv');
    expect(await response.json()).toMatchObject({
      error: { code: 'no_certificate', message: expect.stringMatching(/^Det finns inget intyg/) as string },
    });
  });

  it('leads a browser without a session to the sign-in page, in its language', async () => {
    const app = await testApp();
    const response = await app.fetch('/certificates/sv/modules/module.pdf', { headers: { accept: 'text/html' } });
    expect([response.status, response.headers.get('location')]).toEqual([303, '/sv/sign-in/?returnTo=%2Fsv%2Fmy%2F']);
  });

  it('is not made for a person whose name is forgotten', async () => {
    const app = await testApp();
    const learner = await completeModule(app, 'learner');
    await app.restart({
      meanwhile: withStores(async ({ people }) => {
        const all = await people.people();
        await people.save({ people: all.map((person) => ({ ...person, name: null })) });
      }),
    });
    const response = await app.fetch(ofModule, { headers: learner });
    expect([response.status, await codeOf(response)]).toEqual([409, 'name_unknown']);
  });

  it('has the same bytes each time, after a restart too, and says another name once the person has it', async () => {
    const app = await testApp();
    const learner = await completeModule(app, 'learner');
    const first = await pdfOf(app, learner);
    await app.restart();
    expect(Buffer.compare(await pdfOf(app, learner), first)).toBe(0);
    await app.restart({
      meanwhile: withStores(async ({ people }) => {
        const all = await people.people();
        await people.save({ people: all.map((person) => ({ ...person, name: 'Uusi nimi' })) });
      }),
    });
    expect(Buffer.compare(await pdfOf(app, learner), first)).not.toBe(0);
  });

  it('verifies offline with the public keys, and holds nothing of the person but a salted hash of the name', async () => {
    const app = await testApp();
    const learner = await completeModule(app, 'learner');
    const token = await certificateIn(await pdfOf(app, learner));
    const [key] = await publicKeys(app);
    const { payload, protectedHeader } = await compactVerify(token, await importJWK(key!));
    expect(protectedHeader).toEqual({ alg: 'EdDSA', typ: 'oppihetki-certificate', kid: key!.kid });
    const told = JSON.parse(new TextDecoder().decode(payload)) as ModulePayload;
    expect(told).toEqual({
      statement: expect.stringMatching(/^[0-9a-f-]{36}$/) as string,
      module: 'module',
      version: 3,
      date: '2026-11-21',
      salt: expect.any(String) as string,
      name: nameHash(told.salt, 'Oppija'),
    });
  });
});

describe('the verification of a certificate', () => {
  const setUp = async (path = ofModule, env?: Record<string, string>) => {
    const app = await testApp({ ...(env && { env }) });
    const learner = await completeModule(app, 'learner');
    const token = await certificateIn(await pdfOf(app, learner, path));
    const kind = async (text = token) => (await app.services().certificates.verify(text)).kind;
    return { app, learner, token, kind };
  };

  it.each([ofModule, ofCourse])('is valid while the record is kept: %s', async (path) => {
    const { app, token, kind } = await setUp(path);
    expect(await kind()).toBe('valid');
    expect(await kind(` ${origin}/fi/verify/?c=${token}\n`)).toBe('valid');
    await app.restart();
    expect(await kind()).toBe('valid');
  });

  it.each([ofModule, ofCourse])('tells of an erased person that the record is not kept: %s', async (path) => {
    const { app, learner, kind } = await setUp(path);
    const { actor } = (await (await app.fetch('/api/progress', { headers: learner })).json()) as {
      actor: { account: { name: string } };
    };
    const personId = actor.account.name;
    const agents = [actorKey(accountActor(idBase, personId))!];
    await app.restart({
      meanwhile: withStores(({ erasure }) => erasure.erase({ personId, reportId: null, agents, by: 'maintainer' })),
    });
    expect(await kind()).toBe('not-kept');
    expect((await app.fetch(path, { headers: learner })).status).toBe(401);
  });

  it.each([ofModule, ofCourse])('tells of a voided completion that the record is not kept: %s', async (path) => {
    const { app, learner, token, kind } = await setUp(path, { XAPI_CLIENTS: 'tool:secret:all' });
    const { statement } = JSON.parse(Buffer.from(token.split('.')[1]!, 'base64url').toString()) as ModulePayload;
    const authorization = `Basic ${Buffer.from('tool:secret').toString('base64')}`;
    const headers = { authorization, 'x-experience-api-version': '2.0.0' };
    const voiding = {
      actor: { mbox: 'mailto:maintainer@example.org' },
      verb: { id: 'http://adlnet.gov/expapi/verbs/voided' },
      object: { objectType: 'StatementRef', id: statement },
    };
    expect((await app.fetch('/xapi/statements', json(headers, voiding))).status).toBe(200);
    expect(await kind()).toBe('not-kept');
    expect((await app.fetch(path, { headers: learner })).status).toBe(404);
  });

  it('stays valid when a module or the course changes: a certificate tells what was true then', async () => {
    const { app, learner, kind } = await setUp(ofCourse);
    const added = { ...smallModule, id: 'added' };
    const raised = { ...smallModule, version: 4 };
    const content = { ...smallCourse, course: { ...smallCourse.course, modules: [raised, added] } };
    await app.restart({ content });
    expect(await kind()).toBe('valid');
    expect((await app.fetch(ofCourse, { headers: learner })).status).toBe(404);
    const ofOlderVersion = await certificateIn(await pdfOf(app, learner));
    expect(await app.services().certificates.verify(ofOlderVersion)).toMatchObject({
      kind: 'valid',
      payload: { version: 3 },
    });
  });

  it('knows no certificate of another installation', async () => {
    const { app } = await setUp();
    const other = await setUp();
    expect((await app.services().certificates.verify(other.token)).kind).toBe('unknown-key');
  });

  it('keeps older certificates valid through a rotation, and signs new ones with the new key', async () => {
    const { app, learner, token, kind } = await setUp();
    const [before] = await publicKeys(app);
    await app.restart({ meanwhile: rotate });
    const after = await publicKeys(app);
    expect(after).toHaveLength(2);
    expect(after[1]).toEqual(before);
    expect(await kind()).toBe('valid');
    const newer = await certificateIn(await pdfOf(app, learner));
    expect(newer).not.toBe(token);
    expect(await kind(newer)).toBe('valid');
  });

  it('goes on after a backup is restored: the same key signs, and what was signed since stays genuine', async () => {
    const { app, learner, token, kind } = await setUp();
    const folder = await temporaryFolder();
    onTestFinished(() => folder.remove());
    const backup = join(folder.path, 'backup');
    const optionsOf = (dataDir: string) => ({ ...openOptions(dataDir), files: nodeFileOperations });
    const pdf = await pdfOf(app, learner);
    await app.restart({
      meanwhile: async (dataDir) => {
        const { files } = await backUp({ ...optionsOf(dataDir), target: backup });
        expect(files.map(({ name }) => name)).toContain('certificate-keys.json');
        await rotate(dataDir);
      },
    });
    const since = await certificateIn(await pdfOf(app, learner));
    await app.restart({
      meanwhile: async (dataDir) => {
        const { aside } = await restore({ ...optionsOf(dataDir), backup, replace: true });
        await nodeFileOperations.removeFolder(aside!);
      },
    });
    expect(Buffer.compare(await pdfOf(app, learner), pdf)).toBe(0);
    expect([await kind(token), await kind(since)]).toEqual(['valid', 'valid']);
    expect((await publicKeys(app)).map(({ kid }) => kid)).toEqual(
      [token, since].map((one) => (JSON.parse(Buffer.from(one.split('.')[0]!, 'base64url').toString()) as JWK).kid),
    );
  });

  it('keeps its keys where a backup from before the first certificate is restored, and does without damaged ones', async () => {
    const app = await testApp();
    const learner = await completeModule(app, 'learner');
    const folder = await temporaryFolder();
    onTestFinished(() => folder.remove());
    const backup = join(folder.path, 'backup');
    const optionsOf = (dataDir: string) => ({ ...openOptions(dataDir), files: nodeFileOperations });
    const restored = async (dataDir: string) => {
      const { aside } = await restore({ ...optionsOf(dataDir), backup, replace: true });
      await nodeFileOperations.removeFolder(aside!);
    };
    await app.restart({ meanwhile: async (dataDir) => void (await backUp({ ...optionsOf(dataDir), target: backup })) });
    const pdf = await pdfOf(app, learner);
    await app.restart({ meanwhile: restored });
    expect(Buffer.compare(await pdfOf(app, learner), pdf)).toBe(0);
    await app.restart({
      meanwhile: async (dataDir) => {
        await writeFile(join(dataDir, 'certificate-keys.json'), '{');
        await restored(dataDir);
      },
    });
    expect(await publicKeys(app)).toEqual([]);
  });
});

describe('/.well-known/jwks.json', () => {
  it('holds no key before the first certificate, and asking makes none', async () => {
    const app = await testApp();
    expect(await publicKeys(app)).toEqual([]);
    expect(await publicKeys(app)).toEqual([]);
  });

  it('holds public parts alone, for pages of any origin', async () => {
    const app = await testApp();
    await pdfOf(app, await completeModule(app, 'learner'));
    await app.restart({ meanwhile: rotate });
    const response = await app.fetch('/.well-known/jwks.json');
    expect(response.headers.get('access-control-allow-origin')).toBe('*');
    expect(response.headers.get('cache-control')).toBe('public, max-age=300');
    const { keys } = (await response.json()) as { keys: JWK[] };
    expect(keys).toHaveLength(2);
    for (const key of keys) expect(Object.keys(key).sort()).toEqual(['alg', 'crv', 'kid', 'kty', 'use', 'x']);
  });

  it('is all there is at /.well-known', async () => {
    const app = await testApp();
    expect((await app.fetch('/.well-known/other')).status).toBe(404);
    expect((await app.fetch('/.well-known/jwks.json', { method: 'POST' })).status).toBe(404);
  });
});
