import type { Graded } from '../answers.client.ts';
import type { Sending } from './queueStore.client.ts';

/** What became of one sending. */
export type Outcome =
  /** The server has it. `graded` is its reply to an answer. */
  | { readonly kind: 'delivered'; readonly graded: Graded | null }
  /** The server will never take it. `message` is in the language of the page it was sent from, where there is one. */
  | { readonly kind: 'refused'; readonly message: string | null }
  /** Nobody is signed in, or somebody else is: it waits for its own person. */
  | { readonly kind: 'sign-in' }
  /** Nobody knows whether it arrived: the same may be sent again, not before `retryAfter` seconds where the server says so. */
  | { readonly kind: 'failed'; readonly retryAfter: number | null };

const patience = 15_000;

/** Sends one, under the name of its own account only: the server refuses it in another person's session. Never throws. */
export async function send(sending: Sending): Promise<Outcome> {
  try {
    const response = await fetch(addressOf(sending), {
      method: 'POST',
      headers: headersOf(sending),
      body: JSON.stringify(sending.body),
      signal: AbortSignal.timeout(patience),
      keepalive: true,
    });
    if (response.ok) {
      return { kind: 'delivered', graded: sending.kind === 'answer' ? ((await response.json()) as Graded) : null };
    }
    const { status } = response;
    if (status === 401) return { kind: 'sign-in' };
    if (status >= 500 || status === 408 || status === 429) {
      return { kind: 'failed', retryAfter: Number(response.headers.get('retry-after')) || null };
    }
    return { kind: 'refused', message: await messageOf(response, sending) };
  } catch {
    return { kind: 'failed', retryAfter: null };
  }
}

/** Sends one from a page that is closing, without waiting for what becomes of it: a later page sends it again. */
export function sendAtOnce(sending: Sending): void {
  const request = { method: 'POST', headers: headersOf(sending), body: JSON.stringify(sending.body), keepalive: true };
  void fetch(addressOf(sending), request).catch(() => undefined);
}

function addressOf({ kind }: Sending): string {
  return kind === 'answer' ? '/api/answers' : '/xapi/statements';
}

function headersOf(sending: Sending): Record<string, string> {
  return {
    'content-type': 'application/json',
    accept: 'application/json',
    'oppihetki-account': sending.account,
    ...(sending.kind === 'answer' ? { 'accept-language': sending.body.lang } : { 'x-experience-api-version': '2.0.0' }),
  };
}

async function messageOf(response: Response, sending: Sending): Promise<string | null> {
  if (sending.kind !== 'answer' || response.headers.get('content-language') !== sending.body.lang) return null;
  const body = (await response.json().catch(() => null)) as { error?: { message?: unknown } } | null;
  return typeof body?.error?.message === 'string' ? body.error.message : null;
}
