import { html } from 'hono/html';

/**
 * Asks for the site's typeface together with the page, as the site's own pages do: it is optional in their style sheet, and one that
 * comes later is not used. The address is the development server's.
 */
export const previewTypeface = html`<link
  rel="preload"
  href="/src/styles/typeface/hanken-grotesk-common.woff2"
  as="font"
  type="font/woff2"
  crossorigin
/>`;
