import { describe, expect, it } from 'vitest';
import type { Person, Role } from '../../../src/people/ports.ts';
import { CompletionIndex } from '../../../src/reports/completionIndex.ts';
import { createCompletionReports } from '../../../src/reports/completionReports.ts';
import type { AuditEntry } from '../../../src/reports/ports.ts';
import { smallCourse } from '../../support/course.ts';
import { somePerson } from '../../support/people.ts';
import { idBase } from '../../support/statements.ts';

const person = (id: string, unit: string | null, roles: readonly Role[] = []): Person =>
  somePerson(id, { name: id, unit, roles });
const manager = person('manager', 'care', ['manager']);
const everybody = [manager, person('clinician', 'clinic'), person('teacher', 'school'), person('nowhere', null)];
const units = [
  { id: 'city', name: 'City', parent: null },
  { id: 'care', name: 'Care', parent: 'city' },
  { id: 'clinic', name: 'Clinic', parent: 'care' },
  { id: 'school', name: 'School', parent: 'city' },
];

function reportsWith(append: (entry: AuditEntry) => Promise<void>) {
  return createCompletionReports({
    completions: new CompletionIndex(idBase),
    people: { units: () => Promise.resolve(units), people: () => Promise.resolve(everybody) },
    audit: { append, entries: () => Promise.resolve([]) },
    course: () => smallCourse.course,
    clock: () => new Date('2026-11-21T10:00:00.000Z'),
  });
}

describe('a completion report', () => {
  it('shows the people of the own unit and those below it, and nobody else', async () => {
    const report = await reportsWith(() => Promise.resolve()).read(manager, {}, 'view-report');
    expect(report?.rows.map(({ name }) => name)).toEqual(['manager', 'clinician']);
  });

  it('of a unit outside the own branch has no rows', async () => {
    const report = await reportsWith(() => Promise.resolve()).read(manager, { unit: 'school' }, 'export');
    expect(report?.rows).toEqual([]);
  });

  it('is no coordinator’s and no learner’s, and their asking leaves no entry of people shown', async () => {
    const entries: AuditEntry[] = [];
    const reports = reportsWith((entry) => Promise.resolve(void entries.push(entry)));
    expect(await reports.read(person('a', 'care', ['coordinator']), {}, 'export')).toBeNull();
    expect(await reports.read(person('b', 'care'), {}, 'export')).toBeNull();
    expect(entries).toEqual([]);
  });

  it('comes only after its audit entry is durable: who asked for what, and who was shown', async () => {
    let isDurable = false;
    const entries: AuditEntry[] = [];
    const reports = reportsWith(async (entry) => {
      entries.push(entry);
      await new Promise((resolve) => setTimeout(resolve, 20));
      isDurable = true;
    });
    await reports.read(manager, { module: 'module', version: 3 }, 'export');
    expect(isDurable).toBe(true);
    expect(entries).toEqual([
      {
        at: '2026-11-21T10:00:00.000Z',
        by: 'manager',
        action: 'export',
        detail: { module: 'module', version: '3' },
        subjects: ['report-manager', 'report-clinician'],
      },
    ]);
  });

  it('is not given when the audit log cannot be written', async () => {
    const reports = reportsWith(() => Promise.reject(new Error('disk full')));
    await expect(reports.read(manager, {}, 'export')).rejects.toThrow('disk full');
  });
});
