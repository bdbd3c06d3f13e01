import type { PeopleState } from '../../src/people/ports.ts';

const header = ['roster id', 'report id', 'name', 'unit', 'manages', 'left'];

/**
 * People as lines whose fields tabs divide, a header first: all of them, or those without a unit, whom no manager sees.
 * Whoever was forgotten is left out: there is nothing to tell of them.
 */
export function peopleLines({ people, units }: PeopleState, noUnit: boolean): readonly string[] {
  const names = new Map(units.map(({ id, name }) => [id, name]));
  const shown = people.filter(
    ({ key, rosterId, unit }) => (key !== null || rosterId !== null) && (!noUnit || unit === null || !names.has(unit)),
  );
  const lines = shown.map(({ rosterId, reportId, name, unit, manages, leftAt }) =>
    [
      rosterId ?? '-',
      reportId,
      name ?? '-',
      unit === null ? 'ei yksikköä' : `${names.get(unit) ?? unit} (${unit})`,
      manages.join(',') || '-',
      leftAt?.slice(0, 10) ?? '-',
    ].join('\t'),
  );
  return [header.join('\t'), ...lines];
}
