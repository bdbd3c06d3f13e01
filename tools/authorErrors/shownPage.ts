import { barHtml } from '../authorBar/barHtml.ts';
import { type KnownContent, pageState } from '../authorBar/pageState.ts';
import { draftFailures } from './draftFailures.ts';
import { barePage, pageMessage } from './errorPage.ts';
import type { HeldAnswer } from './heldResponse.ts';

/** What of the preview's pages is remembered, and what is known of the content now. */
export interface Preview {
  readonly known: KnownContent;
  /** Names the content's state: see `errorPage`. */
  readonly state: string;
  /** How often pages had been told to load again when this one was asked for. */
  readonly reloads: number;
  /** Each page as it last stood whole, by its path. */
  readonly lastGood: Map<string, string>;
  /** The texts of files by path, of those that can be read. */
  readonly textsOf: (files: readonly string[]) => Promise<ReadonlyMap<string, string>>;
}

/**
 * A page as its author sees it: with the bar, and above its content the errors of its own files. One that cannot be made
 * now shows as it last stood, or where it never did, the errors alone. Null for what is no page.
 */
export async function shownPage(
  path: string,
  { status, type, body }: HeldAnswer,
  preview: Preview,
): Promise<{ status: number; body: string } | null> {
  const isPage = type.includes('text/html') && body.includes('</body>');
  if (status < 500 && !isPage) return null;
  const page = pageState(path, preview.known);
  const errors = page.here.filter(({ severity }) => severity === 'error');
  const bar = barHtml(page, preview.reloads);
  const isWhole = status < (errors.length > 0 ? 400 : 500);
  if (isWhole && errors.length === 0) {
    if (status === 200) preview.lastGood.set(path, body);
    return { status, body: withBar(body, bar) };
  }
  const own = errors.length > 0 || isWhole ? errors : draftFailures(page.here);
  const told = own.length > 0 ? own : page.elsewhere.filter(({ severity }) => severity === 'error');
  const texts = await preview.textsOf(told.map(({ file }) => file));
  if (isWhole) return { status, body: withBar(withMessage(body, pageMessage(told, texts, 'now')), bar) };
  const last = preview.lastGood.get(path);
  const message = pageMessage(told, texts, last === undefined ? 'none' : 'before', own.length > 0);
  if (last === undefined) return { status: 500, body: barePage(message, bar, preview.state) };
  return { status: 200, body: withBar(withMessage(last, message), bar) };
}

function withBar(page: string, bar: string): string {
  const at = page.lastIndexOf('</body>');
  return `${page.slice(0, at)}${bar}\n${page.slice(at)}`;
}

/** The message comes first in the page's main part. */
function withMessage(page: string, message: string): string {
  const found = /<main\b[^>]*>/.exec(page) ?? /<body\b[^>]*>/.exec(page);
  if (!found) return page;
  const at = found.index + found[0].length;
  return `${page.slice(0, at)}${message}${page.slice(at)}`;
}
