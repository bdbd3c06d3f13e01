import { infographicSchema } from '../../src/schemas/infographic.ts';
import type { InfographicData, InfographicKind } from '../../src/schemas/infographic.ts';

/** What stands in a picture: `label` and `note` as long as 40 characters, `line` as long as 70, a word as long as 22. */
interface Texts {
  readonly label: string;
  readonly note?: string;
  readonly line: string;
}

const texts: Readonly<Record<string, Texts>> = {
  'few letters': { label: 'Työ', line: 'Työ' },
  'a few words': {
    label: 'Mielenterveys- ja päihdetyön',
    note: 'joka toinen viikko',
    line: 'Mielenterveys- ja päihdetyön yhteinen suunnitelma',
  },
  'many words': {
    label: 'Työ, terveys ja osaaminen samassa työssä',
    note: 'kaksi tai kolme kertaa kuukauden aikana',
    line: 'Työ, terveys, osaaminen ja arki samassa kuvassa, jonka asiakas tekee',
  },
  'long words': {
    label: 'Ammattiosaamisverkosto',
    note: 'työkykykoordinaattorin',
    line: 'Kuntoutussuunnitelmien työkykykoordinaattorin ammattiosaamisverkosto',
  },
  'two long words': {
    label: 'Ammattiosaamisverkosto toimeentulotuesta',
    note: 'kuntoutussuunnitelmien koordinaattorille',
    line: 'Ammattiosaamisverkosto, toimeentulotukihakemus, työkykykoordinaattori',
  },
};

const detail = 'Virke siitä, mitä tämä on.';
const times = <Part>(count: number, make: (index: number) => Part) =>
  Array.from({ length: count }, (_, index) => make(index));

/** Parts of an infographic, each with its own id. */
function partsOf({ label, note, line }: Texts) {
  return {
    single: { label, detail },
    items: (count: number) => times(count, (index) => ({ id: `osa-${index}`, label, detail })),
    noted: (count: number) => times(count, (index) => ({ id: `osa-${index}`, label, detail, ...(note && { note }) })),
    listed: (count: number) => times(count, (index) => ({ id: `rivi-${index}`, label: line, detail })),
    side: { label: line, detail },
  };
}

type Parts = ReturnType<typeof partsOf>;

/** The fields of each kind, by how many parts there are. */
const sizes: Readonly<Record<InfographicKind, Readonly<Record<string, (parts: Parts) => object>>>> = {
  network: {
    'one ring': ({ single, items }) => ({ centre: single, rings: rings(1, 1, items) }),
    'three rings': ({ single, items }) => ({ centre: single, rings: rings(3, 7, items) }),
    'five rings': ({ single, items }) => ({ centre: single, rings: rings(5, 10, items) }),
  },
  hub: Object.fromEntries(
    [2, 3, 7, 8].map((count) => [`${count} parts`, ({ single, noted }) => ({ centre: single, parts: noted(count) })]),
  ),
  process: Object.fromEntries([2, 4, 10].map((count) => [`${count} steps`, ({ noted }) => ({ steps: noted(count) })])),
  phases: {
    '2 phases': ({ noted }) => ({ phases: noted(2) }),
    '2 phases, the last of which opens': ({ noted }) => ({ phases: opening(noted(2), 1, noted(2)) }),
    '9 phases, one of which opens': ({ noted }) => ({ phases: opening(noted(9), 4, noted(6)) }),
  },
  ladder: Object.fromEntries([2, 5, 8].map((count) => [`${count} steps`, ({ noted }) => ({ steps: noted(count) })])),
  scale: {
    'no points': ({ single }) => ({ low: single, high: single }),
    'points close to each other': ({ single, noted }) => ({
      low: single,
      high: single,
      points: at(noted, 5, 5.5, 6, 6),
    }),
    'points at the ends': ({ single, noted }) => ({ low: single, high: single, points: at(noted, 0, 0, 10, 10) }),
  },
  groups: {
    'two short lists': ({ items, listed }) => ({ groups: lists(2, 1, items, listed) }),
    'three lists of five': ({ items, listed }) => ({ groups: lists(3, 5, items, listed) }),
    'six long lists': ({ items, listed }) => ({ groups: lists(6, 16, items, listed) }),
  },
  compare: {
    'one row': ({ single, items, side }) => ({ left: single, right: single, rows: pairs(items(1), side) }),
    '8 rows': ({ single, items, side }) => ({ left: single, right: single, rows: pairs(items(8), side) }),
    '8 rows that change': ({ single, items, side }) => {
      return { left: single, right: single, change: true, rows: pairs(items(8), side) };
    },
  },
  pictogram: {
    'one figure': ({ items }) => ({ rows: items(1).map((row) => ({ ...row, total: 1, marked: 1 })) }),
    '6 rows of 100': ({ items }) => ({ rows: items(6).map((row) => ({ ...row, total: 100, marked: 99 })) }),
  },
  swot: {
    'short fields': ({ single, listed }) => fields({ ...single, items: listed(1) }),
    'long fields': ({ single, listed }) => fields({ ...single, items: listed(8) }),
  },
};

function rings(count: number, size: number, items: Parts['items']) {
  return items(count).map((ring) => ({ ...ring, items: items(size) }));
}

function opening(phases: readonly object[], at: number, opens: readonly object[]) {
  return phases.map((phase, index) => (index === at ? { ...phase, opens } : phase));
}

function at(noted: Parts['noted'], ...values: readonly number[]) {
  return noted(values.length).map((point, index) => ({ ...point, at: values[index] }));
}

function lists(count: number, size: number, items: Parts['items'], listed: Parts['listed']) {
  return items(count).map((group) => ({ ...group, items: listed(size) }));
}

function pairs(rows: readonly { readonly id: string; readonly label: string }[], side: Parts['side']) {
  return rows.map(({ id, label }) => ({ id, label, left: side, right: side }));
}

function fields(field: object) {
  return { strengths: field, weaknesses: field, opportunities: field, threats: field };
}

/** Infographics at the limits of what the schema allows, with their names: few and many parts, short and long texts. */
export function infographicExtremes(): (readonly [name: string, data: InfographicData])[] {
  const told = { title: 'Kuva', description: 'Kuva.', source: { id: 'lahde' } };
  return Object.entries(sizes).flatMap(([kind, ofKind]) =>
    Object.entries(ofKind).flatMap(([size, make]) =>
      Object.entries(texts).map(([words, text]) => {
        const data = infographicSchema.parse({ kind, ...told, ...make(partsOf(text)) });
        return [`${kind} of ${size} with ${words}`, data] as const;
      }),
    ),
  );
}

/** The same infographic with every label and note grown to 40 characters. */
export function withLongLabels(data: InfographicData): InfographicData {
  return infographicSchema.parse(grown(data));
}

function grown(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(grown);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => {
      const isShown = ['label', 'note'].includes(key) && typeof inner === 'string';
      return [key, isShown ? `${inner} ja vielä muutama sana lisää`.slice(0, 40) : grown(inner)];
    }),
  );
}
