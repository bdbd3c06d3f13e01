import type { z } from 'astro/zod';
import type { Authored } from '../authoredContent.ts';
import type { Finding } from '../finding.ts';
import { judge } from './schemaFindings.ts';
import { readYaml } from './yamlText.ts';

/** Reads the text of a YAML file that is one entry. */
export function readYamlEntry<Data>(
  schema: z.ZodType<Data>,
  id: string,
  file: string,
  text: string,
): { authored: Authored<Data>; findings: Finding[] } {
  const { value, lineOf, findings } = readYaml(text, file, 0);
  const judged = findings.length > 0 ? { data: null, findings } : judge(schema, value ?? {}, { file, lineOf });
  const authored = { id, file, raw: value, data: judged.data, lineOf, linesBeforeBody: 0, mdx: null };
  return { authored, findings: [...judged.findings] };
}

/** Reads the text of a YAML file that holds many entries by their ids. Null entries: it cannot be read. */
export function readYamlEntries<Data>(
  schema: z.ZodType<Data>,
  file: string,
  text: string,
): { authored: Authored<Data>[] | null; findings: Finding[] } {
  const { value, lineOf, findings } = readYaml(text, file, 0);
  if (findings.length > 0) return { authored: null, findings: [...findings] };
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    const message = 'Tiedostossa pitää olla tunnuksia, joiden alla on sisennettyjä kenttiä.';
    const fix =
      'Kirjoita tunnus ja kaksoispiste omalle rivilleen ja sen alle kentät kahdella välilyönnillä sisennettyinä.';
    return { authored: null, findings: [{ file, line: 1, rule: 'field-value', severity: 'error', message, fix }] };
  }
  const judged = Object.entries(value).map(([id, raw]) => {
    const lineOfField = (path: readonly (string | number)[]) => lineOf([id, ...path]);
    const { data, findings } = judge(schema, raw ?? {}, { file, lineOf: lineOfField });
    return {
      authored: { id, file, raw: raw as unknown, data, lineOf: lineOfField, linesBeforeBody: 0, mdx: null },
      findings,
    };
  });
  return { authored: judged.map((entry) => entry.authored), findings: judged.flatMap((entry) => entry.findings) };
}
