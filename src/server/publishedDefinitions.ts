import type { CourseArtefact } from '../course/artefact.ts';
import { type FeedbackQuestion, feedbackSteps } from '../course/feedback.ts';
import { languages, translator } from '../i18n/translate.ts';
import type { MessageKey } from '../i18n/translate.ts';
import type { ActivityDefinition } from '../lrs/definitionMerge.ts';
import { interactionType } from '../xapi/builders.ts';
import { activityIds } from '../xapi/ids.ts';
import { videoActivityType } from '../xapi/videoProfile.ts';
import { moduleOfFeedback, moduleOfVideo } from './courseActivities.ts';

/**
 * What the server itself says of activities that only learners make statements about, who define nothing: the course's
 * videos and the questions of its feedback. Null for every other activity, and for a video in a language it is not made in.
 */
export function publishedDefinition(
  iri: string,
  idBase: string,
  { course, videos }: CourseArtefact,
): ActivityDefinition | null {
  const name = activityIds(idBase).parse(iri);
  if (name?.kind === 'video' && moduleOfVideo(iri, idBase, course) !== null) {
    return videoDefinition(videos[`${name.video}/${name.lang}`], name.lang);
  }
  if (name?.kind === 'feedback' && moduleOfFeedback(iri, idBase, course) !== null) {
    return feedbackDefinition(name.question as FeedbackQuestion['id']);
  }
  return null;
}

/** A video by the Video Profile, named in the language that is spoken in it. */
function videoDefinition(video: CourseArtefact['videos'][string] | undefined, lang: string): ActivityDefinition | null {
  if (video === undefined) return null;
  return { type: videoActivityType, name: { [lang]: video.title }, description: { [lang]: video.description } };
}

/** A scale (xAPI 1.0.3, Data 2.4.4.1 and Appendix C, `likert`), in every language it is asked in. */
function feedbackDefinition(question: FeedbackQuestion['id']): ActivityDefinition {
  return {
    type: interactionType,
    description: inEveryLanguage(`feedback.${question}`),
    interactionType: 'likert',
    scale: feedbackSteps.map((step) => ({ id: step, description: inEveryLanguage(`feedback.${question}.${step}`) })),
  };
}

function inEveryLanguage(key: MessageKey): Readonly<Record<string, string>> {
  return Object.fromEntries(languages.map((lang) => [lang, translator(lang)(key)]));
}
