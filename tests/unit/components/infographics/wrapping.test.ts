import { describe, expect, it } from 'vitest';
import { textWidth, wrap } from '../../../../src/components/infographics/wrapping.ts';

describe('wrapping', () => {
  it('breaks a text into the fewest lines that fit, as even as can be', () => {
    const text = 'Asiakas, omatiimi ja työnantaja yhdessä';
    const lines = wrap(text, 16, 260);
    expect(lines).toEqual(['Asiakas, omatiimi ja', 'työnantaja yhdessä']);
    for (const line of lines) expect(textWidth(line, 16)).toBeLessThanOrEqual(260);
  });

  it('breaks after a hyphen, a dash and a slash within a word, but not within a number', () => {
    expect(wrap('Mielenterveys-lähtöinen', 16, 120)).toEqual(['Mielenterveys-', 'lähtöinen']);
    expect(wrap('hoitaja/valmentaja', 16, 80)).toEqual(['hoitaja/', 'valmentaja']);
    expect(wrap('2021–2022', 16, 40)).toEqual(['2021–2022']);
  });

  it('keeps a word that is wider than the room whole, on a line of its own', () => {
    const lines = wrap('ja työkykykoordinaattorin apu', 16, 60);
    expect(lines).toEqual(['ja', 'työkykykoordinaattorin', 'apu']);
  });

  it.each([20, 80, 200, 1000])('loses no word in a room of %i', (room) => {
    const text = 'Asiakas, omatiimi ja sote-yhteyshenkilö (2 / 3)';
    const joined = wrap(text, 16, room).reduce((before, line) => before + (/[-–/]$/.test(before) ? '' : ' ') + line);
    expect(joined.replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
  });

  it('counts a letter it does not know as the widest', () => {
    expect(textWidth('Ж', 16)).toBe(16);
    expect(textWidth('mmm', 16)).toBeLessThan(3 * 16);
  });
});
