import type { InfographicOf } from '../../schemas/infographic.ts';
import type { Format } from './format.ts';
import { layPanels } from './panels.ts';
import type { PanelsDrawing } from './panels.ts';

type Fields = Pick<InfographicOf<'swot'>, 'strengths' | 'weaknesses' | 'opportunities' | 'threats'>;

/** The four fields two by two, or one below the other. */
export function laySwot({ strengths, weaknesses, opportunities, threats }: Fields, format: Format): PanelsDrawing {
  const fields = [strengths, weaknesses, opportunities, threats];
  return layPanels(fields, { columns: format.narrow ? 1 : 2, flows: 1 }, format);
}
