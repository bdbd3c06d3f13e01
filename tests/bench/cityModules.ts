import type { CourseTree, ModuleNode } from '../../src/course/tree.ts';

const count = 6;

/** Six modules: those of the course that can be taken, and the first of them over again under other ids. */
export function cityModules({ modules }: CourseTree): readonly ModuleNode[] {
  const published = modules.filter(({ announced, draft }) => !announced && !draft);
  const first = published[0]!;
  const more = Array.from({ length: count }, (_, number) => ({ ...first, id: `module-${number + 1}` }));
  return [...published, ...more].slice(0, count);
}
