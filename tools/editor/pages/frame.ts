import { html } from 'hono/html';
import { guidePath } from '../../authorGuide/addresses.ts';
import { previewTypeface } from '../../previewTypeface.ts';
import { editorPath } from '../addresses.ts';

export type Markup = ReturnType<typeof html>;

/** The frame of every page of the editor. */
export function frame(title: string, content: Markup | readonly Markup[]): Markup {
  return html`<!doctype html>
    <html lang="fi">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${title} · Muokkaus</title>
        <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
        ${previewTypeface}
        <link rel="stylesheet" href="${editorPath}style.css" />
      </head>
      <body class="editor">
        <a class="editor-skip" href="#content">Siirry sisältöön</a>
        <header class="editor-top">
          <nav class="page row" aria-label="Muokkaus">
            <a href="${editorPath}"><strong>Muokkaus</strong></a>
            <a href="${guidePath}">Opas</a>
            <a href="/fi/">Esikatselu</a>
          </nav>
        </header>
        <main id="content" class="page page-body" tabindex="-1">${content}</main>
      </body>
    </html> `;
}

/** A page that says one thing: an error, in the author's words, and what to do. */
export function message(title: string, text: string): Markup {
  return frame(
    title,
    html`<div class="page-head">
      <h1>${title}</h1>
      <p>${text}</p>
      <p><a href="${editorPath}">Kaikki muokattavat</a></p>
    </div>`,
  );
}
