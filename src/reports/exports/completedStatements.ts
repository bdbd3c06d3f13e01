import type { StatementStore } from '../../lrs/ports.ts';
import { accountActor } from '../../xapi/actors.ts';
import type { StoredStatement } from '../../xapi/types.ts';
import type { CompletionRow } from '../completionRows.ts';
import { inBatches } from './inBatches.ts';

const readAtOnce = 100;

/**
 * The `completed` statements under a report's rows, the earlier ones too, as the result of an xAPI query
 * (1.0.3, Data 2.5): `{statements: […], more: ""}`. Of each only what a manager may know: see `shownToManagers`.
 *
 * @throws StoreUnavailableError when the disk does not give them.
 */
export async function* completedStatementsParts(
  rows: readonly CompletionRow[],
  statements: Pick<StatementStore, 'get'>,
  idBase: string,
): AsyncGenerator<string> {
  const proofs = rows.flatMap(({ learnerId, completion, history }) =>
    [...(completion ? [completion] : []), ...history].map(({ statementId }) => ({ learnerId, statementId })),
  );
  yield '{"statements":[';
  let separator = '\n';
  for (const batch of inBatches(proofs, readAtOnce)) {
    const found = await Promise.all(
      batch.map(async ({ learnerId, statementId }) => {
        const statement = await statements.get(statementId);
        return statement === null ? [] : [JSON.stringify(shownToManagers(statement, learnerId, idBase))];
      }),
    );
    const texts = found.flat();
    if (texts.length === 0) continue;
    yield separator + texts.join(',\n');
    separator = ',\n';
  }
  yield '\n],"more":""}\n';
}

/**
 * A `completed` of the server's as a manager may see it. In the place of the learner's account stands the report id, under a
 * home page of its own; what else would lead to a person's other statements, or tells of more than a completion, is left out:
 * the registration, the language of the pages. Everything else is as it is stored, the id and the times too.
 */
function shownToManagers(statement: StoredStatement, learnerId: string, idBase: string): object {
  const { id, verb, object, result, context, timestamp, stored, authority, version } = statement;
  return {
    id,
    actor: accountActor(`${idBase}/reports`, learnerId),
    verb,
    object,
    result: { completion: result?.completion },
    context: { contextActivities: context?.contextActivities, revision: context?.revision },
    timestamp,
    stored,
    authority,
    version,
  };
}
