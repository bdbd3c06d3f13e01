import type { Unit } from '../people/ports.ts';
import { inFinnishOrder } from './nameRanks.ts';

export interface UnitPlace {
  readonly unit: Unit;
  /** How many of the given units stand above it. */
  readonly depth: number;
}

/** The units a manager sees as a tree. A unit whose parent is not among them stands at the top. */
export class UnitTree {
  readonly #units: ReadonlyMap<string, Unit>;
  readonly #children: ReadonlyMap<string | null, readonly Unit[]>;

  constructor(units: readonly Unit[]) {
    this.#units = new Map(units.map((unit) => [unit.id, unit]));
    this.#children = Map.groupBy(inFinnishOrder(units), (unit) => this.#parentOf(unit));
  }

  get(id: string): Unit | undefined {
    return this.#units.get(id);
  }

  /** The units right below one, or at the top, in the Finnish order. */
  childrenOf(id: string | null): readonly Unit[] {
    return this.#children.get(id) ?? [];
  }

  /** Every unit below its parent, in the Finnish order among equals. */
  inOrder(): readonly UnitPlace[] {
    const places: UnitPlace[] = [];
    const visit = (id: string | null, depth: number) => {
      for (const unit of this.childrenOf(id)) {
        places.push({ unit, depth });
        visit(unit.id, depth + 1);
      }
    };
    visit(null, 0);
    return places;
  }

  /** The ids of a unit and of all below it; none of a unit that is not here. */
  branchOf(id: string): ReadonlySet<string> {
    const branch = new Set<string>();
    const visit = ({ id: unit }: Unit) => {
      if (branch.has(unit)) return;
      branch.add(unit);
      this.childrenOf(unit).forEach(visit);
    };
    const root = this.get(id);
    if (root !== undefined) visit(root);
    return branch;
  }

  /** From the top down to a unit, itself included. */
  pathTo(id: string): readonly Unit[] {
    const path = new Set<Unit>();
    for (let unit = this.get(id); unit !== undefined && !path.has(unit); unit = this.get(unit.parent ?? ''))
      path.add(unit);
    return [...path].reverse();
  }

  #parentOf({ parent }: Unit): string | null {
    return parent !== null && this.#units.has(parent) ? parent : null;
  }
}
