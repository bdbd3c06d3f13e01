import { placeOf } from '../authoredContent.ts';
import type { AuthoredContent } from '../authoredContent.ts';
import { warning } from '../finding.ts';
import type { Finding } from '../finding.ts';
import { minutesOf } from '../minutes.ts';

/** How many minutes a module may be from its target before its author is told: a fifth, but at least one. */
function tolerance(target: number): number {
  return Math.max(1, target * 0.2);
}

/** Modules that take clearly more or less time than they promise. */
export function minuteFindings(content: AuthoredContent): Finding[] {
  const modules = new Map(content.modules.map((module) => [module.id, module]));
  return minutesOf(content).flatMap(({ id, seconds, target, complete }) => {
    if (!complete || Math.abs(seconds / 60 - target) <= tolerance(target)) return [];
    const minutes = (seconds / 60).toFixed(1).replace('.', ',');
    const longer = seconds / 60 > target;
    const message = `Moduuli kestää ${minutes} minuuttia, mutta tavoite on ${target}.`;
    const fix = longer
      ? 'Lyhennä moduulia tai nosta tavoitetta targetMinutes.'
      : 'Täydennä moduulia tai laske tavoitetta targetMinutes.';
    return [warning(placeOf(modules.get(id)!, ['targetMinutes']), 'module-minutes', message, fix)];
  });
}
