import type { Person } from '../../people/ports.ts';
import { Problem } from './problem.ts';

/** The request header in which a page names the account whose doing it sends. */
export const accountHeader = 'oppihetki-account';

/**
 * Refuses what a browser kept for one person and sends in the session of another: it would be recorded under the wrong name.
 * Without the header, the session alone tells whose it is.
 *
 * @throws Problem `other_person`
 */
export function requireExpectedAccount(request: Request, person: Person): void {
  const expected = request.headers.get(accountHeader);
  if (expected !== null && expected !== person.id) throw new Problem('other_person');
}
