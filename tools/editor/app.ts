import type { IncomingMessage } from 'node:http';
import { Hono } from 'hono';
import type { Context } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { checkContent } from '../../src/course/checkContent.ts';
import type { CheckedContent } from '../../src/course/checkContent.ts';
import { id as idSchema } from '../../src/schemas/id.ts';
import { editorPath, formPath } from './addresses.ts';
import { formAnswer } from './formAnswer.ts';
import { FormToken, isOwnCaller } from './guard.ts';
import { message } from './pages/frame.ts';
import type { Markup } from './pages/frame.ts';
import { listPage } from './pages/listPage.ts';
import { newTarget, targetsOf } from './targets.ts';
import type { Target } from './targets.ts';

/** What the server knows of the connection. */
export interface EditorBindings {
  readonly incoming: Pick<IncomingMessage, 'socket'>;
}

const mostBytes = 1_000_000;

/** Nothing is run, and nothing comes from elsewhere. */
const policy =
  "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/**
 * The editor of the content under a root: pages of forms, and their saving. For the author's own machine only.
 * @param root the project's root folder
 * @param styles gives the style sheet of the pages
 */
export function createEditor(
  root: string,
  styles: () => Promise<string> = () => Promise.resolve(''),
): Hono<{ Bindings: EditorBindings }> {
  const token = new FormToken();
  const app = new Hono<{ Bindings: EditorBindings }>().basePath(editorPath);
  app.use(async (context, next) => {
    const header = (name: string) => context.req.header(name);
    const own = isOwnCaller({
      method: context.req.method,
      host: header('host'),
      origin: header('origin'),
      fetchSite: header('sec-fetch-site'),
      address: context.env?.incoming.socket.remoteAddress,
    });
    if (!own)
      return page(
        context,
        403,
        message('Ei sallittu', 'Muokkaus toimii vain tämän tietokoneen omassa selaimessa, esikatselun osoitteessa.'),
      );
    await next();
    for (const [name, value] of Object.entries(safety)) context.res.headers.set(name, value);
    return undefined;
  });
  app.get('/', async (context) => {
    const asked = (['term', 'source'] as const).find((kind) => context.req.query(kind) !== undefined);
    if (asked) return toNew(context, asked, context.req.query(asked)!.trim());
    const { content, findings } = await checkContent(root);
    return page(context, 200, listPage(targetsOf(content), content, findings));
  });
  app.get('/style.css', async (context) => {
    return context.body(await styles(), 200, { ...safety, 'content-type': 'text/css; charset=utf-8' });
  });
  app.get('/:kind/*', async (context) => {
    const checked = await checkContent(root);
    const target = targetIn(checked, context.req.path);
    if (!target) return notFound(context);
    const saved = context.req.query('tallennettu') !== undefined;
    const answer = await formAnswer(root, token, target, checked, { posted: null, saved });
    return page(context, answer.status, answer.page);
  });
  app.post('/:kind/*', bodyLimit({ maxSize: mostBytes, onError: tooLarge }), async (context) => {
    if (!context.req.header('content-type')?.startsWith('application/x-www-form-urlencoded')) {
      return page(context, 415, message('Lomaketta ei voitu lukea', 'Lähetä tiedot tämän muokkauksen lomakkeella.'));
    }
    const posted = new URLSearchParams(await context.req.text());
    const checked = await checkContent(root);
    const target = targetIn(checked, context.req.path);
    if (!target) return notFound(context);
    const answer = await formAnswer(root, token, target, checked, { posted, saved: false });
    if (answer.savedTo !== undefined) return context.redirect(answer.savedTo, 303);
    return page(context, answer.status, answer.page);
  });
  app.notFound(notFound);
  app.onError((error, context) => {
    process.stderr.write(`Muokkaus: ${error.message}\n`);
    return page(
      context,
      500,
      message(
        'Jokin meni vikaan',
        'Mitään ei tallennettu. Palaa edelliselle sivulle, jossa tekstisi on, ja yritä uudelleen.',
      ),
    );
  });
  return app;
}

const safety = {
  'content-security-policy': policy,
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
};

/** A thing by the address of its form, which only chooses among the files that were found. */
function targetIn({ content }: CheckedContent, path: string): Target | null {
  const [kind = '', ...ids] = path.slice(editorPath.length).replace(/\/$/, '').split('/');
  const id = ids.join('/');
  const found = targetsOf(content).find((target) => target.kind === kind && target.id === id);
  if (found) return found;
  const isNew = (kind === 'term' && content.glossary !== null) || (kind === 'source' && content.sources !== null);
  return isNew && idSchema.safeParse(id).success ? newTarget(kind, id) : null;
}

function toNew(context: Context, kind: 'term' | 'source', id: string): Response | Promise<Response> {
  if (idSchema.safeParse(id).success) return context.redirect(formPath(kind, id), 303);
  const text =
    'Käytä vain pieniä kirjaimia a–z, numeroita ja yhdysmerkkiä, ei ääkkösiä eikä välilyöntejä. Palaa edelliselle sivulle ja korjaa tunnus.';
  return page(context, 400, message(`Tunnus ”${id}” ei kelpaa`, text));
}

function notFound(context: Context): Promise<Response> {
  const text = 'Tiedosto on voitu poistaa tai nimetä uudelleen. Valitse muokattava luettelosta.';
  return page(context, 404, message('Tätä ei löydy', text));
}

function tooLarge(context: Context): Promise<Response> {
  return page(
    context,
    413,
    message('Lomake on liian suuri', 'Jaa teksti useampaan osaan tai muokkaa tiedostoa tekstieditorilla.'),
  );
}

async function page(context: Context, status: number, markup: Markup): Promise<Response> {
  const headers = { ...safety, 'content-type': 'text/html; charset=utf-8' };
  return context.body(String(await markup), status as 200, headers);
}
