import { describe, expect, it } from 'vitest';
import { fileText } from '../../../../tools/exchange/fileText.ts';
import { readXml } from '../../../../tools/exchange/xml/readXml.ts';
import { element, xmlFile } from '../../../../tools/exchange/xml/writeXml.ts';
import { textOf } from '../../../../tools/exchange/xml/xmlTree.ts';

const read = (text: string) => readXml(text, 'x.xml');

describe('XML', () => {
  it('is read with its text, attributes, CDATA, entities and lines', () => {
    const root = read(
      '<?xml version="1.0"?>\n<!-- alku -->\n<a x="1 &lt; 2" p:y=\'"\'>\n<b>&#228;&#xE4;&amp;</b><![CDATA[<c>&amp;]]><?ohje?></a>\n',
    );
    expect([root.name, root.line, [...root.attributes]]).toEqual([
      'a',
      3,
      [
        ['x', '1 < 2'],
        ['p:y', '"'],
      ],
    ]);
    expect(textOf(root)).toBe('\nää&<c>&amp;');
  });

  it('is written so that any text comes back', () => {
    const words = '<&>"\' ]]> ä 🙂 &amp; --> ';
    const root = read(xmlFile(element('a', { x: words }, words)));
    expect([root.attributes.get('x'), textOf(root)]).toEqual([words, words]);
  });

  it.each([
    ['<!DOCTYPE a [<!ENTITY e SYSTEM "file:///etc/passwd">]><a>&e;</a>', 'rivi 1: DOCTYPE'],
    ['<a>\n<!DOCTYPE b></a>', 'rivi 2: DOCTYPE'],
    ['<a>&e;</a>', '&e; ei kelpaa'],
    ['<a>1 & 2</a>', 'ei kelpaa'],
    ['<a>&#0;</a>', '&#0; ei kelpaa'],
    ['<a>&#xD800;</a>', 'ei kelpaa'],
    ['<a>&#x110000;</a>', 'ei kelpaa'],
    ['<a>\n<b>\n</a>', 'rivi 3: Elementti </a> päättyy väärässä kohdassa'],
    ['<a>\n<b>', '<b> riviltä 2 jäi auki'],
    ['<a', 'jää kesken'],
    ['<a x=1/>', 'väärin'],
    ['<a x="1" x="2"/>', 'x on kahdesti'],
    ['<a x="<"/>', 'väärin'],
    ['<a/><b/>', 'useampi'],
    ['<a/>teksti', 'ulkopuolella'],
    ['', 'ei ole yhtään'],
    ['teksti', 'ulkopuolella'],
    ['<a>]]></a>', ']]>'],
    ['<a><!-- a -- b --></a>', 'kaksi viivaa'],
    ['<a><!-- a', 'kommentti jäi auki'],
    ['<a><![CDATA[ a', 'CDATA-osio jäi auki'],
    ['<a>\u0001</a>', 'XML ei salli'],
    ['<?xml version="1.0" encoding="ISO-8859-1"?><a/>', 'Merkistö ISO-8859-1'],
    [`${'<a>'.repeat(100_000)}`, 'sisäkkäin'],
    [`<a>${'<b/>'.repeat(100_001)}</a>`, 'liikaa'],
  ])('%j is refused with its place', (text, said) => {
    expect(() => read(text)).toThrow(said);
  });

  it.each(['<a ', '<a x="', '&', '<', '<!--', '</a', "<a x='1' ", '<a>&lt'])(
    'bears %j a hundred thousand times',
    (piece) => {
      const began = performance.now();
      expect(() => read(`<a>${piece.repeat(100_000)}`)).toThrow('x.xml');
      expect(performance.now() - began).toBeLessThan(2000);
    },
  );
});

describe('a file', () => {
  it.each([
    ['in Latin-1', Uint8Array.of(0xe4, 0x20), 'UTF-8'],
    ['in UTF-16', Uint8Array.of(0xff, 0xfe, 0x61, 0), 'UTF-8'],
    ['that is no text', Uint8Array.of(0x61, 0, 0x62), 'ei ole tekstiä'],
    ['of more than 5 megabytes', new Uint8Array(5_000_001), 'liian suuri'],
  ])('%s is refused in plain words', (_, bytes, said) => {
    expect(() => fileText(bytes, 'a.gift')).toThrow(said);
  });
});
