import type { AccessibilityCheck } from '../schemas/accessibility.ts';

/** What the statement says of the service as a whole (Commission Implementing Decision (EU) 2018/1523, annex). */
export type AccessibilityState = 'full' | 'partial';

/** Full only where every check by people is made and none of them left a shortcoming. */
export function accessibilityState(checks: readonly AccessibilityCheck[]): AccessibilityState {
  return checks.every(({ date, shortcomings }) => date && shortcomings.length === 0) ? 'full' : 'partial';
}
