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
    reasons.push(`${left.length} of the ${before} people on the roster are not in the file, and would leave.`);
  const share = before === 0 ? 0 : (left.length + changed.length) / before;
  if (share > usualShare) reasons.push(`${Math.round(share * 100)} % of the roster would change.`);
  if (units.gone.length > 0) reasons.push(`${units.gone.length} of the units are not in the file, and would go.`);
  if (withoutUnit.length > 0)
    reasons.push(`${withoutUnit.length} people who are not on the roster would be left without a unit.`);
  return reasons;
}
