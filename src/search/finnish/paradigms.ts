import { strengthened, weakened } from './gradation.ts';

/** How a class of words inflects: the end of the basic form, and the ends of the stems that endings are put on. */
interface Paradigm {
  readonly basic: string;
  readonly stems: readonly string[];
  /** The grade of the basic form; where it is weak, the other stems are strong. */
  readonly grade: 'strong' | 'weak';
  /** How many letters at least stand before the ends. */
  readonly shortestRoot: number;
}

const paradigm = (grade: Paradigm['grade'], basic: string, ...stems: string[]): Paradigm => ({
  basic,
  stems,
  grade,
  shortestRoot: 2,
});
const monosyllable = (basic: string, plural: string): Paradigm => ({
  ...paradigm('strong', basic, basic, plural),
  shortestRoot: 1,
});

/** Folded: `ton` is also tön. Plural stems carry their `i` or `j`. Words after each row show it. */
const paradigms: readonly Paradigm[] = [
  paradigm('strong', 'a', 'a', 'oi', 'oj', 'i'), // lupa: luvan, lupia; asia: asioita
  paradigm('strong', 'o', 'o'), // henkilö, tauko
  paradigm('strong', 'u', 'u'), // palvelu
  paradigm('strong', 'y', 'y'), // työkyky
  paradigm('strong', 'i', 'i', 'e', 'ei', 'ej'), // tuki: tuen; malli: malleja
  paradigm('strong', 'si', 'te', 'de', 't', 'si'), // uusi: uuden, uutta
  paradigm('weak', 'e', 'ee', 'ei', 'e'), // tarve: tarpeen, tarvetta
  paradigm('strong', 'nen', 'se', 'si', 's'), // ihminen: ihmisen, ihmistä
  paradigm('strong', 's', 'kse', 'ksi', 's'), // tarkastus: tarkastuksen
  paradigm('strong', 'us', 'ude', 'ute', 'ut', 'uksi'), // mahdollisuus
  paradigm('strong', 'ys', 'yde', 'yte', 'yt', 'yksi'), // terveys
  paradigm('weak', 'as', 'aa', 'ai', 'as'), // asiakas: asiakkaan
  paradigm('weak', 'is', 'ii', 'is'), // kaunis
  paradigm('weak', 'in', 'ime', 'imi', 'in'), // puhelin: puhelimen
  paradigm('weak', 'ton', 'ttoma', 'ttomi', 'ton'), // työtön: työttömän
  paradigm('strong', 'mpi', 'mpa', 'mma', 'mpi', 'mmi'), // parempi
  paradigm('weak', 'el', 'ele', 'elee', 'el'), // askel: askeleen
  paradigm('weak', 'en', 'ene', 'en'), // jäsen
  paradigm('weak', 'ar', 'are', 'ar'), // tytär
  paradigm('weak', 'ut', 'ee', 'ei', 'ut'), // kasvanut
  paradigm('weak', 'yt', 'ee', 'ei', 'yt'), // väsynyt
  paradigm('strong', 'aa', 'a', 'oi', 'i', 'e'), // auttaa: autetaan, auttoi
  paradigm('strong', 'hda', 'ke', 'k', 'hd', 'ht'), // tehdä: tekee, teen, tehty
  paradigm('weak', 'lla', 'le', 'li', 'l'), // keskustella
  paradigm('weak', 'nna', 'ne', 'ni', 'n'), // mennä
  paradigm('weak', 'sta', 'se', 'si', 's'), // nousta
  paradigm('weak', 'ata', 'aa', 'at', 'as', 'an'), // tavata: tapaa, tavannut
  paradigm('weak', 'ota', 'oa', 'ot', 'os', 'on'), // koota: kokoaa
  paradigm('weak', 'uta', 'ua', 'ut', 'us', 'un'), // haluta
  paradigm('weak', 'eta', 'ene', 'et', 'en'), // vanheta
  paradigm('weak', 'ita', 'itse', 'itsi', 'it', 'in'), // tarvita
];

/** One-syllable words in a diphthong, which gets shorter before the plural's `i`. */
const monosyllables: readonly Paradigm[] = [
  monosyllable('uo', 'oi'), // suo: soita
  monosyllable('yo', 'oi'), // työ: töitä
  monosyllable('ie', 'ei'), // tie: teitä
];

/** The stems of a word given in its basic form. */
export function stemsOfBasicForm(word: string): string[] {
  return rowsFor(word).flatMap((row) => {
    const root = rootOf(word, row.basic, row);
    return root === null
      ? []
      : row.stems.flatMap((end) => inGrades(root + end, row.grade === 'strong', row.grade === 'weak'));
  });
}

/**
 * The basic form and the other stems of a word of which one stem is known.
 * @param isWeak true where the ending says that the stem is in its weak grade, if it has grades
 */
export function stemsOfStem(stem: string, isWeak: boolean): string[] {
  return rowsFor(stem).flatMap((row) => {
    const known = inGrades(stem, !isWeak || row.grade === 'weak', true);
    return row.stems.flatMap((end) =>
      known.flatMap((one) => {
        const root = rootOf(one, end, row);
        if (root === null) return [];
        const family = [root + row.basic, ...row.stems.map((other) => root + other)];
        return /[aeiouy]$/.test(one) ? family : family.flatMap((member) => inGrades(member, true, true));
      }),
    );
  });
}

function rowsFor(word: string): readonly Paradigm[] {
  return /^[^aeiouy]+(?:uo|yo|ie|[oe]i)$/.test(word) ? monosyllables : paradigms;
}

function inGrades(stem: string, weak: boolean, strong: boolean): string[] {
  return [stem, ...(weak ? weakened(stem) : []), ...(strong ? strengthened(stem) : [])];
}

/** What stands before an end; null where that is not the end, or too little stands before it. */
function rootOf(word: string, end: string, { shortestRoot }: Paradigm): string | null {
  const root = word.slice(0, word.length - end.length);
  return word.endsWith(end) && root.length >= shortestRoot ? root : null;
}
