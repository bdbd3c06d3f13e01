import { html, raw } from 'hono/html';
import type { Markup } from '../editor/pages/frame.ts';
import { editorPath } from '../editor/addresses.ts';
import { previewTypeface } from '../previewTypeface.ts';
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
  return html`<!doctype html>
    <html lang="fi">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${title}</title>
        <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
        ${previewTypeface}
        <link rel="stylesheet" href="${guidePath}style.css" />
      </head>
      <body class="editor">
        <a class="editor-skip" href="#content">Siirry sisältöön</a>
        <header class="editor-top">
          <nav class="page row" aria-label="Esikatselu">
            <a href="${guidePath}" aria-current="page"><strong>Opas</strong></a>
            <a href="${editorPath}">Muokkaus</a>
            <a href="/fi/">Esikatselu</a>
          </nav>
        </header>
        <main id="content" class="page page-body guide prose" tabindex="-1">
          ${raw(head)}
          <nav class="guide-contents" aria-labelledby="guide-contents">
            <h2 id="guide-contents">Sisällys</h2>
            <ul>
              ${headings
                .filter(({ depth }) => depth === 2)
                .map(({ slug, text: name }) => html`<li><a href="#${slug}">${name}</a></li>`)}
            </ul>
          </nav>
          ${raw(reachable(text))}
        </main>
      </body>
    </html> `;
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
