import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import { contentFolders, sourcesFile } from '../src/course/contentFolders.ts';
import { authorCommand, AuthorCommandError } from './authorCommand.ts';
import { withFrontmatterEntry } from './newContent/listEdit.ts';
import { requireId } from './newContent/newIds.ts';
import { partFile, partKinds, type PartKind, placing } from './newContent/partFiles.ts';
import { type Edit, writeNew } from './newContent/writeNew.ts';

const usage = `Käyttö:
  npm run new:part -- section <moduuli>/<osio>
  npm run new:part -- quiz <tunnus>
  npm run new:part -- video <tunnus>
  npm run new:part -- infographic <tunnus>`;

/**
 * `npm run new:part -- <kind> <id>`: begins a section, quiz, video or infographic from its template.
 * @returns the exit code: 0 when it is made, 1 when it cannot be
 */
export function run(args: readonly string[], root: string, say: (text: string) => void): Promise<0 | 1> {
  return authorCommand(say, async () => {
    const [kind, id, ...rest] = args;
    if (!isKind(kind) || id === undefined || rest.length > 0) throw new AuthorCommandError(usage);
    const { file, text } = partFile(kind, requirePartId(kind, id), await firstSource(root));
    await writeNew(root, [{ file, text }], listing(kind, id));
    say(`Uusi ${partKinds[kind]}: ${file}`);
    const tag = placing(kind, id);
    say(
      tag === null
        ? 'Osio on moduulin viimeisenä. Vaihda järjestystä moduulin tiedostossa index.mdx kohdassa sections.'
        : `Kun olet kirjoittanut sen, lisää osioon rivi: ${tag}`,
    );
    if (kind === 'video') say(`Tee video: npm run videos -- ${id}`);
  });
}

function isKind(kind: string | undefined): kind is PartKind {
  return kind !== undefined && Object.hasOwn(partKinds, kind);
}

function requirePartId(kind: PartKind, id: string): string {
  const names = kind === 'section' ? id.split('/') : [id];
  if (kind === 'section' && names.length !== 2) throw new AuthorCommandError(usage);
  names.forEach(requireId);
  return id;
}

/** A section is listed in its module. */
function listing(kind: PartKind, id: string): readonly Edit[] {
  if (kind !== 'section') return [];
  const [module, section] = id.split('/') as [string, string];
  const file = `${contentFolders.modules}/${module}/index.mdx`;
  return [{ file, change: (text) => withFrontmatterEntry(text, 'sections', section) }];
}

async function firstSource(root: string): Promise<string> {
  const sources = parse(await readFile(join(root, sourcesFile), 'utf8')) as Record<string, unknown> | null;
  return Object.keys(sources ?? {})[0] ?? 'lahde';
}

if (import.meta.main) {
  const say = (text: string) => console.log(text);
  process.exitCode = await run(process.argv.slice(2), join(import.meta.dirname, '..'), say);
}
