import type { Finding } from '../../src/course/finding.ts';
import { barStyle } from '../authorBar/barParts.ts';
import { findingList } from '../authorBar/findingHtml.ts';
import { leavingTakes } from './reloads.ts';

/** Where the page asks whether something has changed. */
export const statePath = '/__content-state';

const style = `
  :root { color-scheme: light dark; }
  body { display: flex; flex-direction: column; min-height: 100vh; margin: 0; }
  main { flex: 1; }
  .oppi-message > * { max-width: 48rem; margin-inline: auto; }
`;

/** Asks once a second and loads the page again when the content has changed; stays quiet while the server is away, or the page is left. */
const script = (state: string) => `
  let stays = Promise.resolve();
  addEventListener('beforeunload', () => (stays = new Promise((resolve) => setTimeout(resolve, ${leavingTakes}))));
  const ask = async () => {
    try {
      const answer = await fetch(${JSON.stringify(statePath)});
      const state = answer.headers.get('content-type') === 'text/plain' ? await answer.text() : ${JSON.stringify(state)};
      await stays;
      if (state !== ${JSON.stringify(state)}) return location.reload();
    } catch {}
    setTimeout(ask, 1000);
  };
  setTimeout(ask, 1000);
`;

const title = 'Sisällössä on korjattavaa';

/** What stands under the message: the page as it is now, as it was before the errors, or nothing. */
export type Below = 'now' | 'before' | 'none';

const below = {
  now: 'Muu sivu näkyy tämän alla.',
  before: 'Alla on sivun viimeksi toiminut versio.',
  none: '',
} as const;

/**
 * The errors of a page: where each is, the lines around it, what is wrong and what to do. Warnings stay in the bar.
 * @param texts the files' texts by path
 * @param isOwn false where the errors are in other files than the page's own
 */
export function pageMessage(
  findings: readonly Finding[],
  texts: ReadonlyMap<string, string>,
  under: Below,
  isOwn = true,
): string {
  const errors = findings.filter(({ severity }) => severity === 'error');
  const level = under === 'none' ? 'h1' : 'h2';
  const known = errors.length > 0;
  const lead = known
    ? `${isOwn ? '' : 'Tämän sivun omat tiedostot ovat kunnossa, mutta virhe muualla estää sivun näyttämisen. '}Korjaa alla kerrotut kohdat ja tallenna tiedosto: sivu päivittyy itsestään.`
    : 'Sivua ei voitu näyttää, mutta sisällön tarkistus ei löytänyt virhettä. Tallenna muuttamasi tiedosto uudelleen. Ellei se auta, sulje esikatselu ja käynnistä se uudelleen: npm run dev';
  return `<section class="oppi-message" lang="fi" aria-labelledby="oppi-message">
${under === 'none' ? '' : `<style>${barStyle}</style>`}
<${level} id="oppi-message">${title}</${level}>
<p>${[lead, below[under]].filter(Boolean).join(' ')}</p>
${known ? findingList(errors, texts) : ''}
</section>`;
}

/**
 * A page with nothing but a message, for one that cannot be shown at all.
 * @param state names the content's state; the page loads again when it changes.
 */
export function barePage(message: string, bar: string, state: string): string {
  return `<!doctype html>
<html lang="fi">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title><style>${barStyle}${style}</style></head>
<body><main>
${message}
</main>${bar}<script type="module">${script(state)}</script></body>
</html>
`;
}

/** What does not work yet, and what does. */
const beforeStart = `<div class="oppi-message"><p>Avaa tiedosto muokkaimessa ja korjaa rivi. Lomakkeet, opas ja esikatselun sivut tulevat käyttöön, kun virheet on korjattu.</p></div>`;

/** The page an author sees while the preview cannot start at all: every error of the content. */
export function errorPage(
  findings: readonly Finding[],
  state: string,
  texts: ReadonlyMap<string, string> = new Map(),
): string {
  return barePage(`${pageMessage(findings, texts, 'none')}${beforeStart}`, '', state);
}
