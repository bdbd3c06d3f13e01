import { describe, expect, it } from 'vitest';
import type { ModuleNode } from '../../../src/course/tree.ts';
import { lastPlace } from '../../../src/learning/lastPlace.ts';
import { smallModule } from '../../support/course.ts';
import { answered, experienced, idBase, watched } from '../../support/statements.ts';

const section = (id: string, questions: readonly string[] = [], videos: readonly string[] = []) => ({
  id,
  title: id,
  lead: '',
  seconds: 60,
  questions,
  videos,
  changedIn: 1,
});
const module: ModuleNode = {
  ...smallModule,
  sections: [section('one', ['quiz/first']), section('two', [], ['clip']), section('three', ['quiz/second'])],
};
const other: ModuleNode = { ...module, id: 'other' };
const placeIn = (statements: ReturnType<typeof experienced>[]) => lastPlace([{ module, statements }], idBase);

describe('the place to go on from', () => {
  it('is none before anything was recorded', () => {
    expect(lastPlace([], idBase)).toBeNull();
    expect(placeIn([])).toBeNull();
  });

  it('is the section of the newest answer', () => {
    expect(placeIn([experienced('one'), answered('second', false)])).toEqual({ module: 'module', section: 'three' });
  });

  it('is the section of the video last played', () => {
    expect(placeIn([answered('second', true), watched('played', 'clip')])).toEqual({
      module: 'module',
      section: 'two',
    });
  });

  it('is the next section when the way on was pressed under a video, which is told to be left only then', () => {
    const statements = [watched('played', 'clip'), experienced('two'), watched('terminated', 'clip')];
    expect(placeIn(statements)).toEqual({ module: 'module', section: 'three' });
  });

  it('is the section after the one last gone through', () => {
    expect(placeIn([answered('first', true), experienced('one')])).toEqual({ module: 'module', section: 'two' });
  });

  it('is the first open section after the module’s last one', () => {
    expect(placeIn([experienced('one'), experienced('three')])).toEqual({ module: 'module', section: 'two' });
  });

  it('is the last section when none is open any more', () => {
    const all = [experienced('one'), experienced('two'), experienced('three')];
    expect(placeIn(all)).toEqual({ module: 'module', section: 'three' });
  });

  it('is in the module where something was recorded last, whatever their order', () => {
    const first = { module, statements: [experienced('one')] };
    const second = { module: other, statements: [experienced('two', 'other')] };
    for (const modules of [
      [first, second],
      [second, first],
    ])
      expect(lastPlace(modules, idBase)).toEqual({ module: 'other', section: 'three' });
  });

  it('passes over sections and questions that the module no longer has', () => {
    const statements = [
      experienced('one'),
      experienced('removed'),
      answered('removed', true),
      watched('played', 'removed'),
    ];
    expect(placeIn(statements)).toEqual({ module: 'module', section: 'two' });
    expect(placeIn([experienced('removed')])).toBeNull();
  });
});
