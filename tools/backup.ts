import { runCommand } from './maintenanceCommand.ts';

/** `npm run backup -- <target folder>`: copies the data folder, a server running on it or not. */
await runCommand({
  usage: `Usage: npm run backup -- <target folder>
Copies the data folder (DATA_DIR, ./data by default) into a folder that is not there yet. The server may keep running.`,
  options: [],
  words: 1,
  run: async ({ words: [target] }, maintenance) => {
    const { files } = await maintenance.backUp(target!);
    const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
    console.log(
      `Backed up ${maintenance.dataDir} to ${target}: ${files.length} files, ${bytes} bytes, each read back.`,
    );
    console.log('It holds personal data: keep it where only its keepers can read it.');
    return 0;
  },
});
