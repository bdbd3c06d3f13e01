import type { Account } from './localProvider.ts';

/** The local provider's page: whom to sign in as, and a way to break off. */
export function personPage(accounts: ReadonlyMap<string, Account>): string {
  const buttons = [...accounts]
    .map(([subject, { label }]) => `<p><button name="account" value="${plain(subject)}">${plain(label)}</button></p>`)
    .join('\n');
  return `<!doctype html>
<html lang="fi">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<title>Kirjautumispalvelu (kokeilu)</title>
<style>h1 { font-size: 1.5rem; overflow-wrap: anywhere } body { max-width: 30rem; margin: 3rem auto; padding: 0 1rem; font: 1.125rem/1.5 system-ui } button { font: inherit; padding: 0.75rem 1.25rem }</style>
<main>
<h1>Kirjautumispalvelu</h1>
<p>Tämä on kokeilua varten tällä koneella. Kenenä kirjaudut?</p>
<form method="post">
${buttons}
<p><button name="account" value="">Peruuta</button></p>
</form>
</main>
</html>`;
}

function plain(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}
