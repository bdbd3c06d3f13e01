import type { Today } from '../completion/today.ts';
import type { StatementPage, StatementStore } from '../lrs/ports.ts';

/** The reading half of a store. */
export type StatementReader = Pick<StatementStore, 'get' | 'isVoided' | 'find' | 'ofRegistration'>;

/**
 * A store's statements as what the course tells of them reads them: by today's ids. For pages, progress and certificates;
 * `/xapi`, exports of statements and a person's own data give what is stored. Queries are not read so: none of these asks for
 * an activity.
 *
 * @param today asked at each reading: under the live preview the course changes while the process runs
 */
export function todaysStatements(store: StatementReader, today: () => Today): StatementReader {
  return {
    async get(id) {
      const statement = await store.get(id);
      return statement && today().statement(statement);
    },
    isVoided: (id) => store.isVoided(id),
    async find(query): Promise<StatementPage> {
      const page = await store.find(query);
      const read = today();
      return { ...page, statements: page.statements.map((statement) => read.statement(statement)) };
    },
    async ofRegistration(registration) {
      const read = today();
      return (await store.ofRegistration(registration)).map((statement) => read.statement(statement));
    },
  };
}
