import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { AuthoredContent } from './authoredContent.ts';
import { readabilityFile, wordsFile } from './contentFolders.ts';
import { builtVideoFindings } from './builtVideos.ts';
import type { AuthoredEntries } from './entries.ts';
import { inOrder } from './finding.ts';
import type { Finding } from './finding.ts';
import { otherVersions, unpublishedIds } from './contentIds.ts';
import { keyOf, ledgerText } from './ledger.ts';
import type { LedgerEntry } from './ledger.ts';
import { ledgerFindings } from './ledgerFindings.ts';
import { questionsAsked } from './questionsAsked.ts';
import { parseBaseline, readabilityFindings } from './readability.ts';
import { readContent } from './readContent.ts';
import { readLedger } from './readLedger.ts';
import { Successors } from './replaced.ts';
import { parseWords, spellingFindings } from './spelling.ts';
import type { Speller } from './spelling.ts';
import { structureFindings } from './structureFindings.ts';

export interface CheckedContent {
  readonly entries: AuthoredEntries;
  readonly content: AuthoredContent;
  readonly ledger: readonly LedgerEntry[];
  /** All that authors should mend, by file and line. */
  readonly findings: readonly Finding[];
  /** False where no speller is installed, or none was asked for. */
  readonly spelled: boolean;
}

export interface CheckOptions {
  /** Tells the day against which claims are due for review. */
  readonly clock?: () => Date;
  /** Without one, spelling is not looked at. */
  readonly spell?: Speller;
}

/** The whole content check: reads the content under the project's root and tells everything that is wrong with it at once. */
export async function checkContent(
  root: string,
  { clock = () => new Date(), spell = () => Promise.resolve(null) }: CheckOptions = {},
): Promise<CheckedContent> {
  const { entries, content, findings } = await readContent(root);
  const ledger = await readLedger(root);
  const baseline = parseBaseline(await textOnDisk(root, readabilityFile));
  const ownWords = parseWords(await textOnDisk(root, wordsFile));
  const spelling = await spellingFindings(content, ownWords, spell, wordsFile);
  return {
    entries,
    content,
    ledger: ledger.entries,
    spelled: spelling !== null,
    findings: inOrder([
      ...findings,
      ...structureFindings(content, clock().toISOString().slice(0, 10)),
      ...readabilityFindings(content, baseline),
      ...(await builtVideoFindings(root, content)),
      ...(spelling ?? []),
      ...ledger.findings,
      ...ledgerFindings(content, questionsAsked(content), ledger.entries),
    ]),
  };
}

/** The ledger's text with all that is now published added, and today's versions; and how many ids that adds. */
export function withPublished({ content, ledger }: Pick<CheckedContent, 'content' | 'ledger'>): {
  text: string;
  added: number;
} {
  const added = unpublishedIds(content, questionsAsked(content), ledger);
  const successors = new Successors(ledger);
  const versions = new Map(
    otherVersions(content, ledger, (id) => successors.finalOf('module', id)).map(({ entry, version }) => [
      keyOf(entry),
      version,
    ]),
  );
  const known = ledger.map((entry) => ({ ...entry, version: versions.get(keyOf(entry)) ?? entry.version }));
  return { text: ledgerText(known, added), added: added.length };
}

async function textOnDisk(root: string, file: string): Promise<string> {
  try {
    return await readFile(join(root, file), 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return '';
    throw error;
  }
}
