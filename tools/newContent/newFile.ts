import { stringify } from 'yaml';

/** A file to be made. */
export interface NewFile {
  /** From the project's root, with forward slashes on every system. */
  readonly file: string;
  readonly text: string;
}

/** The text of a section's file. */
export function section(parts: { readonly title: string; readonly lead: string; readonly body: string }): string {
  const { title, lead, body } = parts;
  return `---\n${stringify({ title, lead }, { lineWidth: 0 })}---\n\n${body}\n`;
}

/**
 * The text of a YAML file of this schema, which editors find by its first line.
 * @param folder where the file lies, from the project's root
 */
export function yamlText(schema: string, folder: string, data: unknown): string {
  const up = '../'.repeat(folder.split('/').length);
  return `# yaml-language-server: $schema=${up}schemas/${schema}.schema.json\n${stringify(data, { lineWidth: 0 })}`;
}
