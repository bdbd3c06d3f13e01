import { describe, expect, it } from 'vitest';
import { AuthorCommandError } from '../../../../tools/authorCommand.ts';
import { explanationToWrite, fromDrafts } from '../../../../tools/exchange/fromDrafts.ts';
import { readGift } from '../../../../tools/exchange/gift/readGift.ts';

const read = (text: string) => fromDrafts(readGift(text), 'Nimetön');
const only = (text: string) =>
  read(text).quiz!.questions[0]! as unknown as Record<string, unknown> & {
    choices: { text: string; correct: boolean; explanation: string; id: string }[];
  };
const told = (text: string) => read(text).remarks.map(({ place, sentence }) => `${place}: ${sentence}`);

describe('a GIFT file of Moodle’s', () => {
  it('is read on one line and on many, with a title or without', () => {
    const one = only('::Kello soi:: Mitä teet? {=Vastaan#Hyvä. ~Odotan ~Lähden#Ei näin.}');
    expect(one).toMatchObject({ id: 'kello-soi', type: 'single', prompt: 'Mitä teet?' });
    expect(one.choices.map(({ id, correct, explanation }) => [id, correct, explanation])).toEqual([
      ['vastaan', true, 'Hyvä.'],
      ['odotan', false, explanationToWrite],
      ['lahden', false, 'Ei näin.'],
    ]);
    expect(only('Mitä teet nyt?\n{\n  =Vastaan # Hyvä.\n\t~Odotan\n}').id).toBe('mita-teet-nyt');
  });

  it('counts the explanations that are yet to be written', () => {
    expect(read('A? {=x ~y#syy ~z}\n\nB? {=x#syy ~y#syy}').toWrite).toBe(2);
  });

  it('takes weights without a right answer as a choice of many', () => {
    const { type, choices } = only('Mitkä? {~%50%A ~%-100%B ~%50%C ~D}');
    expect([type, choices.map(({ correct }) => correct)]).toEqual(['multiple', [true, false, true, false]]);
  });

  it('says so where partial credit is lost or several are right', () => {
    expect(told('Mikä? {=A ~%50%B ~C}')).toEqual(['rivi 1: Osin oikeasta vastauksesta tuli väärä. Tarkista se.']);
    expect(told('Mikä? {=A =B ~C}')[0]).toContain('monivalinta');
  });

  it.each([
    ['{T}', true],
    ['{ FALSE#Väärin meni.#Oikein meni.}', false],
  ])('takes true and false %s as a choice of two', (answers, holds) => {
    const { choices } = only(`Maa on pyöreä.${answers}`);
    expect(choices.map(({ text, correct }) => [text, correct])).toEqual([
      ['Totta', holds],
      ['Ei totta', !holds],
    ]);
    if (!holds) expect(choices.map(({ explanation }) => explanation)).toEqual(['Väärin meni.', 'Oikein meni.']);
  });

  it.each([
    'Mikä? {=a#A ~b#B\n####Kaikille.}',
    'On. {T#väärin#oikein ####Kaikille.}',
    'Parit. {=a -> x =b -> y =c -> z\n####Kaikille.}',
  ])('says that the common feedback of %j was left out', (text) => {
    expect(told(text)).toEqual([
      'rivi 1: Kysymyksen yhteinen palaute jäi pois: täällä jokaisella vastauksella on omansa.',
    ]);
  });

  it('reads pairs, and leaves out an answer without a pair', () => {
    const text = 'Yhdistä. {\n=Suomi -> Helsinki\n=Ruotsi -> Tukholma\n=Norja -> Oslo\n= -> Tallinna\n}';
    expect(only(text)).toMatchObject({
      type: 'matching',
      pairs: [{ left: { id: 'suomi', text: 'Suomi' }, right: { text: 'Helsinki' } }, {}, {}],
    });
    expect(told(text)).toEqual(['rivi 1: Vastaus, jolla ei ole paria, jäi pois.']);
  });

  it('reads escaped marks, and `\\n` as a new line', () => {
    const { prompt, choices } = only('Paljonko on \\{x\\}\\: 1 \\= 2\\nvai \\#3? {=\\~5 % \\\\ ~%0%10 %#a\\=b}');
    expect(prompt).toBe('Paljonko on {x}: 1 = 2\nvai #3?');
    expect(choices.map(({ text }) => text)).toEqual(['~5 % \\', '10 %']);
  });

  it('takes the words of HTML, and says what was left out', () => {
    const text =
      '[html]<p>Mitä <b>teet</b>?</p><img src\\="x.png"> {=[html]<p>A &amp\\; &auml\\;</p> ~[plain]<b>}'.replaceAll(
        '\\;',
        ';',
      );
    expect(only(text)).toMatchObject({ prompt: 'Mitä teet?', choices: [{ text: 'A & ä' }, { text: '<b>' }] });
    expect(told(text)).toEqual(['rivi 1: Tekstin muotoilut ja kuvat jäivät pois.']);
  });

  it('puts a line where the answers stand within the text', () => {
    expect(only('Helsinki on {=Suomen ~Ruotsin} pääkaupunki.').prompt).toBe('Helsinki on _____ pääkaupunki.');
  });

  it('takes the quiz’s title from the category, and ids and objectives from comments', () => {
    const { quiz } = read(
      '$CATEGORY: $course$/top/Luku 1//2\n\n// oma muistiinpano [id:kysymys-a] [tag:tavoite-1]\nA? {=x ~y}\n\n// muuta\nB? {=x ~y}',
    );
    expect(quiz).toMatchObject({
      title: 'Luku 1/2',
      questions: [
        { id: 'kysymys-a', objectives: ['tavoite-1'] },
        { id: 'b', objectives: [] },
      ],
    });
  });

  it.each([
    ['Kirjoita aine. {}', 'omin sanoin'],
    ['Minä vuonna? {#1917:1}', 'numerolla'],
    ['Kuka? {=Aino =aino}', 'kirjoittamalla'],
    ['Pelkkää tekstiä.', 'ei ole vastauksia'],
    ['Kaksi {=a ~b} kohtaa {=c ~d}', 'useampi vastauskohta'],
    ['Mikä? {~a ~b}', 'mikään vaihtoehto ei ole oikea'],
    ['Mikä? {=a}', 'kirjoittamalla'],
    ['Mikä? {=a ~}', 'ilman tekstiä'],
    ['Mikä? {=1 ~2 ~3 ~4 ~5 ~6 ~7 ~8 ~9}', 'vaihtoehtoja on 9'],
    ['Parit? {=a -> x =b -> x =c -> y}', 'useampi pari'],
    ['Parit? {=a -> x =b -> y}', 'pareja on 2'],
    ['{=a ~b}', 'puuttuu kysymysteksti'],
  ])('leaves out %j with its line and why, and takes the rest', (text, why) => {
    const both = `Tämä käy. {=a ~b}\n\n${text}`;
    expect(read(both).quiz?.questions).toHaveLength(1);
    expect(told(both)).toEqual([expect.stringMatching(new RegExp(`^rivi 3: .*${why}`))]);
  });

  it.each([
    ['Hyvä. {=a ~b}\n\nMikä? {=a ~b', 'riviltä 3, puuttuu merkki }'],
    ['Mikä? =a ~b}', 'riviltä 1, puuttuu merkki {'],
    ['Mikä? {=a\n\n~b}', 'riviltä 1, puuttuu merkki }'],
  ])('is refused whole where the braces of %j do not close', (text, said) => {
    expect(() => read(text)).toThrow(said);
  });

  it('gives ids that are unique, short and valid whatever the texts', () => {
    const { quiz } = read(
      `${'Sama kysymys, joka on oikein pitkä ja jatkuu vielä rivin loppuun asti eikä pääty. {=Sama ~Sama! ~???}\n\n'.repeat(3)}`,
    );
    expect(new Set(quiz?.questions.map(({ id }) => id)).size).toBe(3);
    expect(only('??? {=Sama ~Sama! ~???}').choices.map(({ id }) => id)).toEqual(['sama', 'sama-2', 'vastaus']);
  });

  it.each(['{', '}', '\\', '~=#{}:%\n\n', '::', '{{{{', '=', '[html]<p<p<p', '%%%'])(
    'bears %j a hundred thousand times',
    (piece) => {
      const began = performance.now();
      try {
        read(piece.repeat(100_000));
      } catch (error) {
        expect(error).toBeInstanceOf(AuthorCommandError);
      }
      expect(performance.now() - began).toBeLessThan(3000);
    },
  );
});
