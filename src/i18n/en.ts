import { enAccessibility } from './accessibility/en.ts';
import { enCertificates } from './certificates/en.ts';
import type { Messages } from './fi.ts';
import { enFeedback } from './feedback/en.ts';
import { enMaterials } from './materials/en.ts';
import { enRecords } from './records/en.ts';
import { enReports } from './reports/en.ts';
import { enReview } from './review/en.ts';
import { enSearch } from './search/en.ts';
import { enSignIn } from './signIn/en.ts';
import { enStatistics } from './statistics/en.ts';

/** The user interface in English. */
export const en: Messages = {
  ...enMaterials,
  ...enAccessibility,
  ...enCertificates,
  ...enFeedback,
  ...enRecords,
  ...enReports,
  ...enReview,
  ...enSearch,
  ...enSignIn,
  ...enStatistics,

  'site.name': 'Oppihetki',
  'site.tagline': 'Learning in small pieces',
  'site.skip': 'Skip to content',
  'site.home': 'Oppihetki, course front page',

  'nav.main': 'Main menu',
  'nav.course': 'Course',
  'nav.my': 'My learning',
  'nav.glossary': 'Glossary',
  'nav.reports': 'Completions',
  'nav.authoring': 'Content',
  'nav.language': 'Language',
  'nav.signIn': 'Sign in',
  'nav.signOut': 'Sign out',
  'nav.account': 'My menu',

  'unsent.title': 'Not everything has been sent yet',
  'unsent.count':
    'Not sent: {count}. Your answers and marks are on this device only. If you sign out now, they are removed and not saved.',
  'unsent.send': 'Try to send',
  'unsent.leave': 'Sign out and remove them',
  'unsent.stay': 'Cancel',

  'language.fi': 'Suomeksi',
  'language.sv': 'På svenska',
  'language.en': 'In English',

  'footer.about': 'About this service',
  'footer.sources': 'Sources',
  'footer.accessibility': 'Accessibility',
  'footer.verify': 'Verify a certificate',
  'footer.privacy': 'Privacy',
  'footer.feedback': 'Give feedback',

  'content.finnishOnly': 'The course content is in Finnish only for now.',

  'course.kicker': 'Course · {modules} modules · {minutes} min',
  'course.kickerOne': 'Course · 1 module · {minutes} min',
  'course.modules': 'Modules',
  'course.modulesLead': 'You can study in small pieces. You always continue where you left off.',
  'course.startNote': 'about {minutes} min',
  'course.resumeNote': 'about {minutes} min in this section',
  'course.allDone': 'See your completions',
  'course.allDoneNote': 'You have completed every published module.',

  'module.minutes': '{minutes} min',
  'module.notStarted': 'not started',
  'module.left': 'about {minutes} min left',
  'module.answersLeft': 'questions unanswered',
  'module.completedOn': 'completed {date}',
  'module.announced': 'Coming soon',
  'module.draft': 'Draft',
  'module.progress': 'Progress: {title}',
  'module.kicker': 'Module {number} / {total} · {minutes} min',
  'module.objectives': 'After this module',
  'module.sections': 'Sections',
  'module.start': 'Start: {title}',
  'module.resume': 'Continue: {title}',
  'module.review': 'Review: {title}',
  'module.sectionDone': 'done',

  'end.rule': 'When is the module completed?',
  'end.ruleText':
    'The module is completed when you have gone through every section and answered each question once. Right answers are not counted, and you may try as many times as you like.',
  'end.signIn': 'Sign in and your progress is recorded.',
  'end.signInLink': 'Sign in',
  'end.missing': 'Still to do',
  'end.missingText': 'The module is marked as completed as soon as these are done.',
  'end.missingSection': 'Section: {title}',
  'end.missingQuestions': 'Unanswered questions in section {title}: {count}',
  'end.completed': 'Module completed',
  'end.completedText': 'You completed the module on {date}. The completion is saved.',
  'end.toCourse': 'To the course front page',
  'end.nextModule': 'Next module: {title}',
  'end.unavailable': 'Your progress could not be fetched. Reload the page in a moment.',

  'section.kicker': 'Section {number} / {total} · {minutes} min',
  'section.nav': 'Sections of the module',
  'section.where': 'Section {number} / {total}: {title}',
  'section.pager': 'Previous and next section',
  'section.finish': 'Finish the module',
  'section.signedOut': 'You can read everything without signing in. Progress is recorded only when you are signed in.',
  'section.signIn': 'Sign in',
  'section.saved': 'saved',
  'section.waiting': 'waiting for a connection',
  'section.waitingSignIn': 'waiting for you to sign in',

  'end.missingQuiz': 'Closing quiz: {needed} of {total} right are needed',
  'end.ruleTextQuiz':
    'The module is completed when you have gone through every section, answered each question and passed the closing quiz. Try as often as you like.',

  'callout.tip': 'Tip',
  'callout.note': 'Note',
  'callout.example': 'Example',

  'glossary.title': 'Glossary',
  'glossary.description': 'The key words of the course explained plainly, with sources.',
  'glossary.lead': 'The key words of the course in one or two sentences.',
  'glossary.letters': 'Go to letter',
  'glossary.see': 'See also',

  'sources.title': 'Sources',
  'sources.description': 'Where the facts of the course come from.',
  'sources.lead': 'The facts of the course rest on these sources. The text is written in our own words.',
  'sources.open': 'Open the source',

  'status.info': 'Information',
  'status.success': 'Done',
  'status.error': 'Error',

  'error.404.title': 'Page not found',
  'error.404.text': 'There is no page at this address. It may have moved, or the address has a typing mistake.',
  'error.404.advice': 'Check the address or continue from the course front page.',
  'error.403.title': 'You do not have access to this page',
  'error.403.text': 'The page is meant for another group of users, for example managers.',
  'error.403.advice': 'If you should see this page, ask the administrators of the service for access.',
  'error.500.title': 'Something went wrong',
  'error.500.text': 'The fault is ours. The progress saved so far is safe.',
  'error.500.advice': 'Reload the page in a moment. If it happens again, tell us about it.',
  'error.home': 'To the course front page',
  'error.report': 'Report the fault',

  'offline.title': 'No connection',
  'offline.lead':
    'This page is not kept on this device. Try again when the connection is back. Your answers and marks are safe.',
  'offline.kept': 'You can read these without a connection',

  'mistake.tell': 'Tell of a mistake on this page',
  'mistake.subject': 'Mistake in the section {title}',
  'mistake.body': 'Page: {path}\n\nWhat is wrong?',
  'fit.title': 'How much time do you have?',
  'fit.nothing': 'No section is left that fits this time.',
  'fit.found': 'What fits in {minutes} minutes:',
  'print.title': 'Print: {title}',
  'print.print': 'Print',
  'print.back': 'Back to the module',
  'print.whole': 'Print the whole module',
  'glossary.uses': 'Used in the sections',

  'privacy.title': 'Privacy',
  'privacy.description': 'What is stored about your studies, why, and who sees it.',
  'privacy.lead': 'We store only what is needed to show a completion and to let you continue where you left off.',
  'privacy.storedTitle': 'What is stored and why',
  'privacy.storedSections':
    'Which sections you have gone through and when: so that you can continue where you left off.',
  'privacy.storedAnswers':
    'Your answers to the questions and how long each took: so that you see them again, a completion can be established, and a bad question can be improved.',
  'privacy.storedVideos': 'Which videos you watched and where you left off: so that you can go on from there.',
  'privacy.storedCompletions':
    'Completed modules, the date and the version of the content: so that the completion can be shown.',
  'privacy.storedPerson':
    'Your name, unit and role: they are kept apart from the study records. In the study records you have a random identifier, neither a name nor an e-mail address.',
  'privacy.whoTitle': 'Who sees it',
  'privacy.whoYou': 'You see your own data.',
  'privacy.whoManager':
    'Your manager sees whether you have completed a module, when, and which version. They do not see answers, scores, time spent or whether you are in the middle of it.',
  'privacy.whoCoordinator':
    'Those who make the content do not see any one person’s answers. They only see summaries of at least ten people: how questions were answered and sections gone through.',
  'privacy.notTitle': 'What we do not do',
  'privacy.notShared': 'The pages send nothing to other services: no advertising and no tracking.',
  'privacy.notJudged': 'The questions are not used to judge you. They help you learn.',
  'privacy.browserTitle': 'In your browser',
  'privacy.browserCookie': 'Signing in uses a necessary cookie that expires by itself.',
  'privacy.browserStorage':
    'The browser keeps how far you are, your own notes, and answers and marks until they have been sent. The pages of a module that you opened stay readable without a connection, videos only if you choose so. When you sign out, all of this is removed from the device.',
  'privacy.askTitle': 'Ask or request',
  'privacy.ask': 'You can ask about your data or request its deletion:',
  'privacy.askLink': 'Contact us',

  'signIn.title': 'Sign in',
  'signIn.description': 'Sign in so that your progress is recorded.',
  'signIn.lead': 'This is a trial on this computer: choose who to sign in as. No password is needed.',
  'signIn.signedInAs': 'You are signed in already: {name}.',
  'signIn.learner': 'Learner',
  'signIn.learnerText': 'Takes the course. Unit: adult social work, west.',
  'signIn.learner2': 'Learner 2',
  'signIn.learner2Text': 'Takes the course in another unit. Unit: health station, east.',
  'signIn.coordinator': 'Coordinator',
  'signIn.coordinatorText': 'Looks after the content of the course.',
  'signIn.manager': 'Manager',
  'signIn.managerText': 'Sees the completions of their own unit. Unit: adult social work, west.',
  'my.title': 'My learning',
  'my.description': 'Where you are in the course and what you have completed.',
  'my.lead':
    'Here you see where you are in the course and what you have completed. Your manager sees only whether you have completed a module and when.',
  'my.modules': 'Modules',
  'my.module': 'Module',
  'my.state': 'State',
  'my.sections': 'Sections',
  'my.questions': 'Answered questions',
  'my.completedOn': 'Completed {date}',
  'my.open': 'In progress',
  'my.notStarted': 'Not started',
  'my.ofAll': '{done} / {all}',
  'my.toCourse': 'To the course',
  'my.recorded': 'What is recorded about you',
  'my.recordedText':
    'The sections you went through, your answers and your completions, with their times. Read more on the page {link}.',
  'authoring.title': 'Content',
  'authoring.description': 'The modules of the course, their length and files.',
  'authoring.lead':
    'The modules of the course as they are published now. The content is edited as files; you see changes at once when you start the preview with the command {command}.',
  'authoring.checkText': 'Check the content with the command {command}: it tells in Finnish what to fix and where.',
  'authoring.modules': 'Modules',
  'authoring.module': 'Module',
  'authoring.state': 'State',
  'authoring.published': 'Published',
  'authoring.announced': 'Coming soon',
  'authoring.version': 'Version',
  'authoring.minutes': 'Minutes / target',
  'authoring.sections': 'Sections',
  'authoring.questions': 'Questions',
  'authoring.folder': 'Folder',
};
