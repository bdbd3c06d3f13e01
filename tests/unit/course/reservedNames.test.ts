import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { reservedNames } from '../../../src/course/reservedNames.ts';

it('no module can take the address of a page', () => {
  const pages = readdirSync(join(import.meta.dirname, '../../../src/pages/[lang]'))
    .map((name) => name.replace(/\.(astro|ts)$/, ''))
    .filter((name) => !name.startsWith('['));
  expect(pages.length).toBeGreaterThan(0);
  expect(pages.filter((name) => !reservedNames.has(name))).toEqual([]);
});
