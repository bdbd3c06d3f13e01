import { describe, expect, it } from 'vitest';
import { problemLine } from '../../../../src/people/roster/problems.ts';
import { readRoster } from '../../../../src/people/roster/readRoster.ts';

const units = 'tunnus;nimi;yläyksikkö\ncity;Kaupunki;\ncare;Sote;city\n';
const header = 'tunnus;nimi;sähköposti;yksikkö;esihenkilö yksikölle;kieli\n';

type Content = string | Uint8Array;

function read(people: Content, unitsFile: Content | null = units) {
  const bytesOf = (content: Content) => (typeof content === 'string' ? new TextEncoder().encode(content) : content);
  return readRoster(
    {
      people: { name: 'people.csv', bytes: bytesOf(people) },
      units: unitsFile === null ? null : { name: 'units.csv', bytes: bytesOf(unitsFile) },
    },
    [{ id: 'kept', name: 'Kept', parent: null }],
  );
}

function problemsOf(people: Content, unitsFile: Content | null = units): readonly string[] {
  const outcome = read(people, unitsFile);
  return outcome.ok ? [] : outcome.problems.map(problemLine);
}

function rosterOf(people: Content, unitsFile: Content | null = units) {
  const outcome = read(people, unitsFile);
  if (!outcome.ok) throw new Error(outcome.problems.map(problemLine).join('\n'));
  return outcome;
}

describe('a roster', () => {
  it('is read from what Finnish Excel saves: semicolons, CRLF, a mark, quoted fields, empty rows at the end', () => {
    const file = `\uFEFFTunnus;Nimi;Sähköposti;Yksikkö;Esihenkilö yksikölle;Kieli\r\n0012;"Öberg; ""Åsa""";a@b.fi;care;care|city;Ruotsi\r\n;;;;;\r\n`;
    expect(rosterOf(file).roster).toEqual({
      people: [
        {
          row: 2,
          id: '0012',
          name: 'Öberg; "Åsa"',
          email: 'a@b.fi',
          unit: 'care',
          manages: ['care', 'city'],
          language: 'sv',
        },
      ],
      units: [
        { id: 'city', name: 'Kaupunki', parent: null },
        { id: 'care', name: 'Sote', parent: 'city' },
      ],
    });
  });

  it('is read alike in UTF-8, Windows-1252 and Excel’s Unicode text, and says as what', () => {
    const text = 'id\tname\tunit\n1\tÄijälä Öö\tcare\n';
    const windows = Buffer.from(text, 'latin1');
    const unicode = Buffer.from(`\uFEFF${text}`, 'utf16le');
    const swapped = Buffer.from(unicode).swap16();
    for (const [content, encoding] of [
      [text, 'UTF-8'],
      [windows, 'Windows-1252'],
      [unicode, 'UTF-16'],
      [swapped, 'UTF-16'],
    ] as const) {
      const { roster, notes } = rosterOf(content);
      expect(roster.people[0]?.name).toBe('Äijälä Öö');
      expect(notes[0]).toBe(`people.csv: 1 rows, ${encoding}, columns divided by tabs.`);
    }
  });

  it('has headers in Finnish, Swedish or English, in any order, and what it has no column for is left open', () => {
    for (const heads of ['yksikkö,tunnus,nimi', 'enhet,anställningsnummer,namn', 'Unit ID,Employee-ID,Full name'])
      expect(rosterOf(`${heads}\ncare,1,Aino\n`).roster.people).toEqual([
        { row: 2, id: '1', name: 'Aino', unit: 'care' },
      ]);
  });

  it('tells which columns it does not use, and takes nobody’s superior for a unit to manage', () => {
    const { roster, notes } = rosterOf('tunnus;nimi;yksikkö;Esihenkilö;puhelin\n1;Aino;care;Eero;040\n');
    expect(notes[1]).toBe('people.csv: not used: "Esihenkilö", "puhelin".');
    expect(roster.people[0]).not.toHaveProperty('manages');
  });

  it('looks units up among those that are kept where no file of units is given', () => {
    expect(rosterOf('id,name,unit\n1,Aino,kept\n', null).roster.units).toBeNull();
    expect(problemsOf('id,name,unit\n1,Aino,care\n', null)).toEqual([
      'people.csv, row 2: The unit "care" is not known. Give the units’ file too, or correct the id.',
    ]);
  });

  it('skips the line in which Excel tells itself the dividing sign', () => {
    expect(rosterOf('sep=;\r\nid;name;unit\r\n1;Aino;care\r\n').roster.people).toHaveLength(1);
  });
});

