/** The look of the author's bar and its messages: colours of its own, for the page around it may be another's or none. */
export const barStyle = `
.oppi-bar, .oppi-message { --oi: #1a1a1a; --og: #f7f7f2; --ol: #4d4d4d; --oa: #0000bf; --oe: #b01038; --ow: #8a5a00; color: var(--oi); background: var(--og); font: 1rem/1.5 system-ui, sans-serif; overflow-wrap: anywhere; }
@media screen and (prefers-color-scheme: dark) { .oppi-bar, .oppi-message { --oi: #f2f2f2; --og: #26262f; --ol: #b8b8c0; --oa: #a9b8ff; --oe: #ff8fa3; --ow: #ffc65c; } }
.oppi-bar { position: sticky; z-index: 5; bottom: 0; border-top: 3px solid var(--oa); }
.oppi-bar summary { padding: 0.625rem 1rem; cursor: pointer; }
.oppi-panel { box-sizing: border-box; max-height: 55vh; padding: 0 1rem 1rem; overflow-y: auto; }
.oppi-panel summary { padding: 0.5rem 0; font-weight: 700; }
.oppi-bar :focus-visible, .oppi-message :focus-visible { outline: 3px solid var(--oa); outline-offset: -3px; }
.oppi-bar h2, .oppi-message h2 { margin: 1rem 0 0.25rem; color: inherit; font: 700 1.125rem/1.4 system-ui, sans-serif; }
.oppi-bar p, .oppi-message p { margin: 0.25rem 0; max-width: 48rem; }
.oppi-bar ul, .oppi-bar ol { margin: 0.25rem 0; padding-left: 1.25rem; }
.oppi-bar dt { margin-top: 0.5rem; font-weight: 700; }
.oppi-bar dd { margin: 0 0 0 1rem; }
.oppi-bar a, .oppi-message a { color: var(--oa); text-decoration: underline; }
.oppi-bar code, .oppi-message code { background: none; color: inherit; font: 0.9375em/1.4 ui-monospace, monospace; }
.oppi-bar ul.oppi-findings, .oppi-message ul.oppi-findings { margin: 0; padding: 0; list-style: none; }
.oppi-findings li { margin: 0.75rem 0; padding-left: 0.75rem; border-left: 0.375rem solid var(--ow); }
.oppi-findings li.oppi-error { border-color: var(--oe); }
.oppi-place { color: var(--ol); }
.oppi-message { padding: 1rem; border-bottom: 3px solid var(--oe); }
.oppi-message h1 { margin: 0 0 0.25rem; color: inherit; font: 700 1.5rem/1.3 system-ui, sans-serif; }
.oppi-message pre { margin: 0.5rem 0; padding: 0.5rem; overflow-x: auto; border: 1px solid var(--ol); background: none; color: inherit; font: 0.9375rem/1.5 ui-monospace, monospace; white-space: pre; }
html { scroll-padding-bottom: 4rem; }
html:has(.oppi-bar > details[open]) { scroll-padding-bottom: calc(55vh + 4rem); }
@media (max-height: 30rem) { .oppi-bar { position: static; } .oppi-panel { max-height: none; } }
@media print { .oppi-bar, .oppi-message { display: none; } }
`;

/** Remembers whether the bar is open; its links open the editor without leaving the page. */
export const barScript = `{
  const bar = document.querySelector('.oppi-bar > details');
  const key = 'oppi-author-bar';
  try { bar.open = localStorage.getItem(key) === 'open'; } catch {}
  bar.addEventListener('toggle', () => { try { localStorage.setItem(key, bar.open ? 'open' : 'closed'); } catch {} });
  document.addEventListener('click', (event) => {
    const link = event.target.closest?.('.oppi-open');
    if (!link) return;
    event.preventDefault();
    fetch(link.href).catch(() => {});
  });
}`;
