import { differences, rebuiltIndex } from '../src/reports/completionIndex.ts';
import { runCommand } from './maintenanceCommand.ts';

const mostShown = 20;

/** `npm run reports:rebuild`: makes what reports read anew from the statements, and compares it with what the server keeps. */
await runCommand({
  usage: `Usage: npm run reports:rebuild
Makes the completions that reports show anew from the statements of the data folder (DATA_DIR, ./data by default), and proves
them equal to those the server keeps while it runs, which it takes from the journal line by line. Stop the server first.
Nothing is changed: the server keeps them in memory and makes them at each start.`,
  options: [],
  words: 0,
  run: async (_asked, maintenance) => {
    const { stores, idBase, completions } = await maintenance.openIndexed();
    try {
      const started = performance.now();
      const rebuilt = await rebuiltIndex(stores.statements, idBase);
      const seconds = ((performance.now() - started) / 1000).toFixed(1);
      const differing = differences(completions, rebuilt);
      for (const line of differing.slice(0, mostShown)) console.error(line);
      if (differing.length > 0) {
        console.error(`${differing.length} completions differ. Keep this output and the folder, and report it.`);
        return 1;
      }
      console.log(`Rebuilt in ${seconds} s: ${counted(rebuilt.size)}, the same as those that are kept.`);
      return 0;
    } finally {
      await stores.close();
    }
  },
});

function counted(completions: number): string {
  return completions === 1 ? '1 completion' : `${completions} completions`;
}
