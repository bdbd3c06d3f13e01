import { placeInBody } from '../authoredContent.ts';
import type { Authored, AuthoredContent } from '../authoredContent.ts';
import { error, warning } from '../finding.ts';
import type { Finding } from '../finding.ts';
import { nodesOf } from '../mdxBody.ts';
import type { MdxNode } from '../mdxBody.ts';

/** What stands in the text itself: levels of headings, images without a text alternative, code in braces. */
export function bodyFindings(content: AuthoredContent): Finding[] {
  return [...content.modules, ...content.sections].flatMap((authored) => {
    if (!authored.mdx) return [];
    return [...headings(authored, authored.mdx), ...images(authored, authored.mdx), ...code(authored, authored.mdx)];
  });
}

/** The title is the page's first level: headings of the text start at the second and skip none. */
function headings(authored: Authored<unknown>, root: MdxNode): Finding[] {
  let above = 1;
  return [...nodesOf(root)].flatMap((node) => {
    if (node.type !== 'heading' || !node.depth) return [];
    const place = placeInBody(authored, lineOf(node));
    const marks = '#'.repeat(node.depth);
    const fits = node.depth > 1 && node.depth <= above + 1;
    const fix = `Kirjoita otsikko merkeillä ${'#'.repeat(Math.max(2, Math.min(node.depth, above + 1)))}.`;
    above = Math.max(2, node.depth);
    if (fits) return [];
    const message =
      node.depth === 1
        ? 'Tekstin väliotsikko on ylintä tasoa (#), joka on varattu sivun otsikolle.'
        : `Väliotsikko (${marks}) hyppää tason yli.`;
    return [warning(place, 'heading-level', message, fix)];
  });
}

function images(authored: Authored<unknown>, root: MdxNode): Finding[] {
  return [...nodesOf(root)].flatMap((node) => {
    const isImage = node.type === 'image' || node.type === 'imageReference';
    const hasAlt = isImage ? Boolean(node.alt?.trim()) : node.attributes?.some(({ name }) => name === 'alt');
    if (!(isImage || node.name === 'img') || hasAlt) return [];
    const place = placeInBody(authored, lineOf(node));
    return [
      error(
        place,
        'image-alt',
        'Kuvalta puuttuu tekstivastine.',
        'Kerro hakasulkeissa, mitä kuvassa on: ![kuvaus](tiedosto).',
      ),
    ];
  });
}

/** `{word}` is read as code and breaks the page, unless the file brings its own code along. */
function code(authored: Authored<unknown>, root: MdxNode): Finding[] {
  const nodes = [...nodesOf(root)];
  if (nodes.some((node) => node.type === 'mdxjsEsm')) return [];
  return nodes.flatMap((node) => {
    if (node.type !== 'mdxTextExpression' && node.type !== 'mdxFlowExpression') return [];
    const source = (node.value ?? '').replace(/\/\*[\s\S]*?\*\//g, '').trim();
    if (source === '' || /^(['"])[^'"]*\1$/.test(source)) return [];
    const message = `Aaltosulkeissa oleva {${source.slice(0, 40)}} luetaan ohjelmakoodiksi.`;
    return [
      error(placeInBody(authored, lineOf(node)), 'mdx-code', message, 'Poista aaltosulkeet, tai kirjoita \\{ ja \\}.'),
    ];
  });
}

function lineOf(node: MdxNode): number {
  return node.position?.start.line ?? 1;
}
