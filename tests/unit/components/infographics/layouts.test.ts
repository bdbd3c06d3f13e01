import { describe, expect, it } from 'vitest';
import { narrow, wide } from '../../../../src/components/infographics/format.ts';
import type { Format } from '../../../../src/components/infographics/format.ts';
import { layCompare } from '../../../../src/components/infographics/compareLayout.ts';
import { layGroups } from '../../../../src/components/infographics/groupsLayout.ts';
import { layHub } from '../../../../src/components/infographics/hubLayout.ts';
import { layLadder } from '../../../../src/components/infographics/ladderLayout.ts';
import { layNetwork } from '../../../../src/components/infographics/networkLayout.ts';
import { lineHeight } from '../../../../src/components/infographics/parts.ts';
import type { Box, Words } from '../../../../src/components/infographics/parts.ts';
import { layPhases } from '../../../../src/components/infographics/phasesLayout.ts';
import { layPictogram } from '../../../../src/components/infographics/pictogramLayout.ts';
import { layProcess } from '../../../../src/components/infographics/processLayout.ts';
import { layScale } from '../../../../src/components/infographics/scaleLayout.ts';
import { laySwot } from '../../../../src/components/infographics/swotLayout.ts';
import { textEqual } from '../../../../src/components/infographics/textEqual.ts';
import { textWidth } from '../../../../src/components/infographics/wrapping.ts';
import { readContent } from '../../../../src/course/readContent.ts';
import type { InfographicData } from '../../../../src/schemas/infographic.ts';
import { translator } from '../../../../src/i18n/translate.ts';
import { join } from 'node:path';

const { content } = await readContent(join(import.meta.dirname, '../../../..'));
const real = content.infographics.map(({ id, data }) => [id, data!] as const);
const formats = { wide, narrow };

function lay(data: InfographicData, format: Format): { width: number; height: number } {
  switch (data.kind) {
    case 'compare':
      return layCompare(data, format);
    case 'groups':
      return layGroups(data, format);
    case 'hub':
      return layHub(data, format);
    case 'ladder':
      return layLadder(data, format);
    case 'network':
      return layNetwork(data, format);
    case 'phases':
      return layPhases(data, format);
    case 'pictogram':
      return layPictogram(data, format);
    case 'process':
      return layProcess(data, format);
    case 'scale':
      return layScale(data, format);
    case 'swot':
      return laySwot(data, format);
  }
}

/** Every part of a drawing that has the members of its kind, wherever it stands. */
function partsWith<Part extends object>(drawing: unknown, ...members: readonly (keyof Part)[]): Part[] {
  if (typeof drawing !== 'object' || drawing === null) return [];
  const inner = Object.values(drawing).flatMap((value) => partsWith<Part>(value, ...members));
  return members.every((member) => member in drawing) ? [drawing as Part, ...inner] : inner;
}

function extentOf({ x, lines, align, fontSize }: Words): { left: number; right: number } {
  const width = Math.max(0, ...lines.map(({ text }) => textWidth(text, fontSize)));
  return align === 'middle' ? { left: x - width / 2, right: x + width / 2 } : { left: x, right: x + width };
}

/** The same data with every short text grown long, as the schema still allows. */
function stretched(value: unknown): unknown {
  if (typeof value === 'string')
    return /^[a-z-]+$/.test(value) ? value : `${value} ja vielä muutama sana lisää`.slice(0, 40);
  if (Array.isArray(value)) return value.map(stretched);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [
      key,
      ['label', 'note'].includes(key) ? stretched(inner) : typeof inner === 'object' ? stretched(inner) : inner,
    ]),
  );
}

const drawings = real.flatMap(([id, data]) =>
  Object.entries(formats).flatMap(([size, format]) => [
    [`${id} ${size}`, data, format] as const,
    [`${id} ${size} with long labels`, stretched(data) as InfographicData, format] as const,
  ]),
);

describe.each(drawings)('the drawing of %s', (_name, data, format) => {
  const drawing = lay(data, format);

  it('is as wide as its place and holds all its boxes', () => {
    expect(drawing.width).toBe(format.width);
    for (const { x, y, width, height } of partsWith<Box>(drawing, 'x', 'y', 'width', 'height', 'words')) {
      expect(x).toBeGreaterThanOrEqual(0);
      expect(y).toBeGreaterThanOrEqual(0);
      expect(x + width).toBeLessThanOrEqual(drawing.width);
      expect(y + height).toBeLessThanOrEqual(drawing.height);
    }
  });

  it('holds all its words', () => {
    const all = partsWith<Words>(drawing, 'x', 'top', 'lines', 'fontSize');
    expect(all.length).toBeGreaterThan(0);
    for (const words of all) {
      const { left, right } = extentOf(words);
      expect(left, words.lines[0]?.text).toBeGreaterThanOrEqual(-1);
      expect(right, words.lines[0]?.text).toBeLessThanOrEqual(drawing.width + 1);
      expect(words.top).toBeGreaterThanOrEqual(-1);
      expect(words.top + words.lines.length * lineHeight(words as never)).toBeLessThanOrEqual(drawing.height + 1);
    }
  });

  it('lets no two boxes overlap', () => {
    const boxes = partsWith<Box>(drawing, 'x', 'y', 'width', 'height', 'words');
    for (const [index, one] of boxes.entries()) {
      for (const other of boxes.slice(index + 1)) {
        const apart =
          one.x + one.width <= other.x + 0.5 ||
          other.x + other.width <= one.x + 0.5 ||
          one.y + one.height <= other.y + 0.5 ||
          other.y + other.height <= one.y + 0.5;
        expect(apart, `${one.words.lines[0]?.text} / ${other.words.lines[0]?.text}`).toBe(true);
      }
    }
  });
});

it.each(real)('the words of %s say every label that is drawn', (_id, data) => {
  const equal = JSON.stringify(textEqual(data, translator('fi')));
  const labels = partsWith<{ label: string }>(data, 'label').map(({ label }) => label);
  for (const label of labels) expect(equal).toContain(JSON.stringify(label).slice(1, -1));
});
