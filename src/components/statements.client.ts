import type { Statement } from '../xapi/types.ts';
import { experienced } from '../xapi/verbs.ts';
import { putInOutbox, takeFromOutbox, waitingOf } from './outbox.client.ts';
import { moduleOf } from './progress.client.ts';
import type { Progress } from './progress.client.ts';

/** That the learner went through a section, stamped now. */
export function sectionDone(progress: Progress, module: string, section: string, lang: string): Statement {
  const registration = moduleOf(progress, module)?.registration;
  return {
    id: crypto.randomUUID(),
    actor: progress.actor,
    verb: { id: experienced.id },
    object: { objectType: 'Activity', id: `${progress.idBase}/modules/${module}/${section}` },
    context: { ...(registration && { registration }), language: lang },
    timestamp: new Date().toISOString(),
  };
}

/**
 * Keeps a statement and sends it; it stays kept until the server has taken or refused it.
 * @param patience how long to wait for the answer, in milliseconds
 */
export async function record(account: string, statement: Statement, patience: number): Promise<void> {
  putInOutbox(account, statement);
  await send(statement, patience);
}

/** Sends what waits under this account. @returns how many the server took or refused */
export async function sendWaiting(account: string): Promise<number> {
  let sent = 0;
  for (const statement of waitingOf(account)) {
    if (!(await send(statement, 10_000))) break;
    sent += 1;
  }
  return sent;
}

/** True when the server has the statement, or will never take it: then it need not wait any longer. */
async function send(statement: Statement, patience: number): Promise<boolean> {
  try {
    const { ok, status } = await fetch('/xapi/statements', {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-experience-api-version': '2.0.0' },
      body: JSON.stringify(statement),
      signal: AbortSignal.timeout(patience),
      keepalive: true,
    });
    const settled = ok || (status >= 400 && status < 500 && ![401, 408, 429].includes(status));
    if (settled) takeFromOutbox(statement.id);
    return settled;
  } catch {
    return false;
  }
}
