/** The static checks: for each, what Node runs from the project's root. `npm run check` and `npm test` share them. */
export const checks = {
  types: ['node_modules/@astrojs/check/bin/astro-check.js', '--minimumFailingSeverity', 'warning'],
  lint: ['node_modules/eslint/bin/eslint.js', '.', '--max-warnings', '0'],
  format: ['node_modules/prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', '.'],
  content: ['tools/checkContent.ts'],
} as const satisfies Readonly<Record<string, readonly string[]>>;
