import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/{unit,contract,http}/**/*.test.ts'],
    testTimeout: 30_000,
    reporters: ['default'],
  },
});
