import { referencesOf } from '../../xapi/references.ts';
import type { Journal } from './journal.ts';
import { withErased } from './statementGroup.ts';
import type { Span } from './statementGroup.ts';
import { keyOf } from './statementIndex.ts';
import type { StatementIndex } from './statementIndex.ts';
import type { StatementReader } from './statementReader.ts';
import type { Tombstones } from './tombstones.ts';

interface Parts {
  readonly journal: Journal;
  readonly index: StatementIndex;
  readonly reader: StatementReader;
  readonly tombstones: Tombstones;
}

interface Leaving {
  readonly id: string;
  readonly span: Span;
  readonly voids: string | null;
}

/**
 * Takes statements out of the journal and the index. The tombstones are durable before the journal is rewritten, so a kill
 * leaves nothing half known: what went cannot come back, and what is left is found by the next run.
 * In the file spaces fill the place of what went: the offsets of all others, and the cursors, stay right.
 *
 * @returns the ids of what went, in lower case.
 */
export async function eraseStatements(
  numbers: readonly number[],
  { journal, index, reader, tombstones }: Parts,
): Promise<readonly string[]> {
  const leaving = (await reader.read(numbers)).map((statement): Leaving => {
    const span = index.spanOf(index.numberOf(statement.id)!);
    return { id: statement.id, span, voids: referencesOf(statement).voids };
  });
  if (leaving.length === 0) return [];
  await tombstones.add({ statements: leaving.map(({ id }) => id) });
  const ofLine = Map.groupBy(leaving, ({ span }) => span.line);
  await journal.rewrite(
    new Map([...ofLine].map(([line, erased]) => [line, (json, start) => withErased(json, start, erased)])),
  );
  for (const number of numbers) reader.forget(number);
  for (const { id } of leaving) index.erase(id);
  return leaving.map(({ id }) => keyOf(id));
}
