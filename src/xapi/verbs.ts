/** A verb the server writes: its IRI and how it reads in the interface's languages. */
export interface DisplayedVerb {
  id: string;
  display: { fi: string; sv: string; en: string };
}

export const experienced = verb(
  'http://adlnet.gov/expapi/verbs/experienced',
  'kävi läpi',
  'gick igenom',
  'experienced',
);
export const answered = verb('http://adlnet.gov/expapi/verbs/answered', 'vastasi', 'svarade på', 'answered');
export const passed = verb('http://adlnet.gov/expapi/verbs/passed', 'läpäisi', 'klarade', 'passed');
export const completed = verb('http://adlnet.gov/expapi/verbs/completed', 'suoritti', 'slutförde', 'completed');

/** The verbs of the xAPI Video Profile, besides `completed`: https://w3id.org/xapi/video. */
export const videoVerbs = {
  initialized: verb('http://adlnet.gov/expapi/verbs/initialized', 'avasi', 'öppnade', 'initialized'),
  played: verb('https://w3id.org/xapi/video/verbs/played', 'toisti', 'spelade', 'played'),
  paused: verb('https://w3id.org/xapi/video/verbs/paused', 'keskeytti', 'pausade', 'paused'),
  seeked: verb('https://w3id.org/xapi/video/verbs/seeked', 'siirtyi', 'sökte', 'seeked'),
  interacted: verb('http://adlnet.gov/expapi/verbs/interacted', 'sääti', 'ställde in', 'interacted'),
  terminated: verb('http://adlnet.gov/expapi/verbs/terminated', 'sulki', 'stängde', 'terminated'),
} as const;

/** Reserved by the standard: marks another statement as not to be regarded (xAPI 1.0.3, Data 2.3.2). */
export const voidedId = 'http://adlnet.gov/expapi/verbs/voided';

function verb(id: string, fi: string, sv: string, en: string): DisplayedVerb {
  return { id, display: { fi, sv, en } };
}
