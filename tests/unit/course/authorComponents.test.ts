import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { authorComponents } from '../../../src/course/authorComponents.ts';

it('authors have exactly the components that the pages give to MDX', () => {
  const source = readFileSync(join(import.meta.dirname, '../../../src/components/Authored.astro'), 'utf8');
  const given = /<Content components=\{\{([^}]*)\}\}/.exec(source)![1]!;
  expect(Object.keys(authorComponents).sort()).toEqual([...given.matchAll(/\w+/g)].map(([name]) => name).sort());
});
