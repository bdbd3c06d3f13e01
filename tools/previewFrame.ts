import { html } from 'hono/html';
import { guidePath } from './authorGuide/addresses.ts';
import { editorPath } from './editor/addresses.ts';
import { previewTypeface } from './previewTypeface.ts';

export type Markup = ReturnType<typeof html>;

interface Framed {
  readonly title: string;
  /** Which of the author's own pages this is, or belongs to: its address. */
  readonly here: typeof guidePath | typeof editorPath;
  /** What the navigation is called. */
  readonly navigation: string;
  /** Further classes of the page's content. */
  readonly classes?: string;
  readonly content: Markup | readonly Markup[];
}

/** The frame of the author's own pages in the preview: the forms and the guide. Each has its style sheet beside it. */
export function previewFrame({ title, here, navigation, classes = '', content }: Framed): Markup {
  const [own, other] =
    here === guidePath
      ? [html`<a href="${guidePath}" aria-current="page"><strong>Opas</strong></a>`, link(editorPath, 'Muokkaus')]
      : [html`<a href="${editorPath}"><strong>Muokkaus</strong></a>`, link(guidePath, 'Opas')];
  return html`<!doctype html>
    <html lang="fi">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${title}</title>
        <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
        ${previewTypeface}
        <link rel="stylesheet" href="${here}style.css" />
      </head>
      <body class="editor">
        <a class="editor-skip" href="#content">Siirry sisältöön</a>
        <header class="editor-top">
          <nav class="page row" aria-label="${navigation}">${own} ${other} ${link('/fi/', 'Esikatselu')}</nav>
        </header>
        <main id="content" class="page page-body ${classes}" tabindex="-1">${content}</main>
      </body>
    </html> `;
}

function link(href: string, name: string): Markup {
  return html`<a href="${href}">${name}</a>`;
}
