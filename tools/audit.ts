import { type AuditEntry, auditActions } from '../src/reports/ports.ts';
import { helsinkiDate } from '../src/reports/helsinkiTime.ts';
import { runCommand, UsageError } from './maintenanceCommand.ts';

interface Filter {
  readonly from: string | null;
  readonly to: string | null;
  readonly person: string | null;
  readonly by: string | null;
  readonly action: string | null;
}

/** `npm run audit`: reads the audit log. */
await runCommand({
  usage: `Usage: npm run audit [-- --from <date>] [--to <date>] [--person <report id>] [--by <account>] [--action <action>] [--json]
Tells who looked at, exported, forgot or erased what, oldest first. Dates are days in Helsinki, such as 2026-11-25, both
included. The server may keep running. Actions: ${auditActions.join(', ')}.
  --person  only what concerned this person: the report id, as exports have it
  --json    one entry a line, as it is kept`,
  options: ['json'],
  valued: ['from', 'to', 'person', 'by', 'action'],
  words: 0,
  run: async ({ has, valueOf }, maintenance) => {
    const filter: Filter = {
      from: dateIn('from', valueOf('from')),
      to: dateIn('to', valueOf('to')),
      person: valueOf('person'),
      by: valueOf('by'),
      action: valueOf('action'),
    };
    if (filter.action !== null && !(auditActions as readonly string[]).includes(filter.action))
      throw new UsageError(`There is no action "${filter.action}". Actions: ${auditActions.join(', ')}.`);
    const entries = (await maintenance.look()).audit.filter((entry) => lets(filter, entry));
    for (const entry of entries) console.log(has('json') ? JSON.stringify(entry) : lineOf(entry));
    if (!has('json')) console.log(entries.length === 1 ? '1 entry.' : `${entries.length} entries.`);
    return 0;
  },
});

function lets({ from, to, person, by, action }: Filter, entry: AuditEntry): boolean {
  const day = helsinkiDate(entry.at);
  return (
    (from === null || day >= from) &&
    (to === null || day <= to) &&
    (person === null || entry.subjects.includes(person)) &&
    (by === null || entry.by === by) &&
    (action === null || entry.action === action)
  );
}

function lineOf({ at, by, action, detail, subjects }: AuditEntry): string {
  const details = Object.entries(detail).map(([name, value]) => `${name}=${value}`);
  const people = subjects.length === 1 ? subjects[0]! : `${subjects.length} people`;
  return [at, action, `by ${by}`, people, ...details].join('  ');
}

function dateIn(option: string, value: string | null): string | null {
  if (value === null) return null;
  const isDate = /^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(Date.parse(value));
  if (!isDate) throw new UsageError(`--${option} is "${value}": give a date such as 2026-11-25.`);
  return value;
}
