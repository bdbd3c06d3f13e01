import mdx from '@astrojs/mdx';
import node from '@astrojs/node';
import { defineConfig } from 'astro/config';
import { authorErrors } from './tools/authorErrors.ts';
import { authorGuide } from './tools/authorGuide.ts';
import { contentEditor } from './tools/editor.ts';
import { previewServices } from './tools/previewServices.ts';

/** The scripts of what stands on every page, and what those of most pages share with them. */
const siteScripts = /\/src\/(?:components\/(?:siteHeader|offline|sections)\.client|i18n\/(?:fill|minutes))\.ts/;
/** The scripts of what stands on a section's page. What they alone need goes with them. */
const sectionScripts = /\/src\/components\/(?:closingQuiz|pager|question|reflection|stepper|video)\.client\.ts/;

export default defineConfig({
  adapter: node({ mode: 'middleware', bodySizeLimit: 1_000_000 }),
  integrations: [
    mdx({ syntaxHighlight: false, smartypants: false }),
    authorGuide(),
    contentEditor(),
    authorErrors(),
    previewServices(),
  ],
  cacheDir: './.astro',
  build: { inlineStylesheets: 'never' },
  devToolbar: { enabled: false },
  // Astro's own check lets cross-site JSON through and refuses xAPI calls: src/server does it instead.
  security: { checkOrigin: false },
  vite: {
    build: { assetsInlineLimit: 0, modulePreload: false },
    // Few files: over HTTP/1.1 each small one more costs a learner's phone a round trip.
    environments: {
      client: {
        build: {
          rolldownOptions: {
            output: {
              codeSplitting: {
                groups: [
                  { name: 'site', test: siteScripts, priority: 2 },
                  { name: 'section', test: sectionScripts, priority: 1 },
                ],
              },
            },
          },
        },
      },
    },
  },
});
