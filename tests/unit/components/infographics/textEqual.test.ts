import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { textEqual } from '../../../../src/components/infographics/textEqual.ts';
import { readContent } from '../../../../src/course/readContent.ts';
import { translator } from '../../../../src/i18n/translate.ts';
import type { InfographicData } from '../../../../src/schemas/infographic.ts';
import { infographicExtremes } from '../../../support/infographicExtremes.ts';

const { content } = await readContent(join(import.meta.dirname, '../../../..'));
const t = translator('fi');
const infographics = [...content.infographics.map(({ id, data }) => [id, data!] as const), ...infographicExtremes()];

/** Every text of a value, wherever it stands, but for those that are not read. */
function textsIn(value: unknown, unread: readonly string[] = []): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => (unread.includes(key) ? [] : textsIn(inner, unread)));
}

/** How often a text is told: as itself, or after its place on a scale. */
function timesTold(texts: readonly string[], text: string): number {
  return texts.filter((told) => told === text || told.endsWith(`: ${text}`)).length;
}

const dataOf = (kind: InfographicData['kind'], name = '') =>
  infographics.find(([id, data]) => data.kind === kind && id.includes(name))![1];

describe('the equal of an infographic in text', () => {
  it.each(infographics)('says every name, note and sentence of %s', (_name, data) => {
    const own = textsIn(data, ['kind', 'title', 'description', 'source', 'id', 'figure']);
    const told = textsIn(textEqual(data, t), ['shape', 'id']);
    const missing = own.filter((text) => timesTold(told, text) < timesTold(own, text));
    expect(missing).toEqual([]);
  });

  it('numbers what has an order, and nothing else', () => {
    const ordered = (kind: InfographicData['kind']) => textEqual(dataOf(kind), t);
    for (const kind of ['process', 'phases', 'ladder'] as const) expect(ordered(kind)).toMatchObject({ ordered: true });
    for (const kind of ['hub', 'scale'] as const) expect(ordered(kind)).toMatchObject({ ordered: false });
  });

  it('says where the points of a scale are', () => {
    const equal = textEqual(dataOf('scale', 'at the ends with few letters'), t);
    expect(equal).toMatchObject({
      entries: ['0: Työ', '0: Työ', '0: Työ', '10: Työ', '10: Työ', '10: Työ'].map((label) => ({ label })),
    });
  });

  it('says the number that a row of figures shows', () => {
    const equal = textEqual(dataOf('pictogram', '6 rows of 100 with few letters'), t);
    expect(equal).toMatchObject({
      rows: Array.from({ length: 6 }, () => ({ cells: ['99 / 100', expect.anything()] })),
    });
  });

  it('says in its heading that one side becomes the other, where an arrow does', () => {
    expect(textEqual(dataOf('compare', 'that change'), t)).toMatchObject({ columns: ['Mikä muuttuu', 'Työ', 'Työ'] });
    expect(textEqual(dataOf('compare', 'one row'), t)).toMatchObject({ columns: ['Mitä verrataan', 'Työ', 'Työ'] });
  });
});
