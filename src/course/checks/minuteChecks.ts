import { placeOf } from '../authoredContent.ts';
import type { AuthoredContent } from '../authoredContent.ts';
import { error, warning } from '../finding.ts';
import type { Finding } from '../finding.ts';
import { minutesOf } from '../minutes.ts';

/** How many minutes a module may be from its target: 2 of 25, but at least one. */
function tolerance(target: number): number {
  return Math.max(1, target * 0.08);
}

/** Minutes of a section, rounded as they are shown: one sitting, and not a leaf. Short modules may have shorter ones. */
const sectionLength = { least: 1.75, most: 6.25, fromTarget: 10 };

/** Modules that take more or less time than they promise, and sections that are no good length. */
export function minuteFindings(content: AuthoredContent): Finding[] {
  const modules = new Map(content.modules.map((module) => [module.id, module]));
  const sectionFiles = new Map(content.sections.map((section) => [section.id, section]));
  return minutesOf(content).flatMap(({ id, seconds, target, complete, sections }) => {
    const lengths =
      target < sectionLength.fromTarget
        ? []
        : sections.flatMap((section) => {
            const minutes = section.seconds / 60;
            if (minutes >= sectionLength.least && minutes <= sectionLength.most) return [];
            const message = `Osio kestää ${shown(minutes)} minuuttia. Sopiva kesto on 2–6 minuuttia.`;
            const fix = minutes < 2 ? 'Täydennä osiota tai yhdistä se toiseen.' : 'Lyhennä osiota tai jaa se kahdeksi.';
            return [warning(placeOf(sectionFiles.get(`${id}/${section.id}`)!), 'section-minutes', message, fix)];
          });
    if (!complete || Math.abs(seconds / 60 - target) <= tolerance(target)) return lengths;
    const message = `Moduuli kestää ${shown(seconds / 60)} minuuttia, mutta tavoite on ${target}.`;
    const fix =
      seconds / 60 > target
        ? 'Lyhennä moduulia tai nosta tavoitetta targetMinutes.'
        : 'Täydennä moduulia tai laske tavoitetta targetMinutes.';
    return [...lengths, error(placeOf(modules.get(id)!, ['targetMinutes']), 'module-minutes', message, fix)];
  });
}

function shown(minutes: number): string {
  return minutes.toFixed(1).replace('.', ',');
}
