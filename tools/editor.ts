import { fileURLToPath } from 'node:url';
import { getRequestListener } from '@hono/node-server';
import type { AstroIntegration } from 'astro';
import { editorPath } from './editor/addresses.ts';
import { createEditor } from './editor/app.ts';
import { previewStyles } from './previewStyles.ts';

export { editorPathOf } from './editor/addresses.ts';

/**
 * Under `astro dev`: forms for those who would rather fill in fields than write files, at `/__muokkaus/`. Before the check of the
 * content, so that a mistake can be mended in a form too. A build has nothing of it.
 */
export function contentEditor(): AstroIntegration {
  return {
    name: 'content-editor',
    hooks: {
      'astro:server:setup': ({ server }) => {
        const root = fileURLToPath(new URL('.', `file://${server.config.root}/`));
        const answer = getRequestListener(
          createEditor(root, () => previewStyles(server, ['/tools/editor/editor.css'])).fetch,
          {
            overrideGlobalObjects: false,
          },
        );
        server.middlewares.use((request, response, next) => {
          if (request.url === editorPath.slice(0, -1)) {
            response.writeHead(302, { location: editorPath }).end();
          } else if (request.url?.startsWith(editorPath)) void answer(request, response);
          else next();
        });
      },
      'astro:server:start': ({ address, logger }) => {
        logger.info(`Muokkaus lomakkeilla: http://localhost:${address.port}${editorPath}`);
      },
    },
  };
}
