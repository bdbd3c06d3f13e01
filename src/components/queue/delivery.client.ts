import { addToQueue, removeFromQueue, waiting } from './queueStore.client.ts';
import type { Sending } from './queueStore.client.ts';
import { send } from './send.client.ts';
import type { Outcome } from './send.client.ts';

/** What pages are told of the queue: what has just become of a sending, or how many wait and for what. */
export type QueueNews =
  | { readonly kind: 'settled'; readonly sending: Sending; readonly outcome: Outcome }
  | {
      readonly kind: 'state';
      /** Whose are counted. */
      readonly account: string;
      readonly waiting: number;
      /** Null while nothing waits, or while it is on its way. */
      readonly for: 'connection' | 'sign-in' | null;
    };

type Listener = (news: QueueNews) => void;

/** Seconds from one try to the next: doubled each time. */
const backOff = { first: 1, last: 60 };

const listeners = new Set<Listener>();
/** The other tabs of this browser. */
const tabs = new BroadcastChannel('oppihetki-queue');
let failures = 0;
let timer: ReturnType<typeof setTimeout> | undefined;
let account: string | null = null;
/** The sending that goes on, and the one that follows it: it takes along whatever was added meanwhile. */
let underWay: Promise<void> | null = null;
let next: Promise<void> | null = null;

/** Calls `listener` with what happens to the queue, in this tab or another. @returns how to stop */
export function onQueueNews(listener: Listener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Keeps a sending until the server has taken or refused it, and sends it as soon as its turn comes. */
export async function enqueue(sending: Sending): Promise<void> {
  await addToQueue(sending);
  void deliver(sending.account);
}

/**
 * Sends what waits under this account, oldest first, until nothing waits or the server does not take it now; then it tries
 * again by itself, later and later. One tab at a time: others wait, and find the queue empty.
 */
export function deliver(of: string): Promise<void> {
  account = of;
  clearTimeout(timer);
  if (next) return next;
  const own = (underWay ?? Promise.resolve())
    .then(() => {
      underWay = own;
      next = null;
      return oneTabAtATime(() => sendAll(account ?? of));
    })
    .finally(() => {
      if (underWay === own) underWay = null;
    });
  next = own;
  return own;
}

/** Whether nothing waits, as far as this page knows: what is sent past the queue overtakes nothing. */
export function isIdle(): boolean {
  return underWay === null && next === null && failures === 0;
}

/** What waits under this account, oldest first. */
export async function waitingOf(of: string): Promise<readonly Sending[]> {
  return (await waiting()).filter((sending) => sending.account === of);
}

function oneTabAtATime(work: () => Promise<void>): Promise<void> {
  return 'locks' in navigator ? navigator.locks.request('oppihetki-queue', work) : work();
}

async function sendAll(of: string): Promise<void> {
  for (;;) {
    const left = await waitingOf(of);
    const [first] = left;
    if (!first) return tellState(of, 0, null);
    const outcome = await send(first);
    if (outcome.kind === 'failed') {
      later(outcome.retryAfter);
      return tellState(of, left.length, 'connection');
    }
    failures = 0;
    if (outcome.kind === 'sign-in') return tellState(of, left.length, 'sign-in');
    await removeFromQueue(first.id);
    tell({ kind: 'settled', sending: first, outcome });
  }
}

function later(retryAfter: number | null): void {
  const seconds = Math.min(backOff.last, Math.max(retryAfter ?? 0, backOff.first * 2 ** failures));
  failures += 1;
  clearTimeout(timer);
  timer = setTimeout(again, seconds * 1000 * (1 + Math.random() / 4));
}

function again(): void {
  if (account !== null) void deliver(account);
}

function tellState(of: string, count: number, reason: 'connection' | 'sign-in' | null): void {
  tell({ kind: 'state', account: of, waiting: count, for: reason });
}

function tell(news: QueueNews): void {
  for (const listener of listeners) listener(news);
  tabs.postMessage(news);
}

tabs.addEventListener('message', ({ data }: MessageEvent<QueueNews>) => {
  for (const listener of listeners) listener(data);
});
addEventListener('online', again);
document.addEventListener('visibilitychange', () => {
  if (document.visibilityState === 'visible' && failures > 0) again();
});
