import { placeOf } from '../authoredContent.ts';
import type { AuthoredContent } from '../authoredContent.ts';
import { warning } from '../finding.ts';
import type { Finding } from '../finding.ts';
import { questionsOfModule } from '../questionsAsked.ts';
import type { AskedQuestion } from '../questionsAsked.ts';

/** A key longer than the next longest choice by both gives itself away (Haladyna, Downing & Rodriguez 2002). */
const tellingLength = { ratio: 1.25, characters: 20 };
/** Fewer questions than this show no pattern. */
const leastForPattern = 4;

/** Keys that a learner can guess without knowing: by their place, by their length, by the names of their ids. */
export function keyFindings(content: AuthoredContent): Finding[] {
  return content.modules.flatMap((module) => {
    const asked = questionsOfModule(content, module);
    return [...places(asked), ...lengths(asked), ...sides(asked), ...pairIds(asked)];
  });
}

function singles(asked: readonly AskedQuestion[]) {
  return asked.flatMap(({ quiz, index, question }) => (question.type === 'single' ? [{ quiz, index, question }] : []));
}

/** No place holds the key in more than half of a module's single-choice questions. */
function places(asked: readonly AskedQuestion[]): Finding[] {
  const all = singles(asked);
  if (all.length < leastForPattern) return [];
  const counts = new Map<number, number>();
  for (const { question } of all) {
    const place = question.choices.findIndex(({ correct }) => correct);
    counts.set(place, (counts.get(place) ?? 0) + 1);
  }
  const [place, count] = [...counts].sort((a, b) => b[1] - a[1])[0]!;
  if (count <= all.length / 2) return [];
  const message = `Oikea vastaus on ${place + 1}. vaihtoehto ${count} kysymyksessä ${all.length}:stä, joten sen voi arvata.`;
  const fix = 'Vaihda vaihtoehtojen järjestystä niin, että oikea vastaus on eri kohdissa.';
  return [warning(placeOf(all[0]!.quiz, ['questions', all[0]!.index]), 'key-position', message, fix)];
}

function lengths(asked: readonly AskedQuestion[]): Finding[] {
  const all = singles(asked).map((one) => {
    const { choices } = one.question;
    const key = choices.find(({ correct }) => correct)!.text.length;
    const other = Math.max(...choices.filter(({ correct }) => !correct).map(({ text }) => text.length));
    return { ...one, key, other };
  });
  const { ratio, characters } = tellingLength;
  const telling = all.filter(({ key, other }) => key > other * ratio && key >= other + characters);
  const longest = all.filter(({ key, other }) => key > other);
  return [
    ...telling.map(({ quiz, index }) => {
      const message = 'Oikea vaihtoehto on selvästi muita pidempi, joten sen voi arvata.';
      const fix = 'Lyhennä oikeaa vaihtoehtoa tai kirjoita muutkin yhtä tarkasti.';
      return warning(placeOf(quiz, ['questions', index, 'choices']), 'key-length', message, fix);
    }),
    ...(all.length >= leastForPattern && longest.length > all.length / 2
      ? [
          warning(
            placeOf(all[0]!.quiz, ['questions', all[0]!.index]),
            'key-longest',
            `Oikea vaihtoehto on pisin ${longest.length} kysymyksessä ${all.length}:stä, joten sen voi arvata.`,
            'Lyhennä joitakin oikeita vaihtoehtoja tai pidennä vääriä.',
          ),
        ]
      : []),
  ];
}

/** Claims of a module are not all true, nor all untrue. */
function sides(asked: readonly AskedQuestion[]): Finding[] {
  const claims = asked.flatMap(({ quiz, index, question }) => {
    if (question.type !== 'true-false') return [];
    return [{ quiz, index, holds: question.choices.find(({ correct }) => correct)!.claim }];
  });
  if (claims.length < 2 || new Set(claims.map(({ holds }) => holds)).size === 2) return [];
  const message = `Kaikki moduulin väitteet ovat ${claims[0]!.holds ? 'totta' : 'epätotta'}, joten vastauksen voi arvata.`;
  const place = placeOf(claims[0]!.quiz, ['questions', claims[0]!.index]);
  return [warning(place, 'key-side', message, 'Muotoile jokin väitteistä toisin päin.')];
}

/** Ids stand in the page: those of a pair may not be alike. */
function pairIds(asked: readonly AskedQuestion[]): Finding[] {
  return asked.flatMap(({ quiz, index, question }) => {
    if (question.type !== 'matching') return [];
    return question.pairs.flatMap(({ left, right }, nth) => {
      if (!left.id.includes(right.id) && !right.id.includes(left.id)) return [];
      const message = `Parin tunnukset ”${left.id}” ja ”${right.id}” paljastavat sivun lähdekoodissa, että ne kuuluvat yhteen.`;
      const place = placeOf(quiz, ['questions', index, 'pairs', nth]);
      return [warning(place, 'pair-ids', message, 'Anna toiselle tunnus, joka ei muistuta toista.')];
    });
  });
}
