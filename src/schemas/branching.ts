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
    for (const message of branchingProblems(steps)) {
      context.addIssue({ code: 'custom', path: ['steps'], message });
    }
  });

export type BranchingStep = z.infer<typeof stepSchema>;

/** What keeps a case from being gone through from its first step to an end, in English. */
function branchingProblems(steps: readonly BranchingStep[]): string[] {
  const byId = new Map(steps.map((step) => [step.id, step]));
  const problems: string[] = [];
  if (byId.size < steps.length) problems.push('two steps have the same id');
  for (const { id: step, choices, end } of steps) {
    if ((choices === undefined) === (end === undefined)) problems.push(`step ${step} needs either choices or an end`);
    for (const { next } of choices ?? []) if (!byId.has(next)) problems.push(`step ${step} leads to ${next}, which is not there`);
  }
  if (!steps.some(({ end }) => end === 'good')) problems.push('no step ends well');
  if (problems.length > 0) return problems;
  const reached = new Set<string>();
  const underWay = new Set<string>();
  const visit = (step: BranchingStep): void => {
    if (underWay.has(step.id)) problems.push(`step ${step.id} leads back to itself`);
    if (reached.has(step.id)) return;
    reached.add(step.id);
    underWay.add(step.id);
    for (const { next } of step.choices ?? []) visit(byId.get(next)!);
    underWay.delete(step.id);
  };
  visit(steps[0]!);
  for (const { id: step } of steps) if (!reached.has(step)) problems.push(`no choice leads to step ${step}`);
  return problems;
}
