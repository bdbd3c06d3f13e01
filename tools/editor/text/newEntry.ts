import type { FieldSchema } from '../fields/fieldSchema.ts';
import type { FormValue } from '../fields/formValue.ts';
import { NotInFormError } from './formEdits.ts';
import { valueText } from './newText.ts';

/** The YAML with a new entry behind its last one. @throws NotInFormError unless entries stand at the top of the file */
export function newEntry(
  schema: FieldSchema,
  path: readonly string[],
  yaml: string,
  value: FormValue,
  lineEnd: string,
): string {
  const [key, ...deeper] = path;
  if (deeper.length > 0) throw new NotInFormError('an entry cannot be added here');
  const source =
    key === undefined
      ? valueText(schema, value, -2, lineEnd).trimStart()
      : `${key}:${valueText(schema, value, 0, lineEnd)}`;
  const gap = yaml === '' || yaml.endsWith('\n') ? '' : lineEnd;
  return `${yaml}${gap}${source}${lineEnd}`;
}
