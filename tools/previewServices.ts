import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { getRequestListener } from '@hono/node-server';
import type { AstroIntegration } from 'astro';
import { config as organisation } from '../oppihetki.config.ts';
import type { CourseArtefact } from '../src/course/artefact.ts';
import { courseArtefact } from '../src/course/buildArtefact.ts';
import { checkContent } from '../src/course/checkContent.ts';
import { reviewDays } from '../src/course/checks/reviewChecks.ts';
import { preferredLanguage } from '../src/i18n/preferredLanguage.ts';
import { readConfig } from '../src/server/config.ts';
import { createApp, isApplicationPath } from '../src/server/http/app.ts';
import { localsFor } from '../src/server/http/locals.ts';
import { hintCookie, sessionCookie } from '../src/server/http/sessionCookie.ts';
import { createLogger } from '../src/server/logger.ts';
import { type OpenedServices, openServices } from '../src/server/openServices.ts';
import type { Services } from '../src/server/services.ts';
import { translationCounts } from './authorBar/translationCounts.ts';

/** Where Astro's development server looks for the locals of a request. */
const localsKey = Symbol.for('astro.locals');

/**
 * Under `astro dev`: the real services behind the preview, on a data folder of their own. Whoever looks is signed in as
 * the coordinator, so that questions can be answered at once; the sign-in page changes the role.
 */
export function previewServices(): AstroIntegration {
  let opened: OpenedServices | null = null;
  return {
    name: 'preview-services',
    hooks: {
      'astro:server:setup': async ({ server }) => {
        const root = fileURLToPath(new URL('.', `file://${server.config.root}/`));
        const content = await liveContent(root);
        server.watcher.on('all', (_event, path) => {
          if (isCourse(relative(root, path).split(sep).join('/'))) void content.reload();
        });
        opened = await open(root, content.current);
        const { services } = opened;
        const application = getRequestListener(createApp(services, randomUUID).fetch, { overrideGlobalObjects: false });
        server.middlewares.use((request, response, next) => {
          const path = request.url?.split('?', 1)[0] ?? '/';
          if (path === '/') return toLanguage(request, response);
          if (isApplicationPath(path)) return void application(request, response);
          void signedIn(request, response, services)
            .then(() => localsFor(request, services))
            .then((locals) => Reflect.set(request, localsKey, locals))
            .then(() => next(), next);
        });
      },
      'astro:server:done': async () => {
        await opened?.close();
        opened = null;
      },
    },
  };
}

function open(root: string, content: () => CourseArtefact): Promise<OpenedServices> {
  const read = readConfig({ DATA_DIR: join(root, 'data-dev') });
  if (!read.ok) throw new Error(read.problems.join('\n'));
  return openServices({
    config: read.config,
    content,
    clock: () => new Date(),
    log: createLogger(),
    onFatal: (error) => {
      throw error;
    },
  });
}

/**
 * The course as it stands on the disk, drafts included, with what the check tells of it. While a file is broken, the course is
 * as it last stood whole, and the check tells of the broken one.
 */
async function liveContent(root: string): Promise<{ current: () => CourseArtefact; reload: () => Promise<void> }> {
  const read = async (whenBroken?: CourseArtefact): Promise<CourseArtefact> => {
    const checked = await checkContent(root);
    const { entries, content, ledger, findings } = checked;
    return {
      ...courseOr(whenBroken, () => courseArtefact(entries, organisation.course, { drafts: true, ledger })),
      findings,
      translations: await translationCounts(root, checked),
      reviews: reviewDays(content),
    };
  };
  let artefact = await read();
  return {
    current: () => artefact,
    reload: async () => {
      artefact = await read(artefact).catch(() => artefact);
    },
  };
}

function courseOr(whenBroken: CourseArtefact | undefined, build: () => CourseArtefact): CourseArtefact {
  try {
    return build();
  } catch (error) {
    if (whenBroken === undefined) throw error;
    return whenBroken;
  }
}

function isCourse(file: string): boolean {
  return file.startsWith('src/content/') || file.startsWith('quizzes/') || file.startsWith('videos/');
}

/** Gives a page's reader without a session the coordinator's. */
async function signedIn(request: IncomingMessage, response: ServerResponse, services: Services): Promise<void> {
  if (!request.headers.accept?.includes('text/html')) return;
  const { visitor } = await localsFor(request, services);
  const coordinator = visitor ? null : await services.demoPersona('coordinator');
  if (!coordinator) return;
  const session = `${sessionCookie(false)}=${await services.sessions.start(coordinator.id)}`;
  request.headers.cookie = [request.headers.cookie, session].filter(Boolean).join('; ');
  response.setHeader('Set-Cookie', [
    `${session}; Path=/; HttpOnly; SameSite=Lax`,
    `${hintCookie}=1; Path=/; SameSite=Lax`,
  ]);
}

function toLanguage(request: IncomingMessage, response: ServerResponse): void {
  response.writeHead(302, { Location: `/${preferredLanguage(request.headers['accept-language'])}/` });
  response.end();
}
