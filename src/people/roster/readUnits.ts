import type { Unit } from '../ports.ts';
import type { Columns, UnitsColumn } from './columns.ts';
import { idProblem, longest, textProblem } from './fieldChecks.ts';
import type { TableRow } from './parseTable.ts';
import { quoted } from './problems.ts';

/** A row of the units' file. */
export interface UnitEntry extends Unit {
  readonly row: number;
}

/**
 * Reads a row of the units' file.
 *
 * @param report told each problem, a sentence each.
 */
export function readUnit(
  { number, cells }: TableRow,
  columns: Columns<UnitsColumn>,
  report: (text: string) => void,
): UnitEntry {
  const told = (problem: string | null) => problem !== null && report(problem);
  const cell = (column: UnitsColumn) => cells[columns[column] ?? -1] ?? '';
  const [id, name, parent] = [cell('id'), cell('name'), cell('parent')];
  told(id === '' ? 'The id of the unit is missing.' : idProblem('The id', id));
  told(name === '' ? 'The name of the unit is missing.' : textProblem('The name', name, longest.name));
  return { row: number, id, name, parent: parent || null };
}

/**
 * What keeps units from being a tree: a unit above that is not there, or units that stand above each other in a circle.
 *
 * @param report told the row and a sentence each; a circle once, at its first row.
 */
export function checkTree(units: readonly UnitEntry[], report: (row: number, text: string) => void): void {
  const byId = new Map(units.map((unit) => [unit.id, unit]));
  const settled = new Set<string>();
  for (const unit of units) {
    if (unit.parent !== null && !byId.has(unit.parent))
      report(unit.row, `The unit above, ${quoted(unit.parent)}, is not in the file. Add it, or correct the id.`);
    const way: string[] = [];
    let above: UnitEntry | undefined = unit;
    while (above !== undefined && !settled.has(above.id) && !way.includes(above.id)) {
      way.push(above.id);
      above = above.parent === null ? undefined : byId.get(above.parent);
    }
    if (above !== undefined && way.includes(above.id)) {
      const circle = [...way.slice(way.indexOf(above.id)), above.id].map(quoted);
      report(
        above.row,
        `Units stand above each other in a circle: ${circle.join(' under ')}. Correct the units above.`,
      );
    }
    for (const id of way) settled.add(id);
  }
}
