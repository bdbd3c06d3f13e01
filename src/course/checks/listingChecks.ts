import { placeOf } from '../authoredContent.ts';
import type { AuthoredContent } from '../authoredContent.ts';
import { contentFolders } from '../contentFolders.ts';
import { error, warning } from '../finding.ts';
import type { Finding } from '../finding.ts';
import { suggest } from '../nearest.ts';
import type { Names } from './names.ts';
import { unknownQuiz } from './referenceFindings.ts';

/** Lists and files that do not agree: modules of courses, sections and closing quizzes of modules. */
export function listingFindings(content: AuthoredContent, names: Names): Finding[] {
  return [
    ...courseLists(content, names),
    ...modulesInNoCourse(content),
    ...sectionLists(content, names),
    ...sectionsInNoList(content),
    ...closingQuizzes(content, names),
  ];
}

function courseLists(content: AuthoredContent, names: Names): Finding[] {
  return content.courses.flatMap((course) => {
    const listed = course.data?.modules ?? [];
    return listed.flatMap((id, index) => {
      const place = placeOf(course, ['modules', index]);
      if (listed.indexOf(id) < index) {
        return [error(place, 'module-twice', `Moduuli ”${id}” on kurssissa kahdesti.`, 'Poista toinen niistä.')];
      }
      if (names.modules.has(id)) return [];
      const file = `${contentFolders.modules}/${id}/index.mdx`;
      const fix = suggest(id, names.modules, `Luo tiedosto ${file} tai poista moduuli kurssista.`);
      return [error(place, 'module-missing', `Kurssissa on moduuli ”${id}”, mutta tiedostoa ${file} ei ole.`, fix)];
    });
  });
}

function modulesInNoCourse(content: AuthoredContent): Finding[] {
  if (content.courses.some((course) => course.data === null)) return [];
  const listed = new Set(content.courses.flatMap((course) => course.data?.modules ?? []));
  return content.modules.flatMap((module) => {
    if (listed.has(module.id)) return [];
    const fix = `Lisää ”${module.id}” kurssin luetteloon modules kansiossa ${contentFolders.courses}.`;
    return [
      error(
        placeOf(module),
        'module-unlisted',
        `Moduuli ”${module.id}” ei ole missään kurssissa, joten se ei näy.`,
        fix,
      ),
    ];
  });
}

function sectionLists(content: AuthoredContent, names: Names): Finding[] {
  return content.modules.flatMap((module) => {
    const listed = module.data?.sections ?? [];
    const inFolder = [...names.sections].flatMap((key) =>
      key.startsWith(`${module.id}/`) ? [key.slice(module.id.length + 1)] : [],
    );
    const findings = listed.flatMap((id, index) => {
      const place = placeOf(module, ['sections', index]);
      if (listed.indexOf(id) < index) {
        return [error(place, 'section-twice', `Osio ”${id}” on moduulissa kahdesti.`, 'Poista toinen niistä.')];
      }
      if (inFolder.includes(id)) return [];
      const file = `${contentFolders.modules}/${module.id}/${id}.mdx`;
      const fix = suggest(id, inFolder, `Luo tiedosto ${file} tai poista osio luettelosta sections.`);
      return [error(place, 'section-missing', `Moduulissa on osio ”${id}”, mutta tiedostoa ${file} ei ole.`, fix)];
    });
    if (!module.data) return [];
    if (module.data.announced && listed.length > 0) {
      const message = 'Moduuli on vasta ilmoitettu (announced: true), joten sen osioita ei näytetä.';
      findings.push(
        warning(
          placeOf(module, ['announced']),
          'announced-sections',
          message,
          'Poista rivi announced: true, kun moduuli on valmis.',
        ),
      );
    }
    if (!module.data.announced && listed.length === 0) {
      const message = 'Moduulissa ei ole yhtään osiota.';
      findings.push(
        error(
          placeOf(module, ['sections']),
          'module-empty',
          message,
          'Lisää osiot luetteloon sections, tai kirjoita announced: true.',
        ),
      );
    }
    return findings;
  });
}

function sectionsInNoList(content: AuthoredContent): Finding[] {
  const modules = new Map(content.modules.map((module) => [module.id, module]));
  return content.sections.flatMap((section) => {
    const [moduleId, id] = section.id.split('/') as [string, string];
    const module = modules.get(moduleId);
    if (!module) {
      const fix = `Luo tiedosto ${contentFolders.modules}/${moduleId}/index.mdx.`;
      return [
        error(
          placeOf(section),
          'module-missing',
          `Kansiosta ”${moduleId}” puuttuu moduulin oma tiedosto index.mdx.`,
          fix,
        ),
      ];
    }
    if (!module.data || module.data.sections.includes(id)) return [];
    const fix = `Lisää ”${id}” luetteloon sections tiedostossa ${module.file}, tai poista tämä tiedosto.`;
    return [
      error(placeOf(section), 'section-unlisted', `Osio ”${id}” ei ole moduulinsa luettelossa, joten se ei näy.`, fix),
    ];
  });
}

function closingQuizzes(content: AuthoredContent, names: Names): Finding[] {
  return content.modules.flatMap((module) => {
    const closing = module.data?.closingQuiz;
    return closing ? unknownQuiz(closing.quiz, placeOf(module, ['closingQuiz', 'quiz']), names) : [];
  });
}
