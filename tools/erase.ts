import { createInterface } from 'node:readline/promises';
import { accountActor, actorKey } from '../src/xapi/actors.ts';
import { runCommand } from './maintenanceCommand.ts';

/** `npm run erase -- <report id, roster id or account>`: erases a person from everything that is kept. */
await runCommand({
  usage: `Usage: npm run erase -- <report id, roster id or account name> [--yes]
Erases a person from the data folder (DATA_DIR, ./data by default) for good: statements, documents, attachments, sessions
and names. Stop the server first. Older backups still hold the person until they are removed; a restore erases again.
  --yes  does not ask`,
  options: ['yes'],
  words: 1,
  run: async ({ words: [name], has }, maintenance) => {
    const stores = await maintenance.open();
    try {
      const people = await stores.people.people();
      const person = people.find(({ id, reportId, rosterId }) => [id, reportId, rosterId].includes(name!));
      const account = person?.id ?? name!;
      const agent = actorKey(accountActor((await stores.settings.idBase()) ?? '', account))!;
      const { statements } = await stores.statements.find({ agent, limit: 1, relatedAgents: true });
      if (person === undefined && statements.length === 0) {
        console.error(`Nobody here has the report id, roster id or account name ${name}.`);
        return 1;
      }
      if (!has('yes') && !(await isSure())) return 1;
      const reportId = person?.reportId ?? null;
      const erased = await stores.erasure.erase({ personId: account, reportId, agents: [agent], by: 'maintainer' });
      const count = erased.statements === 1 ? '1 statement' : `${erased.statements} statements`;
      console.log(`Erased: ${count}, and the person's documents, attachments, sessions and names.`);
      return 0;
    } finally {
      await stores.close();
    }
  },
});

async function isSure(): Promise<boolean> {
  const asking = createInterface({ input: process.stdin, output: process.stdout });
  try {
    return (await asking.question('This cannot be undone. Type "erase" to go on: ')).trim() === 'erase';
  } finally {
    asking.close();
  }
}
