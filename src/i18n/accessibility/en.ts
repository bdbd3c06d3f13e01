import type { AccessibilityMessages } from './fi.ts';

/** The accessibility statement, in English. */
export const enAccessibility: AccessibilityMessages = {
  'accessibility.title': 'Accessibility',
  'accessibility.description':
    'How accessible Oppihetki is, how it has been tested and whom to tell about shortcomings.',
  'accessibility.lead':
    'We want everyone to be able to study in Oppihetki. This statement is about Oppihetki, and {organisation} is responsible for it.',
  'accessibility.stateTitle': 'Where we are',
  'accessibility.stateFull':
    'Oppihetki meets the requirements of the law: levels A and AA of the Web Content Accessibility Guidelines, WCAG 2.2.',
  'accessibility.statePartial':
    'Oppihetki meets the requirements of the law in part. The goal is level AA of the Web Content Accessibility Guidelines, WCAG 2.2.',
  'accessibility.notChecked': 'Not every check has been made yet, so there may be more shortcomings than we know of.',
  'accessibility.gapsTitle': 'What is not accessible yet',
  'accessibility.noGaps': 'We know of nothing that does not meet the requirements.',
  'accessibility.criterion': 'WCAG {criterion}',
  'accessibility.automatedTitle': 'What the tests check',
  'accessibility.automated':
    '{engine} went through {pages} pages and {states} states in light and dark colours on {date}. No deviations were left.',
  'accessibility.automatedMore':
    'The tests also complete the course with the keyboard alone, and try the pages in a window 320 pixels wide, with text at twice its size, without motion and without JavaScript.',
  'accessibility.automatedAlways': 'The tests are run whenever the service or its content changes.',
  'accessibility.checksTitle': 'What people check',
  'accessibility.made': 'Made on {date}.',
  'accessibility.notYet': 'Not made yet.',
  'accessibility.goodToKnowTitle': 'Good to know',
  'accessibility.language':
    'The content of the course is in Finnish only. On the Swedish and English pages the Finnish content is marked as Finnish, so that screen readers read it right.',
  'accessibility.script': 'Answering questions and searching need JavaScript. Everything else works without it.',
  'accessibility.voice':
    'A synthetic voice speaks in the videos. They have captions, and what is said can be read beside the video.',
  'accessibility.feedbackTitle': 'Report a shortcoming',
  'accessibility.feedback':
    'If something does not work or you need the information in another form, tell us. We answer within 14 days.',
  'accessibility.feedbackLink': 'Give accessibility feedback',
  'accessibility.supervisorTitle': 'Supervising authority',
  'accessibility.supervisor':
    'If you get no answer in 14 days, or the answer is not enough, you can complain to the supervising authority:',
  'accessibility.revised': 'The statement rests on an assessment of our own. It was revised on {date}.',
};
