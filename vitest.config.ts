import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** The files that take longest though they are short, the longest first: begun last, they would keep one core waiting. */
const longest = ['lowdbKills', 'bench', 'lowdb', 'xapiFuzz', 'brokenReviewCopy', 'peopleCommands', 'process'];

/** A clone without results of earlier runs is tested in the order of the files' sizes; these come before. */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const placeOf = ({ moduleId }: TestSpecification) => {
      const place = longest.findIndex((name) => moduleId.endsWith(`/${name}.test.ts`));
      return place < 0 ? longest.length : place;
    };
    return (await super.sort(files)).sort((one, other) => placeOf(one) - placeOf(other));
  }
}

const common = { testTimeout: 30_000 };

export default defineConfig({
  test: {
    // Many tests wait for a disk or for a process of their own: no core is kept free of them.
    maxWorkers: '100%',
    reporters: ['default'],
    sequence: { sequencer: LongestFirst },
    projects: [
      // Pure rules share their modules: nothing of one file is seen by another.
      { test: { ...common, name: 'unit', include: ['tests/unit/**/*.test.ts'], isolate: false } },
      { test: { ...common, name: 'whole', include: ['tests/{contract,http}/**/*.test.ts'] } },
    ],
  },
});
