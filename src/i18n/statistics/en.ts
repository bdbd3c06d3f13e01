import type { fiStatistics } from './fi.ts';

/** How questions and sections teach, and what the content check told: for coordinators, in English. */
export const enStatistics: Readonly<Record<keyof typeof fiStatistics, string>> = {
  'statistics.findings': 'Remarks on the content',
  'statistics.findingsText':
    'What the content check noticed: in the preview in what was saved last, on the published site in what it was built from. Here are claims past their review date today, accessibility checks that are too old, passages that are hard to read, and details that are missing. The published site can have no dead links: it does not build with them. The remarks are in Finnish.',
  'statistics.findingsNone': 'The check noticed nothing to mend.',
  'statistics.findingsUnknown': 'The remarks are not known. The command npm run check:content tells them.',
  'statistics.translationStates': 'Translations',
  'statistics.language': 'Language',
  'statistics.texts': 'Texts',
  'statistics.missing': 'Missing',
  'statistics.stale': 'Out of date',
  'statistics.language.sv': 'Swedish',
  'statistics.language.en': 'English',
  'statistics.translations':
    'The figures tell how much of the course’s texts is translated. Learners’ pages do not show the translations yet: the content is in Finnish only there, the user interface in Swedish and English too.',
  'statistics.title': 'How the questions and sections teach',
  'statistics.text':
    'The figures are of each learner’s first answer. They show once at least ten have answered and change ten learners at a time, so that nobody’s answer can be worked out. Shares are rounded to five per cent. When the text, the choices or the right answer of a question change, its figures start again.',
  'statistics.hidden': 'Shown once at least 10 have answered',
  'statistics.hiddenOf': 'Shown once at least 10 have answered. Still waiting:',
  'statistics.questionsOf': 'Questions: {title}',
  'statistics.sectionsOf': 'Sections: {title}',
  'statistics.question': 'Question',
  'statistics.learners': 'Learners',
  'statistics.facility': 'Right at once',
  'statistics.discrimination': 'Discrimination',
  'statistics.discrimination.negative': 'reversed',
  'statistics.discrimination.weak': 'weak',
  'statistics.discrimination.fair': 'fair',
  'statistics.discrimination.good': 'good',
  'statistics.discrimination.unknown': 'not known yet',
  'statistics.unused': 'Hardly anybody chooses',
  'statistics.unused.none': 'all are chosen',
  'statistics.unused.unknown': 'not known yet',
  'statistics.unused.notChoices': 'no choices',
  'statistics.time': 'Time to answer',
  'statistics.seconds': '{seconds} s',
  'statistics.suggestion': 'What to do',
  'statistics.suggestion.luring': 'A wrong choice lures those who know: check the wording and the right answer.',
  'statistics.suggestion.contrary':
    'Those who know answer this wrong more often: check the wording and the right answer.',
  'statistics.suggestion.hard':
    'Few know this at once: check the wording, and that the section teaches it before the question.',
  'statistics.suggestion.weak': 'The question hardly tells those who know from others: make it or its choices clearer.',
  'statistics.suggestion.easy': 'Nearly everybody knows this at once: could the question ask for more thought?',
  'statistics.suggestion.unused':
    'Hardly anybody takes one of the choices: replace it by a more credible one, or drop it.',
  'statistics.suggestion.good': 'A good question.',
  'statistics.suggestion.fitting': 'The difficulty is right.',
  'statistics.section': 'Section',
  'statistics.through': 'Went through, of those who began',
  'statistics.throughValue': '{share}% ({learners} began)',
  'statistics.minutes': 'Median / planned',
  'statistics.minutesValue': '{minutes} / {budget} min',
  'statistics.minutesUnknown': '– / {budget} min',
  'statistics.sectionsText':
    'The time is an estimate, counted from record to record in one sitting. A pause of more than ten minutes breaks it. For the first section of a module it can seldom be told, since beginning it leaves no record.',
};
