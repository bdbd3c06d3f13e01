import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { PeopleStore, Person, SessionRecord, SessionStore } from '../../../src/people/ports.ts';
import { createSessions } from '../../../src/people/sessions.ts';
import { somePerson } from '../../support/people.ts';

const minute = 60_000;
const learner: Person = somePerson('learner', { name: 'Oppija' });

function sessionsAt(start = '2026-11-21T10:00:00.000Z') {
  let now = Date.parse(start);
  let saves = 0;
  const records = new Map<string, SessionRecord>();
  const known = new Map<string, Person>([[learner.id, learner]]);
  const store: SessionStore = {
    find: (hash) => Promise.resolve(records.get(hash) ?? null),
    save: (record) => {
      saves += 1;
      records.set(record.hash, record);
      return Promise.resolve();
    },
    remove: (hash) => Promise.resolve(void records.delete(hash)),
    ofPerson: () => Promise.resolve([]),
    removeOf: () => Promise.resolve(),
    keepNewest: () => Promise.resolve(),
    removeOlder: ({ createdBefore, lastSeenBefore }) => {
      for (const { hash, createdAt, lastSeenAt } of records.values())
        if (createdAt < createdBefore || lastSeenAt < lastSeenBefore) records.delete(hash);
      return Promise.resolve();
    },
  };
  const people = { byId: (id: string) => Promise.resolve(known.get(id) ?? null) } as unknown as PeopleStore;
  const sessions = createSessions({
    store,
    people,
    clock: () => new Date(now),
    limits: { idle: 120, absolute: 720 },
  });
  return { sessions, records, known, pass: (by: number) => (now += by), saves: () => saves };
}

describe('a session', () => {
  it('is known by 256 random bits, of which only the hash is kept', async () => {
    const { sessions, records } = sessionsAt();
    const id = await sessions.start('learner');
    expect(Buffer.from(id, 'base64url')).toHaveLength(32);
    expect(await sessions.start('learner')).not.toBe(id);
    expect(JSON.stringify([...records])).not.toContain(id);
    expect(records.has(createHash('sha256').update(id).digest('hex'))).toBe(true);
  });

  it('shows the person as the people store knows them now', async () => {
    const { sessions, known } = sessionsAt();
    const id = await sessions.start('learner');
    known.set('learner', { ...learner, roles: ['manager'] });
    expect((await sessions.visitor(id))?.person.roles).toEqual(['manager']);
    known.delete('learner');
    expect(await sessions.visitor(id)).toBeNull();
  });

  it('ends when it was unused for longer than the idle limit, to the millisecond', async () => {
    const { sessions, pass } = sessionsAt();
    const id = await sessions.start('learner');
    pass(120 * minute);
    expect(await sessions.visitor(id)).not.toBeNull();
    pass(120 * minute + 1);
    expect(await sessions.visitor(id)).toBeNull();
  });

  it('ends at the absolute limit however much it is used', async () => {
    const { sessions, pass } = sessionsAt();
    const id = await sessions.start('learner');
    for (let hour = 0; hour < 12; hour += 1) {
      expect(await sessions.visitor(id)).not.toBeNull();
      pass(60 * minute);
    }
    expect(await sessions.visitor(id)).not.toBeNull();
    pass(1);
    expect(await sessions.visitor(id)).toBeNull();
  });

  it('writes its use at most every five minutes', async () => {
    const { sessions, pass, saves } = sessionsAt();
    const id = await sessions.start('learner');
    for (let reads = 0; reads < 10; reads += 1) await sessions.visitor(id);
    expect(saves()).toBe(1);
    pass(5 * minute);
    await sessions.visitor(id);
    await sessions.visitor(id);
    expect(saves()).toBe(2);
  });

  it('is gone from the store once it is ended or another one starts after its limits', async () => {
    const { sessions, records, pass } = sessionsAt();
    const id = await sessions.start('learner');
    await sessions.end(id);
    expect(records.size).toBe(0);
    await sessions.start('learner');
    pass(121 * minute);
    await sessions.start('learner');
    expect(records.size).toBe(1);
  });

  it.each([null, '', 'unknown', '__proto__', '\u0000', '\ud800', 'x'.repeat(100_000)])(
    'is not found under %j, and ending that is no error',
    async (id) => {
      const { sessions } = sessionsAt();
      await sessions.start('learner');
      expect(await sessions.visitor(id)).toBeNull();
      await expect(sessions.end(id)).resolves.toBeUndefined();
    },
  );
});
