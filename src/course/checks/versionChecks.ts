import { isPublished, placeOf } from '../authoredContent.ts';
import type { AuthoredContent } from '../authoredContent.ts';
import { error, warning } from '../finding.ts';
import type { Finding } from '../finding.ts';

/** Whether a module's version and the versions in which its sections changed go together. */
export function versionFindings(content: AuthoredContent): Finding[] {
  return content.modules.flatMap((module) => {
    const { data } = module;
    if (data === null || data.announced) return [];
    const sections = content.sections.filter(({ id, data: section }) => section && id.startsWith(`${module.id}/`));
    const ahead = sections.filter((section) => section.data!.changedIn > data.version);
    const isAskedAgain = data.version === 1 || sections.some((section) => section.data!.changedIn === data.version);
    return [
      ...ahead.map((section) =>
        error(
          placeOf(section, ['changedIn']),
          'version-ahead',
          `Osio on muuttunut versiossa ${section.data!.changedIn}, mutta moduulin versio on ${data.version}.`,
          `Nosta moduulin version luvuksi ${section.data!.changedIn} tai korjaa kohta changedIn.`,
        ),
      ),
      ...(isAskedAgain || ahead.length > 0 || !isPublished(module)
        ? []
        : [
            warning(
              placeOf(module, ['version']),
              'version-unchanged',
              `Moduulin versio on ${data.version}, mutta yksikään osio ei ole muuttunut siinä. Moduulin jo suorittaneita ei pyydetä käymään mitään läpi uudelleen.`,
              `Kirjoita muuttuneiden osioiden tietoihin changedIn: ${data.version}.`,
            ),
          ]),
    ];
  });
}
