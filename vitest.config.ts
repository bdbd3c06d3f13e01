import { defineConfig } from 'vitest/config';

const common = { testTimeout: 30_000 };

export default defineConfig({
  test: {
    // Many tests wait for a disk or for a process of their own: no core is kept free of them.
    maxWorkers: '100%',
    reporters: ['default'],
    projects: [
      // Pure rules share their modules: nothing of one file is seen by another.
      { test: { ...common, name: 'unit', include: ['tests/unit/**/*.test.ts'], isolate: false } },
      { test: { ...common, name: 'whole', include: ['tests/{contract,http}/**/*.test.ts'] } },
    ],
  },
});
