import { createHash } from 'node:crypto';

/** The one script that stands in a built page, which loads the others: it names those, all of the site's own. */
export const pageLoader = /<script data-modules="\/_astro\/[\w.-]+\.js(?: \/_astro\/[\w.-]+\.js)*">([^]*?)<\/script>/;

/** How a content security policy names that script (CSP 3, 2.3.1). */
export function pageLoaderHash(html: string): string {
  const text = pageLoader.exec(html)?.[1];
  if (text === undefined) throw new Error('the page holds no script that loads the others');
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}
