import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { Statement } from '../../xapi/types.ts';
import type { Attempt } from '../answers.client.ts';

/** What a learner did, on its way to the server. `id` is the statement's, so that sending it twice records it once. */
export type Sending =
  | { readonly kind: 'answer'; readonly id: string; readonly account: string; readonly body: Attempt }
  | { readonly kind: 'statement'; readonly id: string; readonly account: string; readonly body: Statement };

interface Schema extends DBSchema {
  queue: { key: number; value: Sending };
}

/** Where statements wait that were made while the page was closing: too late for a database, which answers later. */
const leavingKey = 'oppihetki-leaving';

let opening: Promise<IDBPDatabase<Schema> | null> | null = null;
/** Where the browser gives no database (some private windows): what waits lives as long as the page. */
const inMemory: Sending[] = [];

/** Adds one at the end. Resolves when the browser has stored it. */
export async function addToQueue(sending: Sending): Promise<void> {
  const database = await open();
  if (database) await database.add('queue', sending);
  else inMemory.push(sending);
}

/** Adds one at once, from a page that is closing. It joins the queue when a page of ours is next opened. */
export function addWhileLeaving(sending: Sending): void {
  try {
    localStorage.setItem(leavingKey, JSON.stringify([...left(), sending]));
  } catch {
    // Without storage it is only sent, once, on the way out.
  }
}

/** All that waits, whoever's it is, in the order it was added. */
export async function waiting(): Promise<readonly Sending[]> {
  const database = await open();
  if (!database) return [...inMemory];
  await gather(database);
  return database.getAll('queue');
}

/** Takes one out: the server has it, or will never take it. */
export async function removeFromQueue(id: string): Promise<void> {
  const database = await open();
  if (!database) {
    const place = inMemory.findIndex((sending) => sending.id === id);
    if (place >= 0) inMemory.splice(place, 1);
    return;
  }
  const store = database.transaction('queue', 'readwrite').store;
  for await (const cursor of store) {
    if (cursor.value.id === id) await cursor.delete();
  }
}

/** Moves what was left by closing pages into the queue. Two tabs may do so at once: a statement twice is recorded once. */
async function gather(database: IDBPDatabase<Schema>): Promise<void> {
  const sendings = left();
  if (sendings.length === 0) return;
  for (const sending of sendings) await database.add('queue', sending);
  localStorage.removeItem(leavingKey);
}

function left(): Sending[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(leavingKey) ?? '[]');
    return Array.isArray(kept) ? (kept as Sending[]) : [];
  } catch {
    return [];
  }
}

function open(): Promise<IDBPDatabase<Schema> | null> {
  opening ??= openDB<Schema>('oppihetki', 1, {
    upgrade: (database) => void database.createObjectStore('queue', { autoIncrement: true }),
  }).catch(() => null);
  return opening;
}
