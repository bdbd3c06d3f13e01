import type { StoredStatement } from '../../src/xapi/types.ts';
import { type Meaning, meaningOf } from './fuzzMeaning.ts';
import type { FuzzRequest } from './fuzzRequests.ts';
import { brokenRule, difference, documentDifference } from './fuzzRules.ts';
import type { FuzzAnswer, FuzzTarget } from './fuzzTarget.ts';

/** Sends requests to one store and holds every rule to what comes of them. */
export interface FuzzSession {
  /** How often each status was answered. */
  readonly seen: ReadonlyMap<number, number>;
  /** @returns the rule that was broken, in a sentence; null where all hold */
  step(request: FuzzRequest): Promise<string | null>;
  /** Whether what was acknowledged is there, now and after a restart, and nothing is damaged. */
  finish(): Promise<string | null>;
}

const documentResources = ['activities/state', 'activities/profile', 'agents/profile'];

export async function fuzzSession(target: FuzzTarget): Promise<FuzzSession> {
  const seen = new Map<number, number>();
  const acknowledged = new Set<string>();
  let newest = await newestOf(target);

  const judgeStatements = async (meaning: Meaning, { status, text }: FuzzAnswer): Promise<string | null> => {
    const present = await newestOf(target);
    if (status >= 300) return present === newest ? null : 'a refused request has stored a statement';
    newest = present;
    const ids = meaning.method === 'POST' ? (JSON.parse(text) as string[]) : [meaning.query.get('statementId')!];
    const sent = meaning.statements;
    if (sent !== null && sent.length !== ids.length) return 'a stored request was not acknowledged whole';
    for (const [index, id] of ids.map((each) => each.toLowerCase()).entries()) {
      const stored = await storedStatement(target, id);
      if (stored === null) return `the acknowledged statement ${id} cannot be read`;
      const problem = sent === null ? null : difference(sent[index]!, stored, acknowledged.has(id));
      if (problem !== null) return problem;
      acknowledged.add(id);
    }
    return null;
  };

  return {
    seen,
    async step(request) {
      const meaning = meaningOf(request);
      const isWrite = ['PUT', 'POST', 'DELETE', 'PATCH', 'PROPFIND'].includes(meaning.method);
      const document = isWrite && documentResources.includes(meaning.resource) ? meaning.query : null;
      const show = async () => (document === null ? null : shown(target, meaning.resource, document, meaning.version));
      const before = await show();
      const answer = await target.send(request);
      seen.set(answer.status, (seen.get(answer.status) ?? 0) + 1);
      const broken = brokenRule(request, answer);
      if (broken !== null || !isWrite) return broken === null ? null : `${answer.status}: ${broken}`;
      if (meaning.resource === 'statements') return judgeStatements(meaning, answer);
      if ((await newestOf(target)) !== newest) return 'a request that is none for statements has stored one';
      return documentDifference(meaning, answer, before, await show());
    },
    async finish() {
      const before = await everything(target);
      for (const id of acknowledged) {
        const isThere = before.includes(`"id":"${id}"`) || (await storedStatement(target, id)) !== null;
        if (!isThere) return `the acknowledged statement ${id} is gone`;
      }
      const damage = await target.restart();
      if (damage.length > 0) return damage.join('; ');
      return (await everything(target)) === before ? null : 'a restart has changed what is answered';
    },
  };
}

async function newestOf(target: FuzzTarget): Promise<string> {
  const { text } = await target.ask('statements?limit=1');
  return text.replace(/"more":.*/, '');
}

/** A statement as it was stored, voided or not. */
async function storedStatement(target: FuzzTarget, id: string): Promise<StoredStatement | null> {
  for (const parameter of ['statementId', 'voidedStatementId']) {
    const { status, text } = await target.ask(`statements?${parameter}=${id}`);
    if (status === 200) return JSON.parse(text) as StoredStatement;
  }
  return null;
}

/** What is kept under the parameters of a request for documents: the answer as one text. */
async function shown(
  target: FuzzTarget,
  resource: string,
  query: URLSearchParams,
  version: string | null,
): Promise<FuzzAnswer> {
  return target.ask(`${resource}?${query}`, version ?? undefined);
}

/** Every page of statements, oldest first, as one text. */
async function everything(target: FuzzTarget): Promise<string> {
  const pages: string[] = [];
  for (let path = 'statements?ascending=true'; path !== '';) {
    const { status, text } = await target.ask(path);
    if (status !== 200) throw new Error(`a page was answered ${status}: ${text}`);
    const { statements, more } = JSON.parse(text) as { statements: readonly StoredStatement[]; more: string };
    pages.push(JSON.stringify(statements));
    path = more.slice('/xapi/'.length);
  }
  return pages.join('\n');
}
