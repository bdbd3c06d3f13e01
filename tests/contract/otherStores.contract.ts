import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Person, SessionRecord } from '../../src/people/ports.ts';
import type { AuditEntry, CertificateKeys } from '../../src/reports/ports.ts';
import { somePerson } from '../support/people.ts';
import type { StoreInstallation, StorePorts } from '../support/stores.ts';

const unit = { id: 'u1', name: 'Työllisyyspalvelut', parent: null };
const issuer = 'https://id.example';

function person(id: string, changes: Partial<Person> = {}): Person {
  return somePerson(id, { key: { issuer, subject: id }, name: 'Aino', unit: 'u1', ...changes });
}

function session(hash: string, createdAt: string, lastSeenAt = createdAt): SessionRecord {
  return { hash, personId: 'p1', createdAt, lastSeenAt };
}

function entry(by: string): AuditEntry {
  return { at: '2026-03-02T07:00:00.000Z', by, action: 'export', detail: { format: 'csv' }, subjects: ['r1', 'r2'] };
}

function keysOf(kid: string): CertificateKeys {
  return { saltSecret: 's', signing: { kid, x: 'x', d: 'd', createdAt: '2026-03-02T07:00:00.000Z' }, retired: [] };
}

/** What every store of settings, people, sessions, the audit log and the keys of certificates has to hold. */
export function describeOtherStores(install: () => Promise<StoreInstallation>): void {
  let installation: StoreInstallation;
  let ports: StorePorts;

  beforeEach(async () => {
    installation = await install();
    ({ ports } = installation);
  });
  afterEach(() => installation.remove());

  async function restart(): Promise<void> {
    await installation.restart();
    ({ ports } = installation);
  }

  describe('settings', () => {
    it('have no id base before the first start, and keep the first one for ever', async () => {
      expect(await ports.settings.idBase()).toBeNull();
      await ports.settings.keepIdBase('https://a.example');
      await ports.settings.keepIdBase('https://a.example');
      await expect(ports.settings.keepIdBase('https://b.example')).rejects.toThrow('https://a.example');
      await restart();
      expect(await ports.settings.idBase()).toBe('https://a.example');
    });

    it('keep one of two id bases that come at once', async () => {
      const outcomes = await Promise.allSettled(
        ['https://a.example', 'https://b.example'].map((base) => ports.settings.keepIdBase(base)),
      );
      expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected']);
      expect(await ports.settings.idBase()).toBe('https://a.example');
    });
  });

  describe('people', () => {
    it('are absent as null', async () => {
      expect(await ports.people.byId('p1')).toBeNull();
      expect(await ports.people.byKey(issuer, 'p1')).toBeNull();
      expect([await ports.people.units(), await ports.people.people()]).toEqual([[], []]);
    });

    it('are found by id and by key, after a restart too', async () => {
      await ports.people.save({ units: [unit], people: [person('p1'), person('p2')] });
      await restart();
      expect(await ports.people.units()).toEqual([unit]);
      expect(await ports.people.byId('p2')).toEqual(person('p2'));
      expect(await ports.people.byKey(issuer, 'p1')).toEqual(person('p1'));
      expect(await ports.people.byKey(`${issuer}p`, '1')).toBeNull();
    });

    it('are replaced by id in their place', async () => {
      await ports.people.save({ people: [person('p1'), person('p2')] });
      await ports.people.save({ people: [person('p1', { key: null, name: null })] });
      expect((await ports.people.people()).map(({ id }) => id)).toEqual(['p1', 'p2']);
      expect(await ports.people.byKey(issuer, 'p1')).toBeNull();
    });

    it('never share a key: of two made at once for one, the second is refused', async () => {
      const key = { issuer, subject: 'same' };
      const saved = ['p1', 'p2'].map((id) => ports.people.save({ people: [person(id, { key })] }));
      expect((await Promise.allSettled(saved)).map(({ status }) => status)).toEqual(['fulfilled', 'rejected']);
      expect((await ports.people.byKey(issuer, 'same'))?.id).toBe('p1');
      expect(await ports.people.byId('p2')).toBeNull();
    });

    it('change in one step, with what undoes it: all of it or, where it throws or shares a key, nothing', async () => {
      await ports.people.save({ units: [unit], people: [person('p1')] });
      const undo = { at: '2026-03-02T07:00:00.000Z', units: [unit], people: [{ id: 'p2', rosterId: 'r2', row: null }] };
      const next = { units: [], people: [person('p2', { rosterId: 'r2' })], undo };
      await ports.people.change(() => next);
      await restart();
      expect(await ports.people.state()).toEqual(next);
      expect(await ports.people.byId('p1')).toBeNull();
      const failing = ports.people.change(() => {
        throw new Error('no');
      });
      await expect(failing).rejects.toThrow('no');
      const key = { issuer, subject: 'same' };
      const shared = [person('p3', { key }), person('p4', { key })];
      await expect(ports.people.change((present) => ({ ...present, people: shared }))).rejects.toThrow('same issuer');
      expect(await ports.people.state()).toEqual(next);
    });

    it('that are saved leave what undoes the last import as it is', async () => {
      const undo = { at: '2026-03-02T07:00:00.000Z', units: [], people: [] };
      await ports.people.change((present) => ({ ...present, undo }));
      await ports.people.save({ people: [person('p1')] });
      expect((await ports.people.state()).undo).toEqual(undo);
    });

    it('that are saved at once are all kept', async () => {
      const ids = Array.from({ length: 50 }, (_, index) => `p${index}`);
      await Promise.all(ids.map((id) => ports.people.save({ people: [person(id)] })));
      await restart();
      expect((await ports.people.people()).map(({ id }) => id)).toEqual(ids);
    });

    it('are not changed by what a caller does to what it saved', async () => {
      const mine = { ...person('p1'), roles: [] as ('manager' | 'coordinator')[] };
      await ports.people.save({ people: [mine] });
      mine.roles.push('manager');
      expect((await ports.people.byId('p1'))?.roles).toEqual([]);
    });
  });

  describe('sessions', () => {
    it('are saved, replaced and removed by hash', async () => {
      const first = session('h1', '2026-03-02T07:00:00.000Z');
      const later = session('h1', '2026-03-02T07:00:00.000Z', '2026-03-02T07:30:00.000Z');
      expect(await ports.sessions.find('h1')).toBeNull();
      await ports.sessions.save(first);
      await ports.sessions.save(later);
      await restart();
      expect(await ports.sessions.find('h1')).toEqual(later);
      await ports.sessions.remove('h1');
      await ports.sessions.remove('h1');
      await restart();
      expect(await ports.sessions.find('h1')).toBeNull();
    });

    it('end when they were created or last seen before the limits, not at them', async () => {
      const limit = '2026-03-02T07:00:00.000Z';
      const [before, after] = ['2026-03-02T06:59:59.999Z', '2026-03-02T08:00:00.000Z'];
      await ports.sessions.save(session('old', before, after));
      await ports.sessions.save(session('idle', after, before));
      await ports.sessions.save(session('live', limit));
      await ports.sessions.removeOlder({ createdBefore: limit, lastSeenBefore: limit });
      const found = await Promise.all(['old', 'idle', 'live'].map((hash) => ports.sessions.find(hash)));
      expect(found.map((one) => one?.hash)).toEqual([undefined, undefined, 'live']);
    });
  });

  describe('the sessions of one person', () => {
    it('are found and ended together, and nobody else’s', async () => {
      const at = '2026-03-02T07:00:00.000Z';
      const own = [session('h1', at), session('h2', at)];
      for (const one of own) await ports.sessions.save(one);
      await ports.sessions.save({ ...session('h3', at), personId: 'p2' });
      await restart();
      expect(await ports.sessions.ofPerson('p1')).toEqual(own);
      await ports.sessions.removeOf('p1');
      await restart();
      expect(await ports.sessions.ofPerson('p1')).toEqual([]);
      expect((await ports.sessions.ofPerson('p2')).map(({ hash }) => hash)).toEqual(['h3']);
    });
  });

  describe('the audit log', () => {
    it('lets go of what is older than an instant, for good, and of nothing else', async () => {
      const old = { ...entry('a'), at: '2026-03-02T06:59:59.999Z' };
      for (const one of [old, entry('b'), { ...old, by: 'c' }]) await ports.audit.append(one);
      expect(await ports.audit.removeBefore('2026-03-02T07:00:00.000Z')).toBe(2);
      expect(await ports.audit.removeBefore('2026-03-02T07:00:00.000Z')).toBe(0);
      await restart();
      await ports.audit.append(entry('d'));
      expect(await ports.audit.entries()).toEqual(['b', 'd'].map(entry));
    });

    it('keeps every entry in order, over a restart too', async () => {
      expect(await ports.audit.entries()).toEqual([]);
      await Promise.all(['a', 'b', 'c'].map((by) => ports.audit.append(entry(by))));
      await restart();
      await ports.audit.append(entry('d'));
      expect(await ports.audit.entries()).toEqual(['a', 'b', 'c', 'd'].map(entry));
    });
  });

  describe('keys of certificates', () => {
    it('are null before the first, and kept over a restart', async () => {
      expect(await ports.certificateKeys.read()).toBeNull();
      expect(await ports.certificateKeys.change(() => keysOf('one'))).toEqual(keysOf('one'));
      await restart();
      expect(await ports.certificateKeys.read()).toEqual(keysOf('one'));
    });

    it('change one after another: two who make the first at once get the same', async () => {
      const made = ['one', 'two'].map((kid) => ports.certificateKeys.change((present) => present ?? keysOf(kid)));
      expect(await Promise.all(made)).toEqual([keysOf('one'), keysOf('one')]);
    });

    it('are as they were when a change fails', async () => {
      await ports.certificateKeys.change(() => keysOf('one'));
      const failing = ports.certificateKeys.change(() => {
        throw new Error('no change');
      });
      await expect(failing).rejects.toThrow('no change');
      expect(await ports.certificateKeys.read()).toEqual(keysOf('one'));
    });
  });
}
