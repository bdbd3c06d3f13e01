import { randomUUID } from 'node:crypto';
import type { ModuleNode } from '../../src/course/tree.ts';
import type { Person, Unit } from '../../src/people/ports.ts';
import { completedStatement } from '../../src/xapi/builders.ts';
import { registrationOf } from '../../src/xapi/ids.ts';
import type { NewStatement, StoredStatement } from '../../src/xapi/types.ts';
import { diceOf } from './fuzzDice.ts';
import { somePerson } from './people.ts';

/** A city's people and what they have completed, and nothing else: the same for the same seed, but for the random ids. */
export interface CityRecords {
  /** A tree three levels deep, its top `city`. */
  readonly units: readonly Unit[];
  /** Everybody, the manager of the whole city first. */
  readonly people: readonly Person[];
  /** The completions of a city in which about three of four have been done, oldest first. */
  completions(): Generator<StoredStatement>;
}

const givenNames = ['Aino', 'Eero', 'Åsa', 'Öivind', 'Matti', 'Liisa', 'Pekka', 'Kaija', 'Jukka', 'Sirpa'];
const familyNames = ['Virtanen', 'Korhonen', 'Mäkinen', 'Nieminen', 'Mäkelä', 'Hämäläinen', 'Laine', 'Öhman'];
const firstTime = Date.parse('2026-01-07T06:00:00.000Z');
const lastTime = Date.parse('2026-11-20T14:00:00.000Z');

/** @param count how many people there are besides the manager */
export function cityRecords(
  count: number,
  modules: readonly Pick<ModuleNode, 'id' | 'version'>[],
  idBase: string,
  seed = 1,
): CityRecords {
  const dice = diceOf(seed);
  const units: Unit[] = [{ id: 'city', name: 'Kaupunki', parent: null }];
  for (let division = 0; division < 8; division += 1) {
    units.push({ id: `division-${division}`, name: `Toimiala ${division + 1}`, parent: 'city' });
    for (let service = 0; service < 25; service += 1) {
      units.push({
        id: `service-${division}-${service}`,
        name: `Palvelu ${division + 1}.${service + 1}`,
        parent: `division-${division}`,
      });
    }
  }
  const services = units.filter(({ id }) => id.startsWith('service-'));
  const manager = somePerson(randomUUID(), {
    reportId: randomUUID(),
    name: 'Johtaja',
    unit: 'city',
    roles: ['manager'],
  });
  const staff = Array.from({ length: count }, () =>
    somePerson(randomUUID(), {
      reportId: randomUUID(),
      name: `${dice.pick(familyNames)} ${dice.pick(givenNames)} ${dice.below(1000)}`,
      unit: dice.pick(services).id,
    }),
  );
  return {
    units,
    people: [manager, ...staff],
    *completions() {
      const all = staff.length * modules.length;
      let number = 0;
      for (const module of modules) {
        for (const { id: account } of staff) {
          number += 1;
          if (dice.chance(0.25)) continue;
          const timestamp = new Date(firstTime + Math.floor(((lastTime - firstTime) * number) / all)).toISOString();
          yield { ...completionStatement({ idBase, account, module, timestamp }), stored: timestamp };
        }
      }
    },
  };
}

/** The server's `completed` of a person and a module. */
export function completionStatement(about: {
  readonly idBase: string;
  readonly account: string;
  readonly module: { readonly id: string; readonly version: number };
  readonly timestamp: string;
}): NewStatement {
  const { idBase, account, module } = about;
  const registration = registrationOf(idBase, account, module.id);
  return completedStatement({ ...about, registration, course: 'course', lang: 'fi' });
}
