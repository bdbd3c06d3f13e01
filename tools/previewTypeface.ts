import { html } from 'hono/html';

/**
 * Asks for the site's typeface together with the page, as the site's own pages do: it is optional in their style sheet, and one that
 * comes later is not used. The address is the development server's.
 */
export const previewTypeface = html`<link
  rel="preload"
  href="/node_modules/@fontsource-variable/hanken-grotesk/files/hanken-grotesk-latin-wght-normal.woff2"
  as="font"
  type="font/woff2"
  crossorigin
/>`;
