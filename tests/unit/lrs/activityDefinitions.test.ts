import { describe, expect, it } from 'vitest';
import { ActivityDefinitions, definers } from '../../../src/lrs/activityDefinitions.ts';
import { mergedDefinition } from '../../../src/lrs/definitionMerge.ts';
import { accountActor, clientAgent, serverAgent } from '../../../src/xapi/actors.ts';
import type { Actor, NewStatement } from '../../../src/xapi/types.ts';
import { MemoryStatementStore } from '../../support/memoryStatementStore.ts';
import { idBase } from './recordStore.ts';

describe('a definition with a later one over it', () => {
  it.each([
    [
      'words are added language by language',
      { name: { fi: 'a', en: 'b' } },
      { name: { en: 'c' } },
      { name: { fi: 'a', en: 'c' } },
    ],
    [
      'extensions are added key by key',
      { extensions: { a: { x: 1 } } },
      { extensions: { b: 1 } },
      { extensions: { a: { x: 1 }, b: 1 } },
    ],
    ['what is not said again stays', { type: 'a', moreInfo: 'b' }, { type: 'c' }, { type: 'c', moreInfo: 'b' }],
    [
      'another interaction leaves nothing of the one before',
      { interactionType: 'choice', choices: [{ id: 'a' }], correctResponsesPattern: ['a'] },
      { interactionType: 'numeric' },
      { interactionType: 'numeric' },
    ],
    [
      'components that stay keep their other languages, those that went are gone',
      { interactionType: 'choice', choices: [{ id: 'a', description: { fi: 'f' } }, { id: 'b' }] },
      { interactionType: 'choice', choices: [{ id: 'a', description: { sv: 's' } }, { id: 'c' }] },
      { interactionType: 'choice', choices: [{ id: 'a', description: { fi: 'f', sv: 's' } }, { id: 'c' }] },
    ],
  ])('%s', (_, earlier, later, merged) => {
    expect(mergedDefinition(earlier, later)).toEqual(merged);
  });

  it('treats __proto__ as the name it is', () => {
    const evil = JSON.parse('{"extensions":{"__proto__":{"polluted":1}}}') as Record<string, unknown>;
    const merged = mergedDefinition({ extensions: {} }, evil);
    expect(JSON.stringify(merged)).toBe('{"extensions":{"__proto__":{"polluted":1}}}');
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });
});

describe('who defines (Communication 4.2)', () => {
  const mayDefine = definers(idBase, (name) => name === 'hr' || name === 'a:b');
  const ours = `${idBase}/modules/intro`;
  const foreign = 'https://example.org/a';

  it.each<[string, Actor, boolean, boolean]>([
    ['the server', serverAgent(idBase), true, true],
    ['a client with the scope', clientAgent(idBase, 'hr'), false, true],
    ['a client whose name has a colon', clientAgent(idBase, 'a:b'), false, true],
    ['a client without it', clientAgent(idBase, 'other'), false, false],
    ['a learner', accountActor(idBase, 'hr'), false, false],
    ['a learner whose account is called client', accountActor(idBase, 'client'), false, false],
    ['somebody of another home', clientAgent('https://other.example', 'hr'), false, false],
    ['an e-mail address', { mbox: 'mailto:hr@example.org' }, false, false],
    ['a group', { objectType: 'Group', account: { homePage: idBase, name: 'server' } }, false, false],
  ])('%s', (_, authority, own, others) => {
    expect([mayDefine(ours, authority), mayDefine(foreign, authority)]).toEqual([own, others]);
  });
});

describe('the definitions', () => {
  let count = 0;
  const statement = (name: string, id = 'https://example.org/a'): NewStatement => ({
    id: `00000000-0000-4000-8000-${String((count += 1)).padStart(12, '0')}`,
    actor: accountActor(idBase, 'x1'),
    verb: { id: 'https://example.org/v', display: {} },
    object: { objectType: 'Activity', id, definition: { name: { en: name } } },
    timestamp: '2026-01-01T00:00:00.000Z',
    version: '1.0.0',
    authority: serverAgent(idBase),
  });

  it('follow every page of statements, and those stored since', async () => {
    const store = new MemoryStatementStore();
    const definitions = new ActivityDefinitions(store, () => true, 2);
    expect(await definitions.of('https://example.org/a')).toBeNull();
    await store.append(Array.from({ length: 7 }, (_, index) => statement(String(index))));
    expect(await definitions.of('https://example.org/a')).toEqual({ name: { en: '6' } });
    await store.append([statement('last')]);
    await store.append([statement('other', 'https://example.org/b')]);
    const found = ['a', 'b', 'c'].map((name) => definitions.of(`https://example.org/${name}`));
    expect(await Promise.all(found)).toEqual([{ name: { en: 'last' } }, { name: { en: 'other' } }, null]);
  });

  it('are found again after a read that failed', async () => {
    const store = new MemoryStatementStore();
    await store.append([statement('one')]);
    const definitions = new ActivityDefinitions(
      Object.assign(Object.create(store) as MemoryStatementStore, {
        find: (query: Parameters<typeof store.find>[0]) =>
          fails ? Promise.reject(new Error('not now')) : store.find(query),
      }),
      () => true,
    );
    let fails = true;
    await expect(definitions.of('https://example.org/a')).rejects.toThrow('not now');
    fails = false;
    expect(await definitions.of('https://example.org/a')).toEqual({ name: { en: 'one' } });
  });
});
