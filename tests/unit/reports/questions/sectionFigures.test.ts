import { describe, expect, it } from 'vitest';
import { sectionFigures } from '../../../../src/reports/questions/sectionFigures.ts';
import { clientAgent } from '../../../../src/xapi/actors.ts';
import type { NewStatement, StoredStatement } from '../../../../src/xapi/types.ts';
import { smallCourse, smallModule } from '../../../support/course.ts';
import { moduleRun } from '../../../support/moduleRun.ts';
import { idBase } from '../../../support/statements.ts';

const at = (minute: number) => new Date(Date.UTC(2026, 0, 1, 8, 0, minute * 60)).toISOString();
const runOf = (learner: number) => moduleRun(smallCourse, idBase, `learner-${learner}`, 'module');
const figures = (statements: readonly NewStatement[]) =>
  sectionFigures(smallModule, statements as readonly StoredStatement[], idBase);
/** So many learners, each with the statements of `of`. */
const learners = (count: number, of: (run: ReturnType<typeof runOf>, learner: number) => readonly NewStatement[]) =>
  Array.from({ length: count }, (_, learner) => of(runOf(learner), learner)).flat();

describe('what coordinators see of a section', () => {
  it('is nothing while fewer than ten have begun the module', () => {
    const nothing = { through: null, time: null };
    expect(figures(learners(9, (run) => [run.goesThrough('begin', at(0))]))).toEqual([nothing, nothing]);
  });

  it('is how many of those who began went through it, in whole tens of learners', () => {
    const began = learners(19, (run, learner) => [
      run.goesThrough('begin', at(0)),
      ...(learner < 6 || learner > 9 ? [run.goesThrough('end', at(4))] : []),
    ]);
    expect(figures(began).map(({ through }) => through)).toEqual([
      { share: 100, learners: 10 },
      { share: 60, learners: 10 },
    ]);
  });

  it('is the median time from the last thing before it to going on from it', () => {
    const [begin, end] = figures(
      learners(10, (run, learner) => [
        run.goesThrough('begin', at(0)),
        run.answers('quiz/second', ['right'], at(2)),
        run.goesThrough('end', at(3 + (learner % 2) * 2)),
      ]),
    );
    expect(begin?.time).toBeNull();
    // Five learners took three minutes, five took five.
    expect(end?.time).toEqual({ seconds: 240, learners: 10 });
  });

  it('leaves out who had a break in it, and going through it again', () => {
    const times = (pause: number) =>
      figures(
        learners(10, (run) => [
          run.goesThrough('begin', at(0)),
          run.goesThrough('end', at(pause)),
          run.goesThrough('end', at(pause + 9)),
        ]),
      )[1]?.time;
    expect(times(10)).toEqual({ seconds: 600, learners: 10 });
    expect(times(11)).toBeNull();
  });

  it('counts nothing that an API client says', () => {
    const authority = clientAgent(idBase, 'tool');
    const said = learners(10, (run) => [run.goesThrough('begin', at(0)), run.answers('quiz/first', ['right'], at(1))]);
    expect(figures(said)[0]?.through).toEqual({ share: 100, learners: 10 });
    expect(figures(said.map((statement) => ({ ...statement, authority })))[0]?.through).toBeNull();
  });
});
