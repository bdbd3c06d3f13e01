import { z } from 'astro/zod';
import { id } from './id.ts';
import { explanation, questionFields } from './questionFields.ts';

const stepSchema = z.strictObject({
  id,
  text: z.string().min(1).describe('Mitä tapahtuu ja mitä asiakas sanoo.'),
  choices: z
    .array(
      z.strictObject({
        id,
        text: z.string().min(1).describe('Mitä teet tai sanot.'),
        explanation: explanation.describe('Mitä valinnasta seuraa ja miksi.'),
        next: id.describe('Sen vaiheen tunnus, johon valinta johtaa.'),
      }),
    )
    .min(2)
    .max(4)
    .optional()
    .describe('Valinnat. Viimeisessä vaiheessa niitä ei ole, vaan siinä on end.'),
  end: z
    .enum(['good', 'other'])
    .optional()
    .describe('Tapaus päättyy tähän vaiheeseen. good: hyvin, other: toisin.'),
});

/**
 * A case in which choices lead on. It begins at its first step and ends at one that has `end`. Only the first step is in
 * the page; the server gives the next when a choice is made.
 */
export const branchingSchema = z
  .strictObject({
    ...questionFields,
    type: z.literal('branching').describe('branching: tapaus, jossa valinnat vievät eteenpäin.'),
    mustEndWell: z
      .boolean()
      .default(false)
      .describe('Tosi: tapaus on tehty vasta, kun se päättyy hyvin. Muuten mikä tahansa loppu riittää.'),
    steps: z.array(stepSchema).min(3).max(20).describe('Vaiheet. Tapaus alkaa ensimmäisestä.'),
  })
  .superRefine(({ steps }, context) => {
    for (const { step, problem, next } of branchingProblems(steps)) {
      const path = step === null ? ['steps'] : ['steps', step];
      const message = next === undefined ? problem : `${problem}: ${next}`;
      context.addIssue({ code: 'custom', path, message, params: { problem, next } });
    }
  });

export type BranchingStep = z.infer<typeof stepSchema>;

interface BranchingProblem {
  /** The index of the step it is about, or null. */
  readonly step: number | null;
  readonly problem: 'choices-or-end' | 'next-unknown' | 'no-good-end' | 'step-twice' | 'loop' | 'never-reached';
  readonly next?: string;
}

/** What keeps a case from being gone through from its first step to an end. */
function branchingProblems(steps: readonly BranchingStep[]): BranchingProblem[] {
  const ids = steps.map(({ id: step }) => step);
  const broken = steps.flatMap(({ id: step, choices, end }, index): BranchingProblem[] => [
    ...(ids.indexOf(step) < index ? [{ step: index, problem: 'step-twice' as const }] : []),
    ...((choices === undefined) === (end === undefined) ? [{ step: index, problem: 'choices-or-end' as const }] : []),
    ...(choices ?? [])
      .filter(({ next }) => !ids.includes(next))
      .map(({ next }) => ({ step: index, problem: 'next-unknown' as const, next })),
  ]);
  if (broken.length > 0) return broken;
  const goodEnd = steps.some(({ end }) => end === 'good');
  return [...(goodEnd ? [] : [{ step: null, problem: 'no-good-end' as const }]), ...wayProblems(steps)];
}

/** Steps that lead back to themselves, and steps to which no choice leads. */
function wayProblems(steps: readonly BranchingStep[]): BranchingProblem[] {
  const place = new Map(steps.map(({ id: step }, index) => [step, index]));
  const loops = new Set<number>();
  const reached = new Set<number>();
  const underWay = new Set<number>();
  const visit = (index: number): void => {
    if (underWay.has(index)) loops.add(index);
    if (reached.has(index)) return;
    reached.add(index);
    underWay.add(index);
    for (const { next } of steps[index]!.choices ?? []) visit(place.get(next)!);
    underWay.delete(index);
  };
  visit(0);
  return steps.flatMap((_, index): BranchingProblem[] => [
    ...(loops.has(index) ? [{ step: index, problem: 'loop' as const }] : []),
    ...(reached.has(index) ? [] : [{ step: index, problem: 'never-reached' as const }]),
  ]);
}
