import { contentFolders, glossaryFile, sourcesFile } from '../contentFolders.ts';
import { error } from '../finding.ts';
import type { Finding, Place } from '../finding.ts';
import { suggest } from '../nearest.ts';
import type { Names } from './names.ts';

/** Nothing when `quiz/question` names a question; else what is unknown in it. */
export function unknownQuestion(reference: string, place: Place, names: Names): Finding[] {
  const [quiz, question, ...more] = reference.split('/');
  if (!quiz || !question || more.length > 0) {
    const fix = 'Kirjoita kysymyssarjan tunnus, kauttaviiva ja kysymyksen tunnus, esimerkiksi id="kurssiesittely/eka".';
    return [error(place, 'question-unknown', `”${reference}” ei ole kysymyksen tunnus.`, fix)];
  }
  if (!names.quizzes.has(quiz)) return unknownQuiz(quiz, place, names);
  const questions = names.quizzes.get(quiz);
  if (!questions || questions.has(question)) return [];
  const file = `${contentFolders.quizzes}/${quiz}.yaml`;
  const fix = suggest(question, questions, `Lisää kysymys tiedostoon ${file} tai poista komponentti.`);
  return [error(place, 'question-unknown', `Kysymystä ”${question}” ei ole kysymyssarjassa ”${quiz}”.`, fix)];
}

export function unknownQuiz(quiz: string, place: Place, names: Names): Finding[] {
  if (names.quizzes.has(quiz)) return [];
  const fix = suggest(
    quiz,
    names.quizzes.keys(),
    `Luo tiedosto ${contentFolders.quizzes}/${quiz}.yaml tai korjaa tunnus.`,
  );
  return [error(place, 'quiz-unknown', `Kysymyssarjaa ”${quiz}” ei ole.`, fix)];
}

export function unknownTerm(term: string, place: Place, names: Names): Finding[] {
  if (!names.terms || names.terms.has(term)) return [];
  const fix = suggest(term, names.terms, `Lisää termi tiedostoon ${glossaryFile} tai korjaa tunnus.`);
  return [error(place, 'term-unknown', `Sanastossa ei ole termiä ”${term}”.`, fix)];
}

export function unknownSource(source: string | undefined, place: Place, names: Names): Finding[] {
  if (source === undefined || !names.sources || names.sources.has(source)) return [];
  const fix = suggest(source, names.sources, `Lisää lähde tiedostoon ${sourcesFile} tai korjaa tunnus.`);
  return [error(place, 'source-unknown', `Lähdettä ”${source}” ei ole.`, fix)];
}

export function unknownInfographic(infographic: string, place: Place, names: Names): Finding[] {
  if (names.infographics.has(infographic)) return [];
  const file = `${contentFolders.infographics}/${infographic}.yaml`;
  const fix = suggest(infographic, names.infographics, `Luo tiedosto ${file} tai korjaa tunnus.`);
  return [error(place, 'infographic-unknown', `Kuvaa ”${infographic}” ei ole.`, fix)];
}

export function unknownVideo(video: string, place: Place, names: Names): Finding[] {
  if (names.videos.has(video)) return [];
  const file = `${contentFolders.videos}/${video}/storyboard.fi.yaml`;
  const fix = suggest(video, names.videos, `Kirjoita käsikirjoitus tiedostoon ${file} tai korjaa tunnus.`);
  return [error(place, 'video-unknown', `Videota ”${video}” ei ole.`, fix)];
}
