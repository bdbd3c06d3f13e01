import type { ImportPlan } from './planImport.ts';

/** Above which share of the roster a change is asked about. */
const usualShare = 0.2;

/**
 * Why an import needs the maintainer's word: a file that was cut short, or is another one, looks like people leaving.
 * A sentence each; none where it only adds, or changes a little.
 */
export function reasonsToAsk({ before, left, changed, withoutUnit, units }: ImportPlan): readonly string[] {
  const reasons: string[] = [];
  if (left.length > 0)
    reasons.push(`Not in the file, and so would leave: ${left.length} of the ${before} people on the roster.`);
  const share = before === 0 ? 0 : (left.length + changed.length) / before;
  if (share > usualShare) reasons.push(`${Math.round(share * 100)} % of the roster would change.`);
  if (units.gone.length > 0) reasons.push(`Not in the file, and so would go: ${units.gone.length} of the units.`);
  if (withoutUnit.length > 0)
    reasons.push(`Not on the roster, and would be left without a unit: ${withoutUnit.length} who signed in.`);
  return reasons;
}
