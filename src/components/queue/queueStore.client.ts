import type { Statement } from '../../xapi/types.ts';
import type { Attempt } from '../answers.client.ts';

/** What a learner did, on its way to the server. `id` is the statement's, so that sending it twice records it once. */
export type Sending =
  | { readonly kind: 'answer'; readonly id: string; readonly account: string; readonly body: Attempt }
  | { readonly kind: 'statement'; readonly id: string; readonly account: string; readonly body: Statement };

/** Where statements wait that were made while the page was closing: too late for a database, which answers later. */
const leavingKey = 'oppihetki-leaving';

let opening: Promise<IDBDatabase | null> | null = null;
/** Where the browser gives no database (some private windows): what waits lives as long as the page. */
const inMemory: Sending[] = [];

/** Adds one at the end. Resolves when the browser has stored it. */
export async function addToQueue(sending: Sending): Promise<void> {
  const database = await open();
  if (database) await inQueue(database, 'readwrite', (queue) => queue.add(sending));
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
  return inQueue(database, 'readonly', (queue) => queue.getAll() as IDBRequest<Sending[]>);
}

/** Takes one out: the server has it, or will never take it. */
export async function removeFromQueue(id: string): Promise<void> {
  const database = await open();
  if (!database) {
    const place = inMemory.findIndex((sending) => sending.id === id);
    if (place >= 0) inMemory.splice(place, 1);
    return;
  }
  await inQueue(database, 'readwrite', (queue) => {
    const cursors = queue.openCursor();
    cursors.onsuccess = () => {
      const cursor = cursors.result;
      if ((cursor?.value as Sending | undefined)?.id === id) cursor?.delete();
      cursor?.continue();
    };
    return cursors;
  });
}

/** Moves what was left by closing pages into the queue. Two tabs may do so at once: a statement twice is recorded once. */
async function gather(database: IDBDatabase): Promise<void> {
  const sendings = left();
  if (sendings.length === 0) return;
  for (const sending of sendings) await inQueue(database, 'readwrite', (queue) => queue.add(sending));
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

/** Does something with the queue; resolves with its result once the transaction is stored. */
function inQueue<Result>(
  database: IDBDatabase,
  mode: IDBTransactionMode,
  work: (queue: IDBObjectStore) => IDBRequest<Result>,
): Promise<Result> {
  return new Promise((resolve, reject) => {
    const transaction = database.transaction('queue', mode);
    const request = work(transaction.objectStore('queue'));
    transaction.oncomplete = () => resolve(request.result);
    transaction.onabort = () => reject(transaction.error ?? new Error('the browser did not store it'));
  });
}

function open(): Promise<IDBDatabase | null> {
  opening ??= new Promise((resolve) => {
    try {
      const request = indexedDB.open('oppihetki', 1);
      request.onupgradeneeded = () => request.result.createObjectStore('queue', { autoIncrement: true });
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => resolve(null);
    } catch {
      resolve(null);
    }
  });
  return opening;
}
