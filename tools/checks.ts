/**
 * The static checks: for each, what Node runs from the project's root. `npm run check` and `npm test` share them.
 * `types` comes first: it also writes the types of the content, which a fresh clone lacks and `lint` reads.
 */
export const checks = {
  types: ['node_modules/astro/bin/astro.mjs', 'check', '--minimumFailingSeverity', 'warning'],
  lint: ['node_modules/eslint/bin/eslint.js', '.', '--max-warnings', '0'],
  format: ['node_modules/prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', '.'],
  content: ['tools/checkContent.ts'],
} as const satisfies Readonly<Record<string, readonly string[]>>;
