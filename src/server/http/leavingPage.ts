import type { Context } from 'hono';
import { html } from 'hono/html';
import type { Language } from '../../i18n/languages.ts';
import { translator } from '../../i18n/translate.ts';

/**
 * A page that says the browser goes on to the identity provider, and goes on by itself at once; its link does the same
 * where it does not. A redirect would not do: browsers hold every hop of one to `form-action`, those inside the
 * organisation's own sign-in too.
 */
export function leavingPage(
  context: Context,
  what: 'sign-in' | 'sign-out',
  lang: Language,
  address: string,
): Response | Promise<Response> {
  const t = translator(lang);
  const key = what === 'sign-in' ? 'leaving.signIn' : 'leaving.signOut';
  context.header('Refresh', `0; url=${address}`);
  context.header('Content-Language', lang);
  return context.html(
    html`<!doctype html>
      <html lang="${lang}">
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width" />
          <meta name="color-scheme" content="light dark" />
          <title>${t(`${key}.title`)} – ${t('site.name')}</title>
          <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
          <link rel="stylesheet" href="/leaving.css" />
        </head>
        <body>
          <main>
            <h1>${t(`${key}.title`)}</h1>
            <p>${t(`${key}.text`)}</p>
            <p><a href="${address}">${t(`${key}.link`)}</a></p>
          </main>
        </body>
      </html>`,
  );
}
