import type { Completion } from '../../completion/completions.ts';
import type { CompletionRow } from '../completionRows.ts';
import { helsinkiDateTime } from '../helsinkiTime.ts';

/** The columns of every export, in their order: a name of the public contract each. */
export const exportColumns = [
  'learnerId',
  'name',
  'unit',
  'module',
  'moduleVersion',
  'status',
  'completedAt',
  'statementId',
] as const;

/** What an export says of a completion. `completedAt` is an ISO 8601 date-time in Europe/Helsinki. */
export interface ExportedCompletion {
  readonly moduleVersion: number;
  readonly completedAt: string;
  readonly statementId: string;
}

/** What the exports say of a person and a module. Null is what is not known, or not there. */
export interface ExportRecord {
  readonly learnerId: string;
  readonly name: string | null;
  readonly unit: string;
  readonly module: string;
  readonly moduleVersion: number | null;
  readonly status: 'completed' | 'not-completed';
  readonly completedAt: string | null;
  readonly statementId: string | null;
}

export function exportRecord({ learnerId, name, unit, module, completion }: CompletionRow): ExportRecord {
  const told = completion === null ? null : exportedCompletion(completion);
  return {
    learnerId,
    name,
    unit: unit.name,
    module: module.id,
    moduleVersion: told?.moduleVersion ?? null,
    status: told ? 'completed' : 'not-completed',
    completedAt: told?.completedAt ?? null,
    statementId: told?.statementId ?? null,
  };
}

export function exportedCompletion({ moduleVersion, completedAt, statementId }: Completion): ExportedCompletion {
  return { moduleVersion, completedAt: helsinkiDateTime(completedAt), statementId };
}
