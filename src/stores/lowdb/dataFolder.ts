import { join } from 'node:path';
import type { FileOperations } from './fileOperations.ts';

/** A file of a data folder, by what it is. */
export interface DataFile {
  /** Its path inside the folder, with `/` between the parts. */
  readonly name: string;
  /** A journal; or a file that is only ever replaced as a whole. */
  readonly kind: 'journal' | 'whole';
}

/** What passes, or is made anew from the rest: it belongs to no backup. */
const passing = /(?:^|\/)(?:lock(?:\.[0-9a-f-]+)?|probe)$|\.(?:tmp|mark|compact)$|\.damaged-[^/]+$/;

/** The files of a data folder that hold what the store keeps, in order: journals first, the tombstones last. */
export async function dataFiles(files: FileOperations, folder: string): Promise<readonly DataFile[]> {
  const names = (await namesUnder(files, folder, '')).filter((name) => !passing.test(name));
  const all = names.map((name): DataFile => ({ name, kind: name.endsWith('.journal') ? 'journal' : 'whole' }));
  return all.sort((one, other) => rankOf(one) - rankOf(other));
}

/** What refers to other files is copied before them, so that a running copy holds whatever it refers to. */
function rankOf({ name, kind }: DataFile): number {
  if (kind === 'journal') return 0;
  return name === 'tombstones.json' ? 2 : 1;
}

async function namesUnder(files: FileOperations, folder: string, prefix: string): Promise<string[]> {
  const names: string[] = [];
  for (const name of await files.listFolder(join(folder, prefix))) {
    if (name.endsWith('/')) names.push(...(await namesUnder(files, folder, `${prefix}${name}`)));
    else names.push(`${prefix}${name}`);
  }
  return names;
}
