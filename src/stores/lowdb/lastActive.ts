import { join } from 'node:path';
import type { AuditEntry } from '../../reports/ports.ts';
import { openIfThere } from './fileOperations.ts';
import type { FileOperations } from './fileOperations.ts';
import { scanJournal } from './journalScan.ts';
import { JsonSessionStore } from './sessionStore.ts';
import { isRecord } from './shapes.ts';

/**
 * When each person was last seen to do anything: a statement of theirs was stored, they looked at or exported others' records,
 * or a session of theirs was used. Reads the data folder beside the process that has it.
 *
 * @returns instants, ISO 8601 UTC, by the account name, which is the person's id; nothing of whoever did nothing.
 */
export async function lastActive(
  files: FileOperations,
  dataDir: string,
  audit: readonly AuditEntry[],
): Promise<ReadonlyMap<string, string>> {
  const last = new Map<string, string>();
  const note = (account: string, at: string) => {
    if ((last.get(account) ?? '') < at) last.set(account, at);
  };
  for (const { by, at } of audit) note(by, at);
  const sessions = await JsonSessionStore.open({ files, path: join(dataDir, 'sessions.json'), onFatal: () => {} });
  for (const { personId, lastSeenAt } of sessions.all()) note(personId, lastSeenAt);
  await noteStatements(files, join(dataDir, 'statements.journal'), note);
  return last;
}

async function noteStatements(
  files: FileOperations,
  path: string,
  note: (account: string, at: string) => void,
): Promise<void> {
  const file = await openIfThere(files, path, 'read');
  if (file === null) return;
  try {
    await scanJournal(file, path, 0, ({ json }) => {
      const group = JSON.parse(json.toString('utf8')) as unknown;
      for (const statement of Array.isArray(group) ? (group as unknown[]) : []) {
        const account = isRecord(statement) ? accountOf(statement['actor']) : null;
        if (account !== null) note(account, String((statement as Record<string, unknown>)['stored']));
      }
    });
  } finally {
    await file.close();
  }
}

function accountOf(actor: unknown): string | null {
  const account = isRecord(actor) ? actor['account'] : null;
  return isRecord(account) ? String(account['name']) : null;
}
