import type { GetFile } from './takePage.ts';

/** Whoever opens the file loads nothing from anywhere, and nothing runs in it. */
const policy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:";

const types: Readonly<Record<string, string>> = {
  avif: 'image/avif',
  gif: 'image/gif',
  jpg: 'image/jpeg',
  png: 'image/png',
  svg: 'image/svg+xml',
  webp: 'image/webp',
  woff2: 'font/woff2',
};

/**
 * A review copy as one file: the document alone, with its styles, pictures and typeface inside.
 * @param html the page as the site serves it
 * @returns null where the page holds no review copy
 */
export async function selfContained(html: string, file: GetFile): Promise<string | null> {
  const article = /<article class="review-copy"[\s\S]*<\/article>/.exec(html)?.[0];
  if (article === undefined) return null;
  const lang = /<html lang="([a-z]+)"/.exec(html)?.[1] ?? 'fi';
  const title = /<title>([^<]*)<\/title>/.exec(html)?.[1] ?? '';
  const running = /data-running="([^"]*)"/.exec(article)?.[1] ?? title;
  const sheets = [...html.matchAll(/<link rel="stylesheet" href="([^"]+)"/g)].map(([, href]) => href!);
  const styles: string[] = [];
  for (const sheet of sheets)
    styles.push(await withData(String(await file(sheet)), /url\(["']?(\/[^"')]+)["']?\)/g, file));
  const body = await withData(withoutSitePaths(article), /(?<=<img[^>]*\ssrc=")(\/[^"]+)(?=")/g, file);
  return `<!doctype html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<style>
${styles.join('\n')}
@page review-copy { @top-left { content: ${cssString(unescaped(running))}; font: 9pt sans-serif; } }
</style>
</head>
<body>
<main class="page page-body">
${body}
</main>
</body>
</html>
`;
}

/** Puts in place of each address that the pattern's group finds the file's bytes; `url(…)` stays around it. */
async function withData(text: string, pattern: RegExp, file: GetFile): Promise<string> {
  const pieces: string[] = [];
  let from = 0;
  for (const found of text.matchAll(pattern)) {
    const [whole, path = ''] = found;
    const type = types[/\.([a-z0-9]+)$/.exec(path)?.[1] ?? ''] ?? 'application/octet-stream';
    const data = `data:${type};base64,${(await file(path)).toString('base64')}`;
    pieces.push(text.slice(from, found.index), whole.startsWith('url(') ? `url(${data})` : data);
    from = found.index + whole.length;
  }
  return [...pieces, text.slice(from)].join('');
}

/** Links to other pages of the site lead nowhere from a file: their words stay. */
function withoutSitePaths(html: string): string {
  return html.replace(/(<a\b[^>]*?)\shref="\/[^"]*"/g, '$1');
}

function unescaped(text: string): string {
  const entities: Readonly<Record<string, string>> = {
    '&amp;': '&',
    '&lt;': '<',
    '&gt;': '>',
    '&quot;': '"',
    '&#34;': '"',
    '&#38;': '&',
    '&#39;': "'",
  };
  return text.replace(/&(?:amp|lt|gt|quot|#3[489]);/g, (entity) => entities[entity]!);
}

/** A string of CSS that cannot end its style element. */
function cssString(text: string): string {
  return `"${text.replace(/["\\<\n]/g, (sign) => `\\${sign.charCodeAt(0).toString(16)} `)}"`;
}
