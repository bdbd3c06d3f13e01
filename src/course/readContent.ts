import { readFile, readdir } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { accessibilityCheckSchema } from '../schemas/accessibility.ts';
import { courseSchema } from '../schemas/course.ts';
import { termSchema } from '../schemas/glossary.ts';
import { infographicSchema } from '../schemas/infographic.ts';
import { moduleSchema } from '../schemas/module.ts';
import { quizSchema } from '../schemas/quiz.ts';
import { sectionSchema } from '../schemas/section.ts';
import { sourceSchema } from '../schemas/source.ts';
import { storyboardSchema } from '../schemas/storyboard.ts';
import { videoTimelineSchema } from '../schemas/videoTimeline.ts';
import { validEntries } from './authoredContent.ts';
import type { AuthoredContent } from './authoredContent.ts';
import { contentFolders, glossaryFile, kindOf, sourcesFile } from './contentFolders.ts';
import type { ContentKind } from './contentFolders.ts';
import type { AuthoredEntries } from './entries.ts';
import type { Finding } from './finding.ts';
import { readMdxFile } from './read/mdxFile.ts';
import { readYamlEntries, readYamlEntry } from './read/yamlFile.ts';

export interface ReadContent {
  /** The valid entries, in the shape of Astro's collections. */
  readonly entries: AuthoredEntries;
  /** Everything that was read, valid or not, with its places: what the structure checks look at. */
  readonly content: AuthoredContent;
  readonly findings: readonly Finding[];
}

/**
 * Reads all content from the disk and validates it. What is wrong with it becomes findings, all at once; nothing of it throws.
 * @param root the project's root folder.
 * @throws the file system's error when a file is there but cannot be read.
 */
export async function readContent(root: string): Promise<ReadContent> {
  const files = await contentFiles(root);
  const texts = await Promise.all(
    files.map(async (file) => {
      const text = await readFile(join(root, file), 'utf8').catch(absent);
      return text === null ? [] : [{ file, text }];
    }),
  );
  return contentOf(texts.flat());
}

/** Reads content from texts: `file` is each one's path from the root, with forward slashes. */
export function contentOf(texts: readonly { readonly file: string; readonly text: string }[]): ReadContent {
  const findings: Finding[] = [];
  const ofKind = (kind: ContentKind | null) => texts.filter(({ file }) => kindOf(file) === kind);
  const keep = <Authored>(read: { authored: Authored; findings: Finding[] }): Authored => {
    findings.push(...read.findings);
    return read.authored;
  };
  const parts = (file: string) => file.replace(/\.[a-z]+$/, '').split('/');
  const content: AuthoredContent = {
    courses: ofKind('course').map(({ file, text }) => keep(readYamlEntry(courseSchema, parts(file)[3]!, file, text))),
    modules: ofKind('module').map(({ file, text }) => keep(readMdxFile(moduleSchema, parts(file)[3]!, file, text))),
    sections: ofKind('section').map(({ file, text }) => {
      return keep(readMdxFile(sectionSchema, parts(file).slice(3).join('/'), file, text));
    }),
    quizzes: ofKind('quiz').map(({ file, text }) => keep(readYamlEntry(quizSchema, parts(file)[1]!, file, text))),
    glossary: ofKind('glossary').map(({ file, text }) => keep(readYamlEntries(termSchema, file, text)))[0] ?? null,
    sources: ofKind('sources').map(({ file, text }) => keep(readYamlEntries(sourceSchema, file, text)))[0] ?? null,
    accessibilityChecks: ofKind('accessibility').flatMap(({ file, text }) => {
      return keep(readYamlEntries(accessibilityCheckSchema, file, text)) ?? [];
    }),
    infographics: ofKind('infographic').map(({ file, text }) => {
      return keep(readYamlEntry(infographicSchema, parts(file)[3]!, file, text));
    }),
    storyboards: ofKind('storyboard').map(({ file, text }) => {
      return keep(readYamlEntry(storyboardSchema, videoId(file), file, text));
    }),
    timelines: ofKind('timeline').map(({ file, text }) => {
      return keep(readYamlEntry(videoTimelineSchema, videoId(file), file, text));
    }),
    strays: ofKind(null).map(({ file }) => ({ file })),
  };
  findings.push(...missingFiles(texts.map(({ file }) => file)));
  return { entries: validEntries(content), content, findings };
}

/** `video/language` of a storyboard or a timeline. */
function videoId(file: string): string {
  return file.replace(/^videos\/([^/]+)\/[a-z]+\.([a-z]+)\.(?:yaml|json)$/, '$1/$2');
}

function missingFiles(files: readonly string[]): Finding[] {
  return [glossaryFile, sourcesFile]
    .filter((file) => !files.includes(file))
    .map((file) => ({
      file,
      line: 1,
      rule: 'file-missing',
      severity: 'error',
      message: 'Tiedosto puuttuu.',
      fix: 'Palauta tiedosto versionhallinnasta tai luo se uudelleen.',
    }));
}

/** Paths of all files in the content folders, from the root, with forward slashes, sorted. Hidden files are left out. */
async function contentFiles(root: string): Promise<string[]> {
  const lists = await Promise.all(
    Object.values(contentFolders).map(async (folder) => {
      const inFolder = await readdir(join(root, folder), { recursive: true, withFileTypes: true }).catch(absent);
      return (inFolder ?? [])
        .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
        .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join('/'))
        .filter((file) => folder !== contentFolders.videos || kindOf(file) !== null);
    }),
  );
  return lists.flat().sort();
}

/** Null for what is not there, or went while we were reading: editors save by replacing the file. */
function absent(error: NodeJS.ErrnoException): null {
  if (error.code === 'ENOENT') return null;
  throw error;
}
