import type { CompletionRow } from '../completionRows.ts';
import { exportedCompletion, exportRecord } from './exportRecord.ts';
import { inBatches } from './inBatches.ts';

/**
 * The completion export as JSON, `{completions: […]}`: the columns of the table as members, null where the table has an empty
 * field, and in `history` the earlier completions of the same module, newest first. The same rows give the same text.
 */
export function* completionsJsonParts(rows: readonly CompletionRow[]): Generator<string> {
  yield '{"completions":[';
  let separator = '\n';
  for (const batch of inBatches(rows)) {
    yield separator + batch.map(json).join(',\n');
    separator = ',\n';
  }
  yield '\n]}\n';
}

function json(row: CompletionRow): string {
  return JSON.stringify({ ...exportRecord(row), history: row.history.map(exportedCompletion) });
}
