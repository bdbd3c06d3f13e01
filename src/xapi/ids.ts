import { v5 } from 'uuid';

/** What an activity id of ours stands for. */
export type ActivityName =
  | { readonly kind: 'course'; readonly course: string }
  | { readonly kind: 'module'; readonly module: string }
  | { readonly kind: 'section'; readonly module: string; readonly section: string }
  | { readonly kind: 'question'; readonly quiz: string; readonly question: string }
  | { readonly kind: 'video'; readonly video: string; readonly lang: string }
  | { readonly kind: 'feedback'; readonly module: string; readonly question: string };

export interface ActivityIds {
  course(course: string): string;
  module(module: string): string;
  section(module: string, section: string): string;
  question(quiz: string, question: string): string;
  /** Each language of a video is an activity of its own: its length differs. */
  video(video: string, lang: string): string;
  feedback(module: string, question: string): string;
  /** The reverse: what an IRI stands for, or null when it is none of ours. Whether it is published is not asked. */
  parse(iri: string): ActivityName | null;
}

/**
 * The ids of activities under an id base (an IRI without a slash at its end). Published ids never change: moving,
 * renaming a title or translating leaves them as they are.
 */
export function activityIds(idBase: string): ActivityIds {
  const join = (...parts: string[]) => [idBase, ...parts].join('/');
  return {
    course: (course) => join('courses', course),
    module: (module) => join('modules', module),
    section: (module, section) => join('modules', module, section),
    question: (quiz, question) => join('quizzes', quiz, question),
    video: (video, lang) => join('videos', video, lang),
    feedback: (module, question) => join('feedback', module, question),
    parse: (iri) => (iri.startsWith(`${idBase}/`) ? nameOf(iri.slice(idBase.length + 1)) : null),
  };
}

/** By the folder and the number of names after it. */
const names: Readonly<Record<string, (one: string, two: string) => ActivityName>> = {
  'courses 1': (course) => ({ kind: 'course', course }),
  'modules 1': (module) => ({ kind: 'module', module }),
  'modules 2': (module, section) => ({ kind: 'section', module, section }),
  'quizzes 2': (quiz, question) => ({ kind: 'question', quiz, question }),
  'videos 2': (video, lang) => ({ kind: 'video', video, lang }),
  'feedback 2': (module, question) => ({ kind: 'feedback', module, question }),
};

function nameOf(path: string): ActivityName | null {
  const [folder, one = '', two = '', ...rest] = path.split('/', 4);
  const count = two === '' ? 1 : 2;
  const key = `${folder} ${count}`;
  const isName = rest.length === 0 && path.split('/').length === count + 1;
  if (!isName || !Object.hasOwn(names, key)) return null;
  return isId(one) && (count === 1 || isId(two)) ? names[key]!(one, two) : null;
}

/** The characters ids in the content are made of (`schemas/id.ts`), and the capitals a language tag may have. */
function isId(text: string): boolean {
  return text.length <= 60 && /^[A-Za-z0-9-]+$/.test(text);
}

/** Fixed for ever: another one would issue everybody new registrations. */
const registrations = 'd1a7c2f6-3f0b-5e0c-9a53-6f2a1f0b7c11';
/** Fixed for ever: another one would store every completion a second time. */
const completions = '6a0e64c3-52b9-5d7e-8c1f-0b9d2e4f7a35';

/**
 * The registration of a person in a module: a UUIDv5 of id base, account name, module and renewal, so the same on every
 * device, and asking for it stores nothing.
 *
 * @param renewal the content version that was completed before, which this one renews; 0 for the first time
 */
export function registrationOf(idBase: string, account: string, module: string, renewal = 0): string {
  return v5(JSON.stringify([idBase, account, module, renewal]), registrations);
}

/**
 * The id of a `passed` or `completed` that the server stores: a UUIDv5 of registration, verb IRI and the module's content
 * version, so that a crash, a retry or two devices cannot store it twice.
 */
export function completionStatementId(registration: string, verb: string, moduleVersion: number): string {
  return v5(JSON.stringify([registration.toLowerCase(), verb, moduleVersion]), completions);
}
