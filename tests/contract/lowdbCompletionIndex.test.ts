import { spawnSync } from 'node:child_process';
import { basename, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CompletionIndex, differences, rebuiltIndex } from '../../src/reports/completionIndex.ts';
import { type IndexedStores, openIndexed } from '../../src/server/openIndexed.ts';
import { nodeFileOperations } from '../../src/stores/lowdb/fileOperations.ts';
import { actorKey } from '../../src/xapi/actors.ts';
import type { NewStatement } from '../../src/xapi/types.ts';
import { completionStatement } from '../support/cityRecords.ts';
import { type Dice, diceOf } from '../support/fuzzDice.ts';
import { faultyFiles } from '../support/storesFaults.ts';
import { openOptions, settableClock, temporaryFolder } from '../support/stores.ts';
import { agent, idBase, statement, uuid, voiding } from '../support/storesStatements.ts';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let opened: IndexedStores;
const clock = settableClock();

async function open(files = nodeFileOperations): Promise<void> {
  opened = await openIndexed({ ...openOptions(join(folder.path, 'data'), clock.now), files }, async (settings) => {
    await settings.keepIdBase(idBase);
    return idBase;
  });
}

beforeEach(async () => {
  folder = await temporaryFolder();
  await open();
});
afterEach(async () => {
  await opened.stores.close();
  await folder.remove();
});

const learners = ['aino', 'eero', 'liisa', 'matti'];
const modules = [1, 2, 3].flatMap((version) => ['intro', 'support'].map((id) => ({ id, version })));
const timestamp = '2026-03-02T07:00:00.000Z';
const completionOf = (account: string, module = modules[0]!) =>
  completionStatement({ idBase, account, module, timestamp });
const erasureOf = (name: string) => ({
  personId: name,
  reportId: null,
  agents: [actorKey(agent(name))!],
  by: 'maintainer',
});
const known = () =>
  [...opened.completions.all()].map(({ account, module, moduleVersion }) => [account, module, moduleVersion]);

describe('the index of completions', () => {
  it.each([1, 2, 3, 4, 5, 6])(
    'is what a rebuild from the statements gives, whatever happens (dice %i)',
    async (seed) => {
      const dice = diceOf(seed);
      let number = 0;
      let most = 0;
      for (let step = 0; step < 120; step += 1) {
        clock.set(new Date(Date.parse(timestamp) + step * 60_000).toISOString());
        if (dice.chance(0.03)) await opened.stores.erasure.erase(erasureOf(dice.pick(learners)));
        else if (dice.chance(0.04)) {
          await opened.stores.close();
          await open();
        } else {
          const group = Array.from({ length: 1 + dice.below(3) }, () => someStatement(dice, (number += 1)));
          await opened.stores.statements.append(group);
        }
        const rebuilt = await rebuiltIndex(opened.stores.statements, idBase);
        expect(differences(opened.completions, rebuilt), `step ${step}`).toEqual([]);
        expect(opened.completions.size).toBe(known().length);
        most = Math.max(most, opened.completions.size);
      }
      expect(most).toBeGreaterThan(3);
    },
  );

  it('takes up a completion with its group, and loses it when it is voided, before or after', async () => {
    const [aino, eero] = [completionOf('aino'), completionOf('eero')];
    await opened.stores.statements.append([statement(1), aino]);
    expect(known()).toEqual([['aino', 'intro', 1]]);
    await opened.stores.statements.append([voids(2, aino.id), voids(3, eero.id)]);
    await opened.stores.statements.append([eero]);
    expect(known()).toEqual([]);
  });

  it('loses an erased person, and has nobody back after a restart', async () => {
    await opened.stores.statements.append([completionOf('aino'), completionOf('eero')]);
    await opened.stores.erasure.erase(erasureOf('eero'));
    expect(known()).toEqual([['aino', 'intro', 1]]);
    await opened.stores.close();
    await open();
    expect(known()).toEqual([['aino', 'intro', 1]]);
  });

  it('counts a completion once, however often it is stored', async () => {
    for (let time = 0; time < 3; time += 1) await opened.stores.statements.append([completionOf('aino')]);
    expect(known()).toHaveLength(1);
  });

  it('counts only what the server vouches for', async () => {
    await opened.stores.statements.append([{ ...completionOf('aino'), id: uuid(1), authority: agent('client:tool') }]);
    expect(known()).toEqual([]);
  });

  it('is never ahead of the disk', async () => {
    await opened.stores.close();
    const { promise: gate, resolve: openGate } = Promise.withResolvers<null>();
    let isWaiting = false;
    await open(
      faultyFiles(nodeFileOperations, ({ name, path }) =>
        isWaiting && name === 'datasync' && basename(path) === 'statements.journal' ? gate : null,
      ),
    );
    isWaiting = true;
    const appended = opened.stores.statements.append([completionOf('aino')]);
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(known()).toEqual([]);
    openGate(null);
    await appended;
    expect(known()).toHaveLength(1);
  });

  it('is proved equal to a rebuild by the maintainer’s command, which says how many there are', async () => {
    await opened.stores.statements.append([completionOf('aino'), completionOf('eero'), statement(1)]);
    await opened.stores.close();
    const { status, stdout } = spawnSync(process.execPath, [join('tools', 'rebuildReports.ts')], {
      encoding: 'utf8',
      env: { ...process.env, DATA_DIR: join(folder.path, 'data') },
    });
    expect(stdout).toMatch(/^Rebuilt in [\d.]+ s: 2 completions, the same as those that are kept\.\n$/);
    expect(status).toBe(0);
    await open();
  });
});

describe('a difference between two indexes', () => {
  it('is told with the side that has it', () => {
    const [one, other] = [new CompletionIndex(idBase), new CompletionIndex(idBase)];
    const completion = { ...completionOf('aino'), stored: timestamp };
    one.take({ added: [completion], removed: [] });
    const line = `${completion.id} aino intro 1 ${timestamp}`;
    expect(differences(one, other)).toEqual([`only kept: ${line}`]);
    expect(differences(other, one)).toEqual([`only rebuilt: ${line}`]);
  });
});

/** Completions mostly, and what may confuse an index: forged ones, other verbs, voidings of anything. */
function someStatement(dice: Dice, number: number): NewStatement {
  const completion = completionOf(dice.pick(learners), dice.pick(modules));
  if (dice.chance(0.1)) return { ...completion, id: uuid(number), authority: agent('client:tool') };
  if (dice.chance(0.1)) return statement(number, { actor: agent(dice.pick(learners)) });
  if (dice.chance(0.15)) return voids(number, dice.chance(0.5) ? completion.id : completion.id.toUpperCase());
  if (dice.chance(0.1)) return voiding(number, 1 + dice.below(number));
  if (dice.chance(0.1)) return { ...voids(number, completion.id), actor: agent(dice.pick(learners)) };
  return completion;
}

function voids(number: number, id: string): NewStatement {
  return { ...voiding(number, 0), object: { objectType: 'StatementRef', id } };
}
