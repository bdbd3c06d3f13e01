import type { fiFeedback } from './fi.ts';

/** The two questions at the end of a module and what coordinators see of their answers, in English. */
export const enFeedback: Readonly<Record<keyof typeof fiFeedback, string>> = {
  'feedback.title': 'Tell us what you thought of the module',
  'feedback.note':
    'Two questions, and answering is optional. Those who make the content see the answers only as a summary, once at least ten people have answered. Your name is not shown, and your manager does not see the answers.',
  'feedback.satisfied': 'How satisfied are you with the content of the module?',
  'feedback.satisfied.1': 'Very dissatisfied',
  'feedback.satisfied.2': 'Somewhat dissatisfied',
  'feedback.satisfied.3': 'Neither satisfied nor dissatisfied',
  'feedback.satisfied.4': 'Somewhat satisfied',
  'feedback.satisfied.5': 'Very satisfied',
  'feedback.learned': 'Did you learn something new?',
  'feedback.learned.1': 'Nothing',
  'feedback.learned.2': 'Only a little',
  'feedback.learned.3': 'Some things',
  'feedback.learned.4': 'A lot',
  'feedback.learned.5': 'A great deal',
  'feedback.send': 'Send feedback',
  'feedback.change': 'Send changed feedback',
  'feedback.nothing': 'Choose an answer first. You may also answer only one of the questions.',
  'feedback.saved': 'Thank you, your feedback has been saved. You can change it at any time.',
  'feedback.waiting': 'Your feedback is kept on this device. It will be sent when the connection is back.',
  'feedback.waitingSignIn': 'Your feedback is kept on this device. It will be sent when you sign in again.',
  'feedback.failed': 'The feedback could not be saved. Reload the page and try once more.',
  'feedback.stored':
    'Your feedback on a module, if you give any: so that the content can be improved. Those who make the content only see a summary of at least ten people’s answers.',
  'feedback.table': 'Feedback',
  'feedback.tableText':
    'What learners answered at the end of a module, rounded. The figures show once at least ten have answered and change ten answers at a time, so that nobody’s own answer can be worked out.',
  'feedback.tableSatisfied': 'Satisfied with the content',
  'feedback.tableLearned': 'Learned something new',
  'feedback.share': '{share}% ({learners} answers)',
  'feedback.hidden': 'Shown once at least 10 have answered',
};
