import type { InfographicOf } from '../../schemas/infographic.ts';
import type { Format } from './format.ts';
import { layPanels } from './panels.ts';
import type { PanelsDrawing } from './panels.ts';

/** Short lists stand in panels beside each other; with a long one among them each takes the whole width, in two flows. */
export function layGroups({ groups }: Pick<InfographicOf<'groups'>, 'groups'>, format: Format): PanelsDrawing {
  if (format.narrow) return layPanels(groups, { columns: 1, flows: 1 }, format);
  const long = groups.some(({ items }) => items.length > 5);
  return layPanels(groups, long ? { columns: 1, flows: 2 } : { columns: 2, flows: 1 }, format);
}
