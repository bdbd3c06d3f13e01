import { html } from 'hono/html';
import { type Markup, previewFrame } from '../../previewFrame.ts';
import { editorPath } from '../addresses.ts';

export type { Markup } from '../../previewFrame.ts';

/** The frame of every page of the editor. */
export function frame(title: string, content: Markup | readonly Markup[]): Markup {
  return previewFrame({ title: `${title} · Muokkaus`, here: editorPath, navigation: 'Muokkaus', content });
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
