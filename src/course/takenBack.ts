import { ledgerFile } from './contentFolders.ts';
import type { ContentId } from './contentIds.ts';
import { error } from './finding.ts';
import type { Finding } from './finding.ts';
import type { LedgerEntry } from './ledger.ts';
import { inPlaceOf } from './ledgerWords.ts';

/**
 * A line as it reads when what was replaced has its old id back. A module's keeps the ids it went by meanwhile: marks and
 * certificates of that time name them, and its registrations are those of the module all along (docs/decisions/0023).
 */
export function takenBack(
  entry: LedgerEntry,
  present: readonly ContentId[],
  ledger: readonly LedgerEntry[],
): LedgerEntry {
  const { replacedBy: _, ...own } = { ...entry, retired: false };
  if (entry.kind !== 'module') return own;
  const { id, formerly = [] } = entry;
  const after = idsAfter(entry, ledger);
  if (after.some((one) => isItsOwn(one, [id, ...after], present, ledger))) return own;
  return { ...own, formerly: [...new Set([...formerly, ...after])] };
}

/** Modules that a line calls former ids of another, and that have records of their own or stand in the content. */
export function takenBackFindings(ledger: readonly LedgerEntry[], present: readonly ContentId[]): Finding[] {
  return ledger.flatMap((entry) => {
    const { id, line, formerly = [] } = entry;
    const wrong = formerly.filter((former) => former === id || isItsOwn(former, [id, ...formerly], present, ledger));
    return wrong.map((former) => {
      const message = `Moduulin ”${id}” entinen tunnus ei voi olla ”${former}”: se on moduuli itsekin, eikä kahden moduulin suorituksia voi yhdistää.`;
      const fix = inPlaceOf(entry, { ...entry, formerly: formerly.filter((one) => one !== former) });
      return error(
        { file: ledgerFile, line },
        'ledger-replaced',
        message,
        `${fix.charAt(0).toUpperCase()}${fix.slice(1)}`,
      );
    });
  });
}

/** The ids that took a module's place one after another. */
function idsAfter({ id, replacedBy }: LedgerEntry, ledger: readonly LedgerEntry[]): readonly string[] {
  const ids = new Set([id]);
  for (let next = replacedBy; next !== undefined && !ids.has(next);) {
    ids.add(next);
    const current = next;
    next = ledger.find((one) => one.kind === 'module' && one.id === current)?.replacedBy;
  }
  return [...ids].slice(1);
}

/** Whether an id is of a module of its own: in the content, or with a line that does not stand on those of its `family`. */
function isItsOwn(
  module: string,
  family: readonly string[],
  present: readonly ContentId[],
  ledger: readonly LedgerEntry[],
): boolean {
  const isModule = (one: Pick<LedgerEntry, 'kind' | 'id'>) => one.kind === 'module' && one.id === module;
  const stands = ({ replacedBy, formerly, version, retired }: LedgerEntry) =>
    replacedBy === undefined
      ? formerly !== undefined && version === undefined && !retired
      : family.includes(replacedBy);
  return present.some(isModule) || ledger.some((one) => isModule(one) && !stands(one));
}
