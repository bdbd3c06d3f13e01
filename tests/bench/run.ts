import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { questionsOf } from '../../src/completion/moduleProgress.ts';
import { readBuiltCourse } from '../../src/server/openServices.ts';
import type { BenchModule } from '../support/benchStatements.ts';
import { type Figure, flatnessFigure, memoryFigure, readFigure, startFigure, writeFigures } from './figures.ts';
import { heldMemory, seed, startFloor, startGenerator, startProduct, type Target } from './processes.ts';
import { cityFigures } from './cityFigures.ts';
import { full, quick, type Scale } from './scale.ts';

const dist = join(import.meta.dirname, '..', '..', 'dist');

/** Four hex digits each: whose learners are whose. */
const runs = { sent: 'a0', small: 'a1', middle: 'a2', large: 'a3' } as const;

/**
 * `npm run bench`: the product as its user starts it, on a disk of this machine, beside a bare server that only parses,
 * appends, flushes and replies. One JSON line per figure on standard output, what goes on on standard error. It reports and
 * judges nothing: it fails only where something cannot be measured. `--quick` is a short run on less data.
 */
async function bench(scale: Scale): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'oppihetki-bench-'));
  const running: { stop(): Promise<void> }[] = [];
  const kept = <T extends { stop(): Promise<void> }>(part: T): T => {
    running.push(part);
    return part;
  };
  try {
    say('Starting the product, which is built first where that is needed');
    await (await startProduct(join(folder, 'empty'))).stop();
    const module = await publishedModule();

    const seeded = async (name: 'small' | 'middle' | 'large') => {
      say(`Storing ${scale.stores[name]} statements`);
      const dataDir = join(folder, name);
      await mkdir(dataDir);
      await seed(dataDir, scale.stores[name], runs[name], module);
      return dataDir;
    };
    const [small, middle, large] = [await seeded('small'), await seeded('middle'), await seeded('large')];
    report(memoryFigure(await heldMemory(large)));

    const generator = kept(startGenerator(module, runs.sent));
    const parts = { generator, scale };
    const { figure, product: inLarge } = await startFigure('start-250k', large);
    kept(inLarge);
    report(figure);
    const inMiddle = kept(await startProduct(middle));
    say('Reading pages of one agent');
    const ask = (name: string, product: Target, of: 'middle' | 'large') =>
      readFigure(name, parts, product, { run: runs[of], stored: scale.stores[of] });
    report(await ask('get-agent-10k', inMiddle, 'middle'));
    report(await ask('get-agent-250k', inLarge, 'large'));

    const inSmall = kept(await startProduct(small));
    say('Writing to the small and the large store in turn');
    report(await flatnessFigure(parts, inSmall, inLarge));
    say('Writing to the product and to the floor in turn');
    const floor = kept(await startFloor(join(folder, 'floor.jsonl')));
    for (const written of await writeFigures(parts, inSmall, floor)) report(written);

    for (const part of running.splice(0).reverse()) await part.stop();
    say('Reporting on a city');
    for (const figure of await cityFigures(join(folder, 'city'), scale, (await readBuiltCourse(dist)).course))
      report(figure);
  } finally {
    for (const part of running.reverse()) await part.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

/** The first module of the course that can be taken. */
async function publishedModule(): Promise<BenchModule> {
  const { course } = await readBuiltCourse(dist);
  const module = course.modules.find(({ announced }) => !announced)!;
  const { id, version, sections } = module;
  return { id, version, sections: sections.map((section) => section.id), questions: questionsOf(module) };
}

function report(figure: Figure): void {
  process.stdout.write(`${JSON.stringify(figure)}\n`);
}

function say(line: string): void {
  process.stderr.write(`${line} …\n`);
}

await bench(process.argv.includes('--quick') ? quick : full);
