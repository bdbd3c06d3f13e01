import { noRosterRow, type Person } from '../../src/people/ports.ts';

/** Somebody with nothing but ids: a name, a unit and whatever else a test needs are given. */
export function somePerson(id: string, changes: Partial<Person> = {}): Person {
  return { id, reportId: `report-${id}`, key: null, name: null, unit: null, roles: [], ...noRosterRow, ...changes };
}
