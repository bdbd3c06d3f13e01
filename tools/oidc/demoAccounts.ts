import type { Account } from './localProvider.ts';

/** The people of the local provider, named by their roles: none of them is a real or invented person. */
export const demoAccounts: ReadonlyMap<string, Account> = new Map([
  ['learner', account('Oppija', 'demo-1')],
  ['learner2', account('Oppija 2', 'demo-2')],
  ['manager', account('Esihenkilö', 'demo-3', ['oppihetki-manager'])],
  ['coordinator', account('Koordinaattori', 'demo-4', ['oppihetki-coordinator'])],
  ['outsider', { label: 'Henkilö, jota ei ole luettelossa', claims: { name: 'Henkilö ilman yksikköä' } }],
]);

function account(name: string, employee: string, roles: readonly string[] = []): Account {
  return { label: name, claims: { name, employee_id: employee, roles } };
}
