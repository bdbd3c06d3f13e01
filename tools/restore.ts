import { runCommand } from './maintenanceCommand.ts';

/** `npm run restore -- <backup>`: verifies a backup and puts it in the place of the data folder. */
await runCommand({
  usage: `Usage: npm run restore -- <backup> [--verify-only | --replace]
Verifies a backup and restores it as the data folder (DATA_DIR, ./data by default). Stop the server first.
  --verify-only  only reads the backup and tells whether it is whole
  --replace      puts a data folder that is there aside; without it such a folder is left alone`,
  options: ['verify-only', 'replace'],
  words: 1,
  run: async ({ words: [backup], has }, maintenance) => {
    if (has('verify-only')) {
      const { manifest, problems } = await maintenance.verify(backup!);
      for (const problem of problems) console.error(problem);
      const state = problems.length === 0 ? 'is whole' : 'is damaged: restore another one';
      console.log(`The backup of ${manifest.createdAt} with ${manifest.files.length} files ${state}.`);
      return problems.length === 0 ? 0 : 1;
    }
    const { manifest, aside } = await maintenance.restore(backup!, has('replace'));
    console.log(`Restored the backup of ${manifest.createdAt} to ${maintenance.dataDir}.`);
    if (aside !== null) console.log(`The folder that was there is kept as ${aside}. Remove it when all is well.`);
    console.log('Whoever was erased since the backup was made is erased in it too.');
    return 0;
  },
});
