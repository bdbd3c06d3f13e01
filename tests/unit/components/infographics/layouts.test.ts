import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { narrow, wide } from '../../../../src/components/infographics/format.ts';
import type { Format } from '../../../../src/components/infographics/format.ts';
import type { Area, Box, Disc, Words } from '../../../../src/components/infographics/parts.ts';
import type { PanelsDrawing } from '../../../../src/components/infographics/panels.ts';
import type { PictogramDrawing } from '../../../../src/components/infographics/pictogramLayout.ts';
import { readContent } from '../../../../src/course/readContent.ts';
import {
  areApart,
  distanceTo,
  isWithin,
  lay,
  lineAreas,
  pairsOf,
  partsWith,
  reachOf,
  squareOf,
} from '../../../support/drawings.ts';
import { infographicExtremes, withLongLabels } from '../../../support/infographicExtremes.ts';

const { content } = await readContent(join(import.meta.dirname, '../../../..'));
const real = content.infographics.map(({ id, data }) => [id, data!] as const);
const formats: Readonly<Record<string, Format>> = { wide, narrow };

const drawings = [
  ...real,
  ...real.map(([id, data]) => [`${id} with long labels`, withLongLabels(data)] as const),
  ...infographicExtremes(),
].flatMap(([name, data]) =>
  Object.entries(formats).map(([size, format]) => ({ name: `${name}, ${size}`, format, drawing: lay(data, format) })),
);

type Drawing = (typeof drawings)[number]['drawing'];

/** The drawings that a rule does not hold for. */
function breaking(holds: (drawing: Drawing, format: Format) => boolean): string[] {
  return drawings.filter(({ drawing, format }) => !holds(drawing, format)).map(({ name }) => name);
}

const boxesOf = (drawing: Drawing) => partsWith<Box>(drawing, 'x', 'y', 'width', 'height', 'words');
const discsOf = (drawing: Drawing) => partsWith<Disc>(drawing, 'x', 'y', 'radius', 'words');
const wordsOf = (drawing: Drawing) => partsWith<Words>(drawing, 'x', 'top', 'lines', 'fontSize');
const panelsOf = (drawing: Drawing) => ('panels' in drawing ? (drawing as PanelsDrawing).panels : []);
const frameOf = ({ width, height }: Drawing): Area => ({ x: 0, y: 0, width, height });

describe('a drawing of the course’s data, and of the shortest and longest that the schema allows', () => {
  it('is tried with words, boxes, discs, panels and figures', () => {
    expect(real.length).toBeGreaterThanOrEqual(14);
    const found = drawings.map(({ drawing }) => drawing);
    for (const parts of [boxesOf, discsOf, panelsOf]) {
      expect(found.reduce((sum, drawing) => sum + parts(drawing).length, 0)).toBeGreaterThan(100);
    }
    expect(breaking((drawing) => wordsOf(drawing).length > 0)).toEqual([]);
  });

  it('is as wide as its place', () => {
    expect(breaking(({ width }, format) => width === format.width)).toEqual([]);
  });

  it('holds all its boxes, discs, panels and words', () => {
    const leaves = breaking((drawing) => {
      const areas = [...partsWith<Area>(drawing, 'x', 'y', 'width', 'height'), ...discsOf(drawing).map(squareOf)];
      return [...areas, ...wordsOf(drawing).flatMap(lineAreas)].every((area) => isWithin(area, frameOf(drawing)));
    });
    expect(leaves).toEqual([]);
  });

  it('keeps the words of a box, a disc and a panel within it', () => {
    const leaves = breaking(
      (drawing) =>
        boxesOf(drawing).every((box) => lineAreas(box.words).every((line) => isWithin(line, box))) &&
        discsOf(drawing).every((disc) => reachOf(disc) <= disc.radius) &&
        panelsOf(drawing).every((panel) =>
          [panel.head, ...panel.items.map(({ words }) => words)]
            .flatMap(lineAreas)
            .every((line) => isWithin(line, panel)),
        ),
    );
    expect(leaves).toEqual([]);
  });

  it('keeps boxes within the ring or the panel they belong to, clear of its name', () => {
    const leaves = breaking((drawing) =>
      partsWith<Area & { boxes: readonly Box[]; head?: Words }>(drawing, 'x', 'y', 'width', 'height', 'boxes').every(
        (holder) => {
          const name = holder.head === undefined ? [] : lineAreas(holder.head);
          return (
            name.every((line) => isWithin(line, holder)) &&
            holder.boxes.every((box) => isWithin(box, holder) && name.every((line) => areApart(line, box)))
          );
        },
      ),
    );
    expect(leaves).toEqual([]);
  });

  it('lets no two boxes, panels or discs overlap, and no box the centre', () => {
    const overlaps = breaking((drawing) => {
      const { centre } = drawing as { centre?: Disc };
      const discs = pairsOf(discsOf(drawing));
      return (
        pairsOf(boxesOf(drawing)).every(([one, other]) => areApart(one, other)) &&
        pairsOf(panelsOf(drawing)).every(([one, other]) => areApart(one, other)) &&
        discs.every(([one, other]) => Math.hypot(one.x - other.x, one.y - other.y) >= one.radius + other.radius) &&
        (centre === undefined || boxesOf(drawing).every((box) => distanceTo(box, centre) >= centre.radius))
      );
    });
    expect(overlaps).toEqual([]);
  });

  it('keeps what a phase opens into clear of all phases', () => {
    const overlaps = breaking((drawing) => {
      const { phases = [], opened = [] } = drawing as { phases?: readonly Area[]; opened?: readonly Area[] };
      return opened.every((panel) => phases.every((phase) => areApart(panel, phase)));
    });
    expect(overlaps).toEqual([]);
  });

  it('never writes over words, nor draws a figure over them', () => {
    const covers = breaking((drawing) => {
      const lines = wordsOf(drawing).flatMap(lineAreas);
      const figures = figuresOf(drawing);
      return (
        pairsOf(lines).every(([one, other]) => areApart(one, other)) &&
        figures.every((figure) => isWithin(figure, frameOf(drawing)) && lines.every((line) => areApart(line, figure)))
      );
    });
    expect(covers).toEqual([]);
  });
});

/** Where a pictogram's figures stand: the larger of the two kinds. */
function figuresOf(drawing: Drawing): Area[] {
  if (!('rows' in drawing)) return [];
  const rows = (drawing as PictogramDrawing).rows.filter((row) => 'figures' in row);
  return rows.flatMap(({ figures }) => figures.map(({ x, y }) => ({ x: x - 11, y, width: 22, height: 36 })));
}
