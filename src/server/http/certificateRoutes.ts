import { Hono } from 'hono';
import { isLanguage, type Language } from '../../i18n/languages.ts';
import { translator } from '../../i18n/translate.ts';
import type { Wanted } from '../../reports/certificates/certificates.ts';
import type { Services } from '../services.ts';
import { type HttpContext, type HttpEnv, visitorOf } from './context.ts';
import { Problem } from './problem.ts';

/** `/certificates`: a learner's own certificates, by the session cookie. */
export function certificateRoutes(services: Services): Hono<HttpEnv> {
  const routes = new Hono<HttpEnv>();

  routes.get('/:lang/modules/:file', (context) => {
    const module = nameOf(context.req.param('file'));
    return answer(context, context.req.param('lang'), { kind: 'module', module }, module);
  });
  routes.get('/:lang/courses/:file', (context) => {
    const course = nameOf(context.req.param('file'));
    return answer(context, context.req.param('lang'), { kind: 'course', course }, course);
  });

  async function answer(context: HttpContext, lang: string, wanted: Wanted, id: string): Promise<Response> {
    if (!isLanguage(lang)) throw new Problem('not_found');
    context.set('lang', lang);
    const visitor = await visitorOf(context, services);
    if (!visitor) return askToSignIn(context, lang);
    const issued = await services.certificates.issue(visitor.person, wanted, lang);
    if (issued.kind === 'not-earned') throw new Problem('no_certificate');
    if (issued.kind === 'nameless') throw new Problem('name_unknown');
    const fileName = translator(lang)('certificate.file', { id });
    return context.body(new Uint8Array(issued.pdf), 200, {
      'Content-Type': 'application/pdf',
      'Content-Disposition': `attachment; filename="${fileName}"`,
      'Content-Language': lang,
    });
  }

  return routes;
}

/** A browser that follows the link after its session has ended signs in and finds the link again; others are told so. */
function askToSignIn(context: HttpContext, lang: Language): Response {
  if (!context.req.header('accept')?.includes('text/html')) throw new Problem('not_signed_in');
  return context.redirect(`/${lang}/sign-in/?returnTo=${encodeURIComponent(`/${lang}/my/`)}`, 303);
}

/** @throws Problem `not_found` where the address is not that of a file we could give */
function nameOf(file: string): string {
  const [, name] = /^([a-z0-9-]{1,60})\.pdf$/.exec(file) ?? [];
  if (name === undefined) throw new Problem('not_found');
  return name;
}
