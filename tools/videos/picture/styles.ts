import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

const typeface = 'node_modules/@fontsource-variable/hanken-grotesk/files';

/** The theme's styles with the typeface in them: the page they go to fetches nothing. */
export async function themeStyles(root: string): Promise<string> {
  const faces = [
    await fontFace(root, 'hanken-grotesk-latin-wght-normal.woff2', 'U+0000-00FF, U+2000-206F, U+20AC, U+2122, U+2212'),
    await fontFace(root, 'hanken-grotesk-latin-ext-wght-normal.woff2', 'U+0100-02BA, U+1E00-1E9F'),
  ];
  return [...faces, await readFile(join(root, 'videos', '_theme', 'theme.css'), 'utf8')].join('\n');
}

async function fontFace(root: string, file: string, range: string): Promise<string> {
  const data = await readFile(join(root, typeface, file), 'base64');
  const source = `url(data:font/woff2;base64,${data}) format('woff2')`;
  return `@font-face { font-family: 'Hanken Grotesk'; font-weight: 100 900; src: ${source}; unicode-range: ${range}; }`;
}