describe('every problem of a roster is told at once, by row', () => {
  it('those of single fields', () => {
    const rows = [
      '1;=cmd|calc;;care;;',
      ';Aino;;care;;',
      '3;;;care;;',
      '4;Aino;no mail;care;;',
      '5;Aino;;care;;Klingon',
      '6;Aino;;;;',
      '7;Aino;;;care;',
      `8;${'x'.repeat(201)};;care;;`,
      '9;Ai\u0007no;;care;;',
      '1,2E+05;Aino;;care;;',
      '010170-123A;Aino;;care;;',
      '12;Ã„ijÃ¤lÃ¤;;care;;',
      '13;Aino;;@care;;',
      '14;"Aino\nAalto";;care;;',
    ];
    const problems = problemsOf(header + rows.join('\n'));
    const expected = [
      [2, 'begins with a sign that spreadsheets take for a formula'],
      [3, 'The id is missing'],
      [4, 'The name is missing'],
      [5, '"no mail" is none'],
      [6, 'The language "Klingon" is not known'],
      [7, 'The unit is missing'],
      [8, 'manages "care" and has no unit'],
      [9, 'longer than 200 characters'],
      [10, 'control character'],
      [11, 'a number that Excel has rounded'],
      [12, 'personal identity code'],
      [13, 'lost letters to a wrong encoding'],
      [14, 'formula'],
      [14, 'is not in units.csv'],
      [15, 'line break'],
    ] as const;
    expect(problems).toHaveLength(expected.length);
    for (const [index, [row, part]] of expected.entries()) {
      expect(problems[index]).toContain(`people.csv, row ${row}: `);
      expect(problems[index]).toContain(part);
    }
  });

  it('those between rows and files: doubled ids, unknown units, wrong counts of columns', () => {
    const problems = problemsOf(`${header}1;A;;care;;\n1;B;;care;;\n2;C;;nowhere;elsewhere;\n3;D;care\n`);
    expect(problems).toEqual([
      'people.csv, row 3: The id "1" stands on row 2 already. Keep one of the two.',
      'people.csv, row 4: The unit "nowhere" is not in units.csv. Add it there, or correct the id.',
      'people.csv, row 4: The managed unit "elsewhere" is not in units.csv. Add it there, or correct the id.',
      'people.csv, row 5: The row has 3 columns and the header 6. Put a field that holds the dividing sign in quotation marks.',
    ]);
  });

  it('those of the units’ tree: units above that are unknown, circles, a unit above itself', () => {
    const tree = 'id,name,parent\na,A,c\nb,B,a\nc,C,b\nd,D,a\nself,S,self\nlost,L,gone\n';
    expect(problemsOf('id,name,unit\n1,Aino,a\n', tree)).toEqual([
      'units.csv, row 2: Units stand above each other in a circle: "a" under "c" under "b" under "a". Correct the units above.',
      'units.csv, row 6: Units stand above each other in a circle: "self" under "self". Correct the units above.',
      'units.csv, row 7: The unit above, "gone", is not in the file. Add it, or correct the id.',
    ]);
  });

  it('those of columns: missing ones with the headers that would do, doubled ones', () => {
    expect(problemsOf('tunnus;nimi;id\n1;Aino;1\n')).toEqual([
      'people.csv, row 1: Two columns hold the same: "tunnus" and "id". Leave one out.',
      expect.stringContaining(
        'people.csv, row 1: The column "yksikkö" is missing. Its header may be "yksikkö"',
      ) as string,
    ]);
  });
});

describe('a file that is no roster is refused in a sentence', () => {
  const cases: readonly (readonly [string, Content, string])[] = [
    ['an empty one', '', 'The file is empty.'],
    ['one of empty lines', '\n\n', 'no header row'],
    ['a header alone', header, 'no rows'],
    ['an Excel workbook', new Uint8Array([0x50, 0x4b, 0x03, 0x04, 0, 0]), 'Excel workbook'],
    ['UTF-16 without a mark', Buffer.from(header, 'utf16le'), 'its encoding is unknown'],
    ['bytes that no encoding of ours has', new Uint8Array([0x69, 0x64, 0x81, 0x8d]), 'neither whole UTF-8'],
    [
      'UTF-8 cut in the middle of a letter, with a control byte',
      new Uint8Array([0x01, 0x69, 0xc3]),
      'neither whole UTF-8',
    ],
    ['a quotation mark that is not closed', `${header}1;"Aino;;care;;\n`, 'none closes it'],
    ['a quotation mark inside a field', `${header}1;Ai"no;;care;;\n`, 'in the middle of a field'],
    ['text behind a quoted field', `${header}1;"Ai"no;;care;;\n`, 'Something follows a closing quotation mark'],
  ];
  it.each(cases)('%s', (_title, content, part) => {
    const problems = problemsOf(content);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(part);
  });
});
