import { readFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pathToFileURL } from 'node:url';
import sirv from 'sirv';
import { isLanguage, type Language, languages } from '../../i18n/languages.ts';
import { preferredLanguage } from '../../i18n/preferredLanguage.ts';
import type { Logger } from '../logger.ts';
import type { Services } from '../services.ts';
import type { PageSteps } from './listener.ts';
import { localsFor } from './locals.ts';
import { type InlineHashes, pageContentSecurityPolicy } from './securityHeaders.ts';

/** Astro's handler as the adapter builds it in middleware mode. */
type AstroHandler = (
  request: IncomingMessage,
  response: ServerResponse,
  next: () => void,
  locals: App.Locals,
) => Promise<void>;

/** Pages that only ever answer for another address, with that address's status. */
const errorPage = /^\/[a-z]{2}\/(?:403|404|500)(?:\/|$)/;

/** Addresses of pages end in no file name, or in one of HTML. */
const builtPage = /(?:\/[^/.]*|\.html)$/;

/** The built site as steps of a request's way: static files first, then the pages that are made on demand. */
export async function builtPages(dist: string, services: Services): Promise<PageSteps> {
  const client = join(dist, 'client');
  const files = sirv(client, { etag: true, brotli: true, gzip: true, setHeaders: setCaching });
  const astro = (await import(pathToFileURL(join(dist, 'server', 'entry.mjs')).href)) as { handler: AstroHandler };
  const errorPages = { 404: await errorPagesIn(client, '404'), 503: await errorPagesIn(client, '500') };

  const inline = JSON.parse(await readFile(join(dist, 'server', 'inline-hashes.json'), 'utf8')) as InlineHashes;

  /** Before sirv answers: its 304 too must name the policy, which replaces the one a browser keeps (RFC 9111 4.3.4). */
  const setPolicy = (path: string, response: ServerResponse) =>
    response.setHeader('Content-Security-Policy', pageContentSecurityPolicy(path, inline));
  const sendError = (status: 404 | 503, request: IncomingMessage, response: ServerResponse) => {
    const lang = languageOf(request) ?? preferredLanguage(request.headers['accept-language']);
    response.writeHead(status, { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-store' });
    response.end(request.method === 'HEAD' ? undefined : errorPages[status][lang]);
  };
  const notFound = (request: IncomingMessage, response: ServerResponse) => sendError(404, request, response);

  return {
    notFound,
    staticFiles: (request, response, next) => {
      const path = decodedPath(request);
      if (errorPage.test(path)) return notFound(request, response);
      if (builtPage.test(path)) setPolicy(path, response);
      response.once('pipe', (file: Readable) => holdFile(file, response, services.log));
      files(request, response, next);
    },
    pagesOnDemand: (request, response, next) => {
      if (languageOf(request) === null) return next();
      response.setHeader('Cache-Control', 'no-store');
      localsFor(request, services)
        .then((locals) => astro.handler(request, response, next, locals))
        .catch((error: unknown) => {
          services.log.error('a page could not be made', { error: String(error) });
          sendError(503, request, response);
        });
    },
  };
}

/**
 * Ends the reading of a file with its response: a client that leaves would keep the file open for ever, and a file that
 * a new build took away would end the process.
 */
function holdFile(file: Readable, response: ServerResponse, log: Logger): void {
  response.once('close', () => file.destroy());
  file.once('error', (error) => {
    log.error('a file of the site cannot be read; start again after a build', { error: String(error) });
    response.destroy();
  });
}

/**
 * Files with a hash of their content in their names: built assets, the search index, and a video with its captions, chapters
 * and poster.
 */
const hashedFile = /^\/_astro\/|^\/pagefind\/(?:fragment|index)\/|^\/videos\/.+\.[0-9a-f]{10}\.[a-z0-9.]+$/;

/** What carries its hash never changes; everything else is asked for again each time. */
function setCaching(response: ServerResponse, path: string): void {
  const immutable = hashedFile.test(path);
  response.setHeader(
    'Cache-Control',
    immutable ? 'public, max-age=31536000, immutable' : 'public, max-age=0, must-revalidate',
  );
}

/** The path of a request as sirv reads it. The listener has refused what cannot be decoded. */
function decodedPath(request: IncomingMessage): string {
  return decodeURIComponent(request.url?.split('?', 1)[0] ?? '');
}

/** The language that a request's path begins with, or null. */
function languageOf(request: IncomingMessage): Language | null {
  const first = request.url?.split(/[/?]/, 2)[1];
  return isLanguage(first) ? first : null;
}

async function errorPagesIn(client: string, name: string): Promise<Record<Language, Buffer>> {
  const read = async (lang: Language) => [lang, await readFile(join(client, lang, name, 'index.html'))] as const;
  return Object.fromEntries(await Promise.all(languages.map(read))) as Record<Language, Buffer>;
}
