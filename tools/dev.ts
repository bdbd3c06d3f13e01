import { join } from 'node:path';
import { runAstro } from './runAstro.ts';

/** `npm run dev`: the authors' live preview, with Astro's own options (`-- --port 4400`). */
process.exitCode = (await runAstro(join(import.meta.dirname, '..'), ['dev', ...process.argv.slice(2)])) ?? 0;
