import { rotateKeys } from '../src/reports/certificates/keys.ts';
import { runCommand } from './maintenanceCommand.ts';

/** `npm run keys:rotate`: signs certificates with a new key from now on. */
await runCommand({
  usage: `Usage: npm run keys:rotate
Signs certificates with a new key from now on. What older keys signed stays valid: their public parts are kept and served.
Works on the data folder (DATA_DIR, ./data by default); stop the server first, and back the folder up afterwards.`,
  options: [],
  words: 0,
  run: async (_asked, maintenance) => {
    const stores = await maintenance.open();
    try {
      const { signing, retired } = await rotateKeys(stores.certificateKeys, () => new Date());
      console.log(`Certificates are signed with the key ${signing.kid} from now on.`);
      console.log(`Kept to verify older ones: ${retired.length === 1 ? '1 key' : `${retired.length} keys`}.`);
      return 0;
    } finally {
      await stores.close();
    }
  },
});
