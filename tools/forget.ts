import { forgetNames, isForgotten } from '../src/people/privacy/forget.ts';
import { runCommand } from './maintenanceCommand.ts';

/** `npm run forget -- <roster id or report id>`: forgets who somebody is; the record stays, nameless. */
await runCommand({
  usage: `Usage: npm run forget -- <roster id or report id>
Forgets who a person is: name, e-mail, the roster's id and the sign-in; sessions end. The record stays without a name, and
counts do not change. It cannot be undone. For a person whose record is to go too: npm run erase.
Works on the data folder (DATA_DIR, ./data by default); stop the server first. Older backups still hold the name.`,
  options: [],
  words: 1,
  run: async ({ words: [name] }, maintenance) => {
    const stores = await maintenance.open();
    try {
      const people = await stores.people.people();
      const person = people.find(({ rosterId, reportId }) => rosterId === name || reportId === name);
      if (person === undefined) {
        console.error(`Nobody here has the roster id or report id ${name}.`);
        return 1;
      }
      if (isForgotten(person)) {
        console.log('Who that is was forgotten before. Nothing was changed.');
        return 0;
      }
      const now = new Date();
      await forgetNames(stores, [person.id], now);
      const subjects = [person.reportId];
      await stores.audit.append({ at: now.toISOString(), by: 'maintainer', action: 'forget', detail: {}, subjects });
      console.log(`Forgotten who that was. The record stays without a name, under the report id ${person.reportId}.`);
      console.log(
        'A row of the roster with the same id makes somebody new: leave it out of the file if that is not meant.',
      );
      return 0;
    } finally {
      await stores.close();
    }
  },
});
