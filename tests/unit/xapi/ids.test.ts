import { validate, version } from 'uuid';
import { describe, expect, it } from 'vitest';
import { activityIds, completionStatementId, registrationOf } from '../../../src/xapi/ids.ts';
import { completed, passed } from '../../../src/xapi/verbs.ts';
import { idBase, uuid } from './statements.ts';

const ids = activityIds(idBase);

describe('ids of activities', () => {
  it.each([
    [ids.course('c'), '/courses/c', { kind: 'course', course: 'c' }],
    [ids.module('m-1'), '/modules/m-1', { kind: 'module', module: 'm-1' }],
    [ids.section('m', 's'), '/modules/m/s', { kind: 'section', module: 'm', section: 's' }],
    [ids.question('q', 'k'), '/quizzes/q/k', { kind: 'question', quiz: 'q', question: 'k' }],
    [ids.video('v', 'fi'), '/videos/v/fi', { kind: 'video', video: 'v', lang: 'fi' }],
    [ids.feedback('m', 'k'), '/feedback/m/k', { kind: 'feedback', module: 'm', question: 'k' }],
  ])('%s can be read back', (iri, path, name) => {
    expect(iri).toBe(idBase + path);
    expect(ids.parse(iri)).toEqual(name);
  });

  it.each([
    '',
    idBase,
    `${idBase}/`,
    `${idBase}/modules`,
    `${idBase}/modules/`,
    `${idBase}/modules//s`,
    `${idBase}/modules/m/`,
    `${idBase}/modules/m/s/`,
    `${idBase}/modules/m/s/t`,
    `${idBase}/modules/m?x`,
    `${idBase}/modules/../m`,
    `${idBase}/courses/c/d`,
    `${idBase}/quizzes/q`,
    `${idBase}/constructor/a`,
    `${idBase}x/modules/m`,
    'https://other.example/modules/m',
    `${idBase}/modules/${'m'.repeat(61)}`,
  ])('%j is none of ours', (iri) => {
    expect(ids.parse(iri)).toBeNull();
  });
});

describe('registrations', () => {
  const own = registrationOf(idBase, 'person', 'module');

  it('are the same on every device, and UUIDs of version 5', () => {
    expect(registrationOf(idBase, 'person', 'module')).toBe(own);
    expect(validate(own) && version(own)).toBe(5);
  });

  it.each([
    ['person', registrationOf(idBase, 'other', 'module')],
    ['module', registrationOf(idBase, 'person', 'other')],
    ['id base', registrationOf('https://other.example', 'person', 'module')],
    ['renewal', registrationOf(idBase, 'person', 'module', 1)],
  ])('differ by %s', (_what, other) => {
    expect(other).not.toBe(own);
  });

  it('never change: stored records depend on them', () => {
    expect(own).toBe('4b0d264a-d44a-51fc-9447-8aafeb77a39a');
    expect(completionStatementId(uuid, completed.id, 1)).toBe('924cecc0-5710-522a-870e-d5a9f54e9141');
  });
});

describe('ids of completions', () => {
  const own = completionStatementId(uuid, completed.id, 1);

  it('differ by registration, verb and module version', () => {
    const others = [
      completionStatementId(registrationOf(idBase, 'p', 'm'), completed.id, 1),
      completionStatementId(uuid, passed.id, 1),
      completionStatementId(uuid, completed.id, 2),
    ];
    expect(new Set([own, ...others]).size).toBe(4);
  });

  it('do not depend on the case of the registration', () => {
    expect(completionStatementId(uuid.toUpperCase(), completed.id, 1)).toBe(own);
  });
});
