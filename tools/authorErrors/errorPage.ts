import type { Finding } from '../../src/course/finding.ts';

/** Where the page asks whether something has changed. */
export const statePath = '/__content-state';

const style = `
  body { margin: 0; font: 1.125rem/1.6 system-ui, sans-serif; color: #1a1a1a; background: #fff; }
  main { max-width: 48rem; margin: 0 auto; padding: 2rem 1.25rem 4rem; }
  h1 { font-size: 1.75rem; line-height: 1.25; }
  h2 { margin: 2.5rem 0 0.5rem; font-size: 1.125rem; overflow-wrap: anywhere; }
  ul { margin: 0; padding: 0; list-style: none; }
  li { margin: 0.75rem 0; padding: 0.75rem 1rem; border-left: 0.375rem solid #b01038; background: #f7f2f3; }
  p { margin: 0.25rem 0; overflow-wrap: anywhere; }
  .place { font-size: 1rem; color: #4d4d4d; }
`;

/** Asks once a second and loads the page again when the content has changed; stays quiet while the server is away. */
const script = (state: string) => `
  const ask = async () => {
    try {
      const answer = await fetch(${JSON.stringify(statePath)});
      const state = answer.headers.get('content-type') === 'text/plain' ? await answer.text() : ${JSON.stringify(state)};
      if (state !== ${JSON.stringify(state)}) return location.reload();
    } catch {}
    setTimeout(ask, 1000);
  };
  setTimeout(ask, 1000);
`;

/**
 * The page an author sees in the browser instead of a course that has errors: what is wrong, where, and what to do. Warnings stay in the terminal.
 * @param state names the content's state; the page loads again when it changes.
 */
export function errorPage(findings: readonly Finding[], state: string): string {
  const errors = findings.filter(({ severity }) => severity === 'error');
  const files = [...Map.groupBy(errors, ({ file }) => file)].map(([file, ofFile]) => {
    return `<section><h2>${escaped(file)}</h2><ul>${ofFile.map(item).join('')}</ul></section>`;
  });
  return `<!doctype html>
<html lang="fi">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Sisällössä on virhe</title><style>${style}</style></head>
<body><main>
<h1>Sisällössä on korjattavaa</h1>
<p>Korjaa alla kerrotut kohdat ja tallenna tiedosto: sivu päivittyy itsestään.</p>
${files.join('\n')}
</main><script type="module">${script(state)}</script></body>
</html>
`;
}

function item({ line, message, fix }: Finding): string {
  return `<li><p class="place">Rivi ${line}</p><p><strong>${escaped(message)}</strong></p><p>${escaped(fix)}</p></li>`;
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}
