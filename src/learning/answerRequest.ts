import { z } from 'astro/zod';
import { isDuration } from '../xapi/durations.ts';
import { instantOf } from '../xapi/timestamps.ts';
import { isNameBased } from '../xapi/uuids.ts';

/** The body of `POST /api/answers`. Nothing else is taken: no free text, no score, no actor. */
export const answerRequestSchema = z.strictObject({
  /**
   * The UUID of the statement to be stored, made in the browser: the same id again is the same answer. Name-based ones
   * are the server's own, so that no answer takes the id of a completion.
   */
  id: z
    .uuid()
    .refine((id) => !isNameBased(id))
    .transform((id) => id.toLowerCase()),
  /** `quiz/question` */
  question: z.string().max(121),
  /** Choice ids, item ids in order, pairs `left:right`, or the path of a case. */
  response: z.array(z.string().max(121)).max(20),
  /** The language the question was read in. */
  lang: z.enum(['fi', 'sv', 'en']),
  /** When it was answered, where the browser says so (ISO 8601). */
  timestamp: z
    .string()
    .transform((text, context) => {
      const instant = instantOf(text);
      const inUtc = instant === null ? '' : new Date(instant).toISOString();
      // An offset may lead out of the years 0000 to 9999, the only ones that RFC 3339 can write.
      if (/^\d/.test(inUtc)) return inUtc;
      context.addIssue({ code: 'custom', message: 'not an ISO 8601 timestamp' });
      return z.NEVER;
    })
    .optional(),
  /** How long it took, where the browser says so (ISO 8601). */
  duration: z.string().refine(isDuration).optional(),
});

export type AnswerRequest = z.infer<typeof answerRequestSchema>;
