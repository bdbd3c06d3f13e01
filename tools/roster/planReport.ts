import type { Person } from '../../src/people/ports.ts';
import type { FieldChange, ImportPlan, PersonChange } from '../../src/people/roster/planImport.ts';

const fieldNames: Readonly<Record<FieldChange['field'], string>> = {
  name: 'name',
  email: 'e-mail',
  language: 'language',
  unit: 'unit',
  manages: 'manages',
  leftAt: 'left',
};

/**
 * What an import would change, as lines for the maintainer: the counts, and every change under them.
 *
 * @param most how many of each kind are listed; the rest is counted.
 */
export function planReport(plan: ImportPlan, most: number): readonly string[] {
  const { added, changed, returned, left, withoutUnit, same, units } = plan;
  const moved = changed.filter(({ fields }) => fields.some(({ field }) => field === 'unit'));
  const losing = [...changed, ...left, ...withoutUnit].filter(({ fields }) =>
    fields.some(({ field, from }) => field === 'manages' && from !== null),
  );
  return [
    `Units:  ${units.added.length} added, ${units.changed.length} changed, ${units.gone.length} gone.`,
    `People: ${added.length} added, ${changed.length} changed (${moved.length} to another unit), ${returned.length} come back,` +
      ` ${left.length} leave, ${same} stay as they are. ${losing.length} no longer manage a unit they managed.`,
    ...list(
      'Units added',
      units.added,
      most,
      ({ id, name, parent }) => `${id} ${name}${parent ? ` under ${parent}` : ''}`,
    ),
    ...list('Units changed', units.changed, most, ({ before, after }) => {
      const parts = [arrow('name', before.name, after.name), arrow('under', before.parent, after.parent)];
      return `${after.id} ${after.name}: ${parts.filter((part) => part !== null).join('; ')}`;
    }),
    ...list('Units gone', units.gone, most, ({ id, name }) => `${id} ${name}`),
    ...list('Added', added, most, (person) => `${named(person)}, unit ${person.unit}`),
    ...list('Changed', changed, most, changeLine),
    ...list('Come back, with their record', returned, most, changeLine),
    ...list('Leave', left, most, ({ person }) => `${named(person)}, unit ${person.unit}`),
    ...list('Left without a unit (not on the roster)', withoutUnit, most, changeLine),
  ];
}

function list<T>(title: string, items: readonly T[], most: number, line: (item: T) => string): string[] {
  if (items.length === 0) return [];
  const rest = items.length - most;
  return [
    '',
    `${title} (${items.length}):`,
    ...items.slice(0, most).map((item) => `  ${line(item)}`),
    ...(rest > 0 ? [`  and ${rest} more; --all lists them.`] : []),
  ];
}

function changeLine({ next, fields }: PersonChange): string {
  const shown = fields.filter(({ field }) => field !== 'leftAt');
  return `${named(next)}: ${shown.map(fieldLine).join('; ')}`;
}

function fieldLine({ field, from, to }: FieldChange): string {
  if (field === 'manages') return to === null ? `no longer manages ${from}` : `manages ${to}`;
  return `${fieldNames[field]} ${from ?? '(none)'} -> ${to ?? '(none)'}`;
}

function arrow(what: string, from: string | null, to: string | null): string | null {
  return from === to ? null : `${what} ${from ?? '(top)'} -> ${to ?? '(top)'}`;
}

function named({ rosterId, reportId, name }: Person): string {
  return `${rosterId ?? reportId} ${name ?? '(no name)'}`;
}
