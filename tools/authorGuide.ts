import type { ServerResponse } from 'node:http';
import { fileURLToPath } from 'node:url';
import type { AstroConfig, AstroIntegration } from 'astro';
import { guidePath } from './authorGuide/addresses.ts';
import { readGuide, readPicture } from './authorGuide/guideFiles.ts';
import { guidePage } from './authorGuide/guidePage.ts';
import { previewStyles } from './previewStyles.ts';

/** Nothing is run, and nothing comes from elsewhere. */
const policy =
  "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/**
 * Under `astro dev`: the authors' guide (`docs/tekijan-opas.md`) as a page at `/__opas/`, as it stands in the file at the moment, by
 * the renderer that Astro has for Markdown. A build has nothing of it.
 */
export function authorGuide(): AstroIntegration {
  let markdown: AstroConfig['markdown'];
  return {
    name: 'author-guide',
    hooks: {
      'astro:config:done': ({ config }) => {
        markdown = config.markdown;
      },
      'astro:server:setup': ({ server }) => {
        const root = fileURLToPath(new URL('.', `file://${server.config.root}/`));
        const answer = async (path: string, response: ServerResponse) => {
          if (path === '') {
            const renderer = await markdown.processor.createRenderer({ syntaxHighlight: false });
            const { code, metadata } = await renderer.render(await readGuide(root, `${guidePath}images/`));
            send(response, 200, 'text/html', String(await guidePage({ code, headings: metadata.headings })));
            return;
          }
          if (path === 'style.css') {
            const sheets = ['/tools/editor/editor.css', '/tools/authorGuide/guide.css'];
            send(response, 200, 'text/css', await previewStyles(server, sheets));
            return;
          }
          const picture = path.startsWith('images/') ? await readPicture(root, path.slice('images/'.length)) : null;
          if (picture) send(response, 200, 'image/webp', picture);
          else send(response, 404, 'text/plain', 'Oppaassa ei ole tätä sivua.');
        };
        server.middlewares.use((request, response, next) => {
          const { pathname } = new URL(request.url ?? '/', 'http://preview');
          if (pathname === guidePath.slice(0, -1)) response.writeHead(302, { location: guidePath }).end();
          else if (request.method === 'GET' && pathname.startsWith(guidePath)) {
            answer(pathname.slice(guidePath.length), response).catch(next);
          } else next();
        });
      },
      'astro:server:start': ({ address, logger }) => {
        logger.info(`Tekijän opas: http://localhost:${address.port}${guidePath}`);
      },
    },
  };
}

function send(response: ServerResponse, status: number, type: string, body: string | Buffer): void {
  const charset = type.startsWith('text/') ? '; charset=utf-8' : '';
  response.writeHead(status, {
    'content-type': type + charset,
    'content-security-policy': policy,
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-store',
  });
  response.end(body);
}
