import { html, raw } from 'hono/html';
import { type Markup, previewFrame } from '../previewFrame.ts';
import { guidePath } from './addresses.ts';

/** What a renderer makes of Markdown. */
export interface RenderedGuide {
  readonly code: string;
  readonly headings: readonly { readonly depth: number; readonly slug: string; readonly text: string }[];
}

/** The guide as a page: its text with a table of contents before the first part. */
export function guidePage({ code, headings }: RenderedGuide): Markup {
  const title = headings.find(({ depth }) => depth === 1)?.text ?? 'Opas';
  const start = code.indexOf('<h2');
  const [head, text] = start === -1 ? [code, ''] : [code.slice(0, start), code.slice(start)];
  const contents = headings
    .filter(({ depth }) => depth === 2)
    .map(({ slug, text: name }) => html`<li><a href="#${slug}">${name}</a></li>`);
  return previewFrame({
    title,
    here: guidePath,
    navigation: 'Esikatselu',
    classes: 'guide prose',
    content: html`${raw(head)}
      <nav class="guide-contents" aria-labelledby="guide-contents">
        <h2 id="guide-contents">Sisällys</h2>
        <ul>
          ${contents}
        </ul>
      </nav>
      ${raw(reachable(text))}`,
  });
}

/** What may be wider than the window scrolls by itself, by keyboard too; a table is named by the heading over it. */
function reachable(text: string): string {
  let heading = '';
  return text.replace(/<h2 id="([^"]*)"|<pre|<table>|<\/table>/g, (tag, id?: string) => {
    if (id !== undefined) heading = id;
    if (tag === '<pre') return '<pre tabindex="0"';
    if (tag === '<table>') {
      return `<div class="table-scroll" role="region" tabindex="0" aria-labelledby="${heading}"><table>`;
    }
    return tag === '</table>' ? '</table></div>' : tag;
  });
}
