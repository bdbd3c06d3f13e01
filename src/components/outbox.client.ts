import type { Statement } from '../xapi/types.ts';

/** A statement that waits for a connection, with the account whose it is. */
interface Waiting {
  readonly account: string;
  readonly statement: Statement;
}

const key = 'oppihetki-outbox';
/** More than a course has sections: an outbox that grows past this drops its oldest. */
const limit = 100;

/** Keeps a statement until the server has it. */
export function putInOutbox(account: string, statement: Statement): void {
  write([...read(), { account, statement }].slice(-limit));
}

/** Takes a statement out: the server has it, or will never take it. */
export function takeFromOutbox(id: string | undefined): void {
  write(read().filter(({ statement }) => statement.id !== id));
}

/** The statements waiting under this account, oldest first. Other people's stay where they are. */
export function waitingOf(account: string): readonly Statement[] {
  return read()
    .filter((waiting) => waiting.account === account)
    .map(({ statement }) => statement);
}

function read(): Waiting[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(key) ?? '[]');
    return Array.isArray(kept) ? (kept as Waiting[]) : [];
  } catch {
    return [];
  }
}

function write(all: readonly Waiting[]): void {
  try {
    if (all.length === 0) localStorage.removeItem(key);
    else localStorage.setItem(key, JSON.stringify(all));
  } catch {
    // Without storage the statement is sent once, now; the section can be marked again later.
  }
}
