import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { reasonsToAsk } from '../src/people/roster/importGuard.ts';
import { planImport } from '../src/people/roster/planImport.ts';
import { problemLine } from '../src/people/roster/problems.ts';
import { type ReadRoster, readRoster } from '../src/people/roster/readRoster.ts';
import type { SourceFile } from '../src/people/roster/readTable.ts';
import { undoImport } from '../src/people/roster/undoImport.ts';
import type { Unit } from '../src/people/ports.ts';
import type { Maintenance } from '../src/server/maintenance.ts';
import { type Asked, runCommand, UsageError } from './maintenanceCommand.ts';
import { peopleLines } from './roster/listPeople.ts';
import { planReport } from './roster/planReport.ts';

const mostProblems = 50;
const mostListed = 20;

const actions: Readonly<Record<string, (asked: Asked, maintenance: Maintenance) => Promise<number>>> = {
  preview,
  import: importRoster,
  undo,
  list,
};

/** `npm run roster -- preview|import|undo|list`: who works here, from the organisation's own records. */
await runCommand({
  usage: `Usage: npm run roster -- preview <people.csv> [units.csv] [--all]
       npm run roster -- import <people.csv> [units.csv] [--yes] [--all]
       npm run roster -- undo
       npm run roster -- list [--no-unit]
Keeps the roster of the data folder (DATA_DIR, ./data by default) as CSV files from Excel have it; docs/people.md tells the
columns. preview and list change nothing, and the server may keep running; for import and undo, stop it first.
  --yes      imports although people would leave, or much would change
  --all      lists every change, not only the first ${mostListed} of each kind
  --no-unit  lists those without a unit only: no manager sees them`,
  options: ['yes', 'all', 'no-unit'],
  words: [1, 3],
  run: (asked, maintenance) => {
    const [name = '', ...files] = asked.words;
    const action = Object.hasOwn(actions, name) ? actions[name] : undefined;
    if (action === undefined)
      throw new UsageError(`There is no "${name}". Usage: npm run roster -- preview|import|undo|list`);
    const takesFiles = name === 'preview' || name === 'import';
    if (takesFiles !== files.length > 0)
      throw new UsageError(`Usage: npm run roster -- ${name}${takesFiles ? ' <people.csv> [units.csv]' : ''}`);
    return action(asked, maintenance);
  },
});

async function preview({ words: [, ...names], has }: Asked, maintenance: Maintenance): Promise<number> {
  const { people } = await maintenance.look();
  const read = await readFiles(names, people.units);
  if (!read.ok) return tellProblems(read.problems);
  const plan = planImport(people, read.roster, { now: new Date(), newId: randomUUID });
  tell([...read.notes, ...planReport(plan, has('all') ? Infinity : mostListed), '']);
  const reasons = reasonsToAsk(plan);
  tell(reasons.map((reason) => `The import will ask for --yes: ${reason}`));
  tell(['Nothing was changed.']);
  return 0;
}

async function importRoster({ words: [, ...names], has }: Asked, maintenance: Maintenance): Promise<number> {
  const stores = await maintenance.open();
  try {
    const present = await stores.people.state();
    const read = await readFiles(names, present.units);
    if (!read.ok) return tellProblems(read.problems);
    const now = new Date();
    const plan = planImport(present, read.roster, { now, newId: randomUUID });
    tell([...read.notes, ...planReport(plan, has('all') ? Infinity : mostListed), '']);
    if (plan.next === present) {
      tell(['Everything stands as the files say. Nothing was changed.']);
      return 0;
    }
    const reasons = reasonsToAsk(plan);
    if (reasons.length > 0 && !has('yes')) {
      tellError([...reasons, 'Nothing was changed. Check the files; if that is right, run again with --yes.']);
      return 1;
    }
    await stores.people.change(() => plan.next);
    const { added, changed, returned, left } = plan;
    const detail = counted({ added, changed, returned, left });
    await stores.audit.append({
      at: now.toISOString(),
      by: 'maintainer',
      action: 'import-roster',
      detail,
      subjects: [],
    });
    tell(['Imported. `npm run roster -- undo` takes it back.']);
    return 0;
  } finally {
    await stores.close();
  }
}

async function undo(_asked: Asked, maintenance: Maintenance): Promise<number> {
  const stores = await maintenance.open();
  try {
    const present = await stores.people.state();
    const undone = undoImport(present);
    if (!undone.ok) {
      tellError([undone.text]);
      return 1;
    }
    const { next, at, restored, removed, kept } = undone;
    await stores.people.change(() => next);
    const detail = { restored: String(restored), removed: String(removed), kept: String(kept) };
    await stores.audit.append({
      at: new Date().toISOString(),
      by: 'maintainer',
      action: 'undo-roster',
      detail,
      subjects: [],
    });
    tell([
      `The import of ${at} is undone: ${restored} people are as they were, ${removed} it had added are gone again.`,
    ]);
    if (kept > 0) tell([`${kept} it had added have signed in since. They stay with their record, without a unit.`]);
    return 0;
  } finally {
    await stores.close();
  }
}

async function list({ has }: Asked, maintenance: Maintenance): Promise<number> {
  const { people } = await maintenance.look();
  tell(peopleLines(people, has('no-unit')));
  return 0;
}

async function readFiles(names: readonly string[], presentUnits: readonly Unit[]): Promise<ReadRoster> {
  const [people, units] = await Promise.all(names.map(sourceFile));
  return readRoster({ people: people!, units: units ?? null }, presentUnits);
}

async function sourceFile(name: string): Promise<SourceFile> {
  try {
    return { name, bytes: await readFile(name) };
  } catch (error) {
    const isMissing = (error as NodeJS.ErrnoException).code === 'ENOENT';
    throw new Error(isMissing ? `${name} is not there. Check the name.` : `${name} cannot be read: ${String(error)}`, {
      cause: error,
    });
  }
}

function tellProblems(problems: readonly Parameters<typeof problemLine>[0][]): number {
  const rest = problems.length - mostProblems;
  tellError(problems.slice(0, mostProblems).map(problemLine));
  if (rest > 0) tellError([`and ${rest} more problems.`]);
  tellError([`${problems.length === 1 ? '1 problem' : `${problems.length} problems`}. Nothing was changed.`]);
  return 1;
}

function counted(lists: Readonly<Record<string, readonly unknown[]>>): Record<string, string> {
  return Object.fromEntries(Object.entries(lists).map(([name, { length }]) => [name, String(length)]));
}

function tell(lines: readonly string[]): void {
  for (const line of lines) console.log(line);
}

function tellError(lines: readonly string[]): void {
  for (const line of lines) console.error(line);
}
