import { describe, expect, it } from 'vitest';
import { courseArtefact } from '../../../src/course/buildArtefact.ts';
import { CourseContentError, buildCourse, buildModule } from '../../../src/course/courseTree.ts';
import type { ContentEntries } from '../../../src/course/entries.ts';
import { ArtefactError, parseArtefact } from '../../../src/course/parseArtefact.ts';
import { readContent } from '../../../src/course/readContent.ts';
import { soundRoot } from '../../support/contentFixture.ts';

const { entries } = await readContent(soundRoot);

function withModule(change: object): ContentEntries {
  const modules = entries.modules.map((module) =>
    module.id === 'alku' ? { ...module, data: { ...module.data, ...change } } : module,
  );
  return { ...entries, modules };
}

describe('the course tree', () => {
  const tree = buildCourse(entries, 'kurssi');

  it('holds modules, sections and questions in the order their authors gave', () => {
    expect(tree.modules.map(({ id }) => id)).toEqual(['alku', 'tulossa']);
    expect(tree.modules[0]!.sections.map(({ id, questions }) => [id, questions])).toEqual([
      ['sanat', ['alku/mita-on']],
      ['palvelut', ['alku/kenelta']],
    ]);
  });

  it('counts no question that stands in a comment or in code', () => {
    const body =
      '`<Question id="a/b" />`\n\n```\n<Question id="a/c" />\n```\n\n{/* <Question id="a/d" /> */}\n\n<Question id="a/e" />';
    const sections = entries.sections.map((section) => (section.id === 'alku/sanat' ? { ...section, body } : section));
    expect(buildCourse({ ...entries, sections }, 'kurssi').modules[0]!.sections[0]!.questions).toEqual(['a/e']);
  });

  it('in parts, for the preview, leaves out what is missing and empties what cannot be read; whole, it refuses both', () => {
    const missing = withModule({
      sections: ['sanat', 'ei-ole', 'palvelut'],
      closingQuiz: { quiz: 'ei-ole', mastery: 0.8, questions: [] },
    });
    const courses = entries.courses.map((course) => ({
      ...course,
      data: { ...course.data, modules: [...course.data.modules, 'ei-ole'] },
    }));
    const sections = entries.sections.map((section) =>
      section.id === 'alku/sanat' ? { ...section, body: '<Callout type="tip">' } : section,
    );
    const broken = { ...missing, courses, sections };
    const { modules } = buildCourse(broken, 'kurssi', { partial: true });
    expect(modules.map(({ id }) => id)).toEqual(['alku', 'tulossa']);
    expect(modules[0]).toMatchObject({
      closingQuiz: null,
      sections: [
        { id: 'sanat', title: 'Sanat', questions: [] },
        { id: 'palvelut', questions: ['alku/kenelta'] },
      ],
    });
    for (const one of [missing, { ...entries, courses }, { ...entries, sections }])
      expect(() => buildCourse(one, 'kurssi')).toThrow(CourseContentError);
  });

  it('gives one module alone as it has it, a draft too, and null for one that is not there', () => {
    expect(buildModule(entries, 'alku')).toEqual(tree.modules[0]);
    expect(buildModule(withModule({ draft: true }), 'alku')).toMatchObject({ id: 'alku', draft: true });
    expect(buildModule(entries, 'loppu')).toBeNull();
    expect(() => buildModule(withModule({ sections: ['ei-ole'] }), 'alku')).toThrow(CourseContentError);
  });

  it('gives a module the sum of its sections’ seconds', () => {
    const [module] = tree.modules;
    expect(module!.seconds).toBe(module!.sections[0]!.seconds + module!.sections[1]!.seconds);
  });

  it('shows an announced module without sections and without time', () => {
    expect(tree.modules[1]).toMatchObject({ announced: true, sections: [], seconds: 0, closingQuiz: null });
  });

  it('holds the questions of a closing quiz', () => {
    const closing = buildCourse(withModule({ closingQuiz: { quiz: 'alku', mastery: 0.8 } }), 'kurssi').modules[0]!
      .closingQuiz;
    expect(closing).toEqual({ quiz: 'alku', mastery: 0.8, questions: ['alku/mita-on', 'alku/kenelta'] });
  });

  it.each([
    ['a course', () => buildCourse(entries, 'toinen')],
    ['a module', () => buildCourse({ ...entries, modules: [] }, 'kurssi')],
    ['a section', () => buildCourse({ ...entries, sections: [] }, 'kurssi')],
    ['a closing quiz', () => buildCourse(withModule({ closingQuiz: { quiz: 'x', mastery: 1 } }), 'kurssi')],
    [
      'readable MDX',
      () =>
        buildCourse({ ...entries, sections: entries.sections.map((section) => ({ ...section, body: '<' })) }, 'kurssi'),
    ],
  ])('is never built without %s it names', (_what, build) => {
    expect(build).toThrow(CourseContentError);
  });
});

describe('the artefact for the server', () => {
  it('takes along the ids that a module went by before it took its own back', () => {
    const ledger = [{ kind: 'module', id: 'module', retired: false, formerly: ['meanwhile'], line: 1 }] as const;
    const { replaced } = courseArtefact(entries, 'kurssi', { ledger });
    expect(replaced?.module).toEqual({ meanwhile: 'module' });
  });

  it('survives being written and read', () => {
    const artefact = courseArtefact(entries, 'kurssi');
    expect(parseArtefact(JSON.stringify(artefact))).toEqual(artefact);
    expect(artefact.quizzes['alku']!.questions[0]).toMatchObject({ choices: [{ correct: true }, {}, {}] });
  });

  it('holds no draft, and no quiz that only a draft asks', () => {
    const artefact = courseArtefact(withModule({ draft: true }), 'kurssi');
    expect(artefact.course.modules.map(({ id }) => id)).toEqual(['tulossa']);
    expect(artefact.quizzes).toEqual({});
  });

  it.each(['', '{', 'null', '[]', '{"format":2,"course":{},"quizzes":{}}', '{"format":1}'])(
    'is refused when it reads %j',
    (json) => {
      expect(() => parseArtefact(json)).toThrow(ArtefactError);
    },
  );
});
