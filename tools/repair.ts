import type { RepairReport } from '../src/server/maintenance.ts';
import { runCommand } from './maintenanceCommand.ts';

type Damage = RepairReport['journals'][number]['damage'][number];

/** `npm run repair`: tells what is damaged in the data folder and, where asked, mends its journals. */
await runCommand({
  usage: `Usage: npm run repair [-- --apply]
Looks for damage in the data folder (DATA_DIR, ./data by default) and changes nothing. Stop the server first.
  --apply  writes each damaged journal anew without what is damaged, and keeps the damaged one aside`,
  options: ['apply'],
  words: 0,
  run: async ({ has }, maintenance) => {
    const { journals, unreadable } = await maintenance.repair(has('apply'));
    for (const { name, damage, isMarkDamaged, whole, aside } of journals) {
      if (damage.length === 0) console.log(`${name}: whole`);
      else console.log(`${name}: ${whole} lines are whole, and there is damage:`);
      for (const one of damage) console.log(`  ${sentenceOf(one)}`);
      if (isMarkDamaged) console.log('  Its mark cannot be read: whether lines at its end are lost is not known.');
      if (aside !== null) console.log(`  Written anew without that. The damaged file is kept as ${aside}.`);
    }
    for (const name of unreadable) console.log(`${name}: cannot be read. Put it back from a backup.`);
    const damaged = journals.filter(({ damage, isMarkDamaged }) => damage.length > 0 || isMarkDamaged);
    if (damaged.length > 0 && !has('apply')) {
      console.log('Nothing was changed. A backup may hold what is lost here: restore it, or');
      console.log('run again with --apply to go on without the lost lines.');
    }
    return unreadable.length > 0 || (damaged.length > 0 && !has('apply')) ? 1 : 0;
  },
});

function sentenceOf({ offset, bytes, lines }: Damage): string {
  const place = bytes === 0 ? `at byte ${offset}` : `bytes ${offset} to ${offset + bytes - 1}`;
  if (lines === null) return `${place}: not written by the store; no line is lost`;
  const which = lines.first === lines.last ? `line ${lines.first} is` : `lines ${lines.first} to ${lines.last} are`;
  return `${place}: ${which} lost`;
}
