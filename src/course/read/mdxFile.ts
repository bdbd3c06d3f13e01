import type { z } from 'astro/zod';
import type { Authored } from '../authoredContent.ts';
import type { Finding } from '../finding.ts';
import { parseMdx } from '../mdxBody.ts';
import type { MdxNode } from '../mdxBody.ts';
import { splitFrontmatter } from './frontmatter.ts';
import { lineOfMdxError } from './mdxLine.ts';
import { mdxSentence } from './mdxSentences.ts';
import type { MdxSyntaxError } from './mdxSentences.ts';
import { judge } from './schemaFindings.ts';
import { readYaml } from './yamlText.ts';

/** Reads the text of one MDX file: its frontmatter against the schema, and its body. Whatever is wrong is a finding. */
export function readMdxFile<Data>(
  schema: z.ZodType<Data>,
  id: string,
  file: string,
  text: string,
): { authored: Authored<Data>; findings: Finding[] } {
  const split = splitFrontmatter(text);
  const front = readFrontmatter(schema, file, split);
  const body = readBody(file, split.body, split.linesBeforeBody);
  return {
    authored: {
      id,
      file,
      raw: front.raw,
      data: front.data,
      lineOf: front.lineOf,
      body: split.body,
      linesBeforeBody: split.linesBeforeBody,
      mdx: body.mdx,
    },
    findings: [...front.findings, ...body.findings],
  };
}

function readFrontmatter<Data>(schema: z.ZodType<Data>, file: string, split: ReturnType<typeof splitFrontmatter>) {
  const { yaml } = split;
  if (yaml === null) {
    const message = split.unclosed
      ? 'Tiedoston alun tietoja ei ole päätetty kolmella viivalla.'
      : 'Tiedoston alusta puuttuvat tiedot, kuten title, kolmen viivan rivien välistä.';
    const fix = split.unclosed
      ? 'Lisää tietojen jälkeen oma rivi, jolla on kolme viivaa ---.'
      : 'Aloita tiedosto rivillä ---, kirjoita tiedot (title: …) ja päätä ne toiseen riviin ---.';
    const findings: Finding[] = [{ file, line: 1, rule: 'frontmatter-missing', severity: 'error', message, fix }];
    return { raw: undefined, data: null, lineOf: () => 1, findings };
  }
  const { value, lineOf, findings } = readYaml(yaml, file, split.linesBeforeYaml);
  if (findings.length > 0) return { raw: undefined, data: null, lineOf, findings };
  const judged = judge(schema, value ?? {}, { file, lineOf });
  return { raw: value, data: judged.data, lineOf, findings: judged.findings };
}

function readBody(file: string, body: string, linesBefore: number): { mdx: MdxNode | null; findings: Finding[] } {
  try {
    return { mdx: parseMdx(body), findings: [] };
  } catch (thrown) {
    const error = thrown as MdxSyntaxError;
    const line = linesBefore + lineOfMdxError(error, body);
    return { mdx: null, findings: [{ file, line, rule: 'mdx-syntax', severity: 'error', ...mdxSentence(error) }] };
  }
}
