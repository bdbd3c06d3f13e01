import { describe, expect, it } from 'vitest';
import {
  accountActor,
  accountNameOf,
  actorKey,
  clientAgent,
  sameActor,
  serverAgent,
} from '../../../src/xapi/actors.ts';
import type { Actor } from '../../../src/xapi/types.ts';
import { idBase } from './statements.ts';

const account = (homePage: string, name: string) => ({ account: { homePage, name } });

describe('the key of an actor (Data 2.4.2.3)', () => {
  it.each<[string, Actor, Actor]>([
    [
      'name and objectType say nothing',
      { mbox: 'mailto:a@a.fi' },
      { mbox: 'mailto:a@a.fi', name: 'A', objectType: 'Agent' },
    ],
    ['a domain has no case', { mbox: 'mailto:a@A.FI' }, { mbox: 'mailto:a@a.fi' }],
    ['a hash has no case', { mbox_sha1sum: 'AB' }, { mbox_sha1sum: 'ab' }],
    [
      'members say nothing of an identified group',
      { objectType: 'Group', openid: 'a:b', member: [] },
      { objectType: 'Group', openid: 'a:b' },
    ],
  ])('is equal: %s', (_title, one, other) => {
    expect(actorKey(one)).toBe(actorKey(other));
    expect(sameActor(one, other)).toBe(true);
  });

  it.each<[string, Actor, Actor]>([
    ['a local part has case', { mbox: 'mailto:A@a.fi' }, { mbox: 'mailto:a@a.fi' }],
    ['mbox and its hash are two identifiers', { mbox: 'mailto:x@a.fi' }, { mbox_sha1sum: 'mailto:x@a.fi' }],
    ['another home page', account('https://a.fi', 'x'), account('https://b.fi', 'x')],
    ['no text can pass for another pair', account('a', 'b","c'), account('a","b', 'c')],
    ['an account is no openid', account('https://a.fi', 'x'), { openid: 'https://a.fi' }],
  ])('differs: %s', (_title, one, other) => {
    expect(actorKey(one)).not.toBe(actorKey(other));
    expect(sameActor(one, other)).toBe(false);
  });

  it('an anonymous group has none and is the same as nobody, itself included', () => {
    const group: Actor = { objectType: 'Group', member: [{ mbox: 'mailto:a@a.fi' }] };
    expect(actorKey(group)).toBeNull();
    expect(sameActor(group, group)).toBe(false);
  });

  it('an agent is not the same as a group with its identifier', () => {
    expect(sameActor({ mbox: 'mailto:a@a.fi' }, { objectType: 'Group', mbox: 'mailto:a@a.fi' })).toBe(false);
  });
});

describe('accounts under the id base', () => {
  it('the server, clients and learners are told apart', () => {
    expect(serverAgent(idBase)).toEqual({ objectType: 'Agent', account: { homePage: idBase, name: 'server' } });
    expect(clientAgent(idBase, 'hr').account.name).toBe('client:hr');
    expect(sameActor(serverAgent(idBase), clientAgent(idBase, 'server'))).toBe(false);
  });

  it('their name is read back, and only theirs', () => {
    expect(accountNameOf(accountActor(idBase, 'x1'), idBase)).toBe('x1');
    expect(accountNameOf(accountActor('https://other.example', 'x1'), idBase)).toBeNull();
    expect(accountNameOf({ mbox: 'mailto:a@a.fi' }, idBase)).toBeNull();
    expect(accountNameOf({ objectType: 'Group', account: { homePage: idBase, name: 'x1' } }, idBase)).toBeNull();
  });
});
