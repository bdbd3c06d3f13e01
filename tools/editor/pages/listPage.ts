import { html } from 'hono/html';
import type { AuthoredContent } from '../../../src/course/authoredContent.ts';
import type { Finding } from '../../../src/course/finding.ts';
import { editorPath, formPath } from '../addresses.ts';
import type { EditedKind } from '../addresses.ts';
import { kindNames } from '../fields/labels.ts';
import { usesOf } from '../uses.ts';
import type { Target } from '../targets.ts';
import { frame } from './frame.ts';
import type { Markup } from './frame.ts';

/** The page that lists all that can be edited: the modules with their parts, then what they share. */
export function listPage(targets: readonly Target[], content: AuthoredContent, findings: readonly Finding[]): Markup {
  const ofKind = (kind: EditedKind) => targets.filter((target) => target.kind === kind);
  const found = (target: Target) =>
    findings.filter(({ file }) => target.path.length === 0 && file === target.file).length;
  const uses = usesOf(content);
  const modules = inCourseOrder(ofKind('module'), content);
  const used = new Set(uses.map(({ kind, id }) => `${kind} ${id}`));
  const unused = (['quiz', 'infographic', 'video'] as const)
    .flatMap(ofKind)
    .filter((target) => !used.has(`${target.kind} ${usedId(target)}`));
  return frame(
    'Kaikki muokattavat',
    html`<div class="page-head">
        <h1>Muokkaa sisältöä</h1>
        <p class="lead">
          Valitse, mitä muokkaat. Tallennus muuttaa tiedostoja tässä tietokoneessa, ja esikatselu päivittyy heti.
        </p>
      </div>
      <div class="stack">
        ${list('Kurssi', 'course', ofKind('course'), found)}
        ${modules.map((module) => {
          const sections = inOrder(module, ofKind('section'), content);
          return html`<section aria-labelledby="module-${module.id}">
            <h2 id="module-${module.id}">${module.title}</h2>
            <ul class="targets">
              ${item(module, found(module), 'Moduulin tiedot ja esittely')}
              ${sections.map((section) => {
                const parts = uses.filter((use) => use.section === section.id);
                const targetsOfSection = (['quiz', 'video', 'infographic'] as const)
                  .flatMap(ofKind)
                  .filter((target) => parts.some(({ kind, id }) => kind === target.kind && id === usedId(target)));
                return html`<li>
                  ${link(section, found(section))}
                  ${
                    targetsOfSection.length > 0 &&
                    html`<ul>
                      ${targetsOfSection.map((target) => item(target, found(target), `${kindNames[target.kind][0]}: ${target.title}`))}
                    </ul>`
                  }
                </li>`;
              })}
            </ul>
          </section>`;
        })}
        ${unused.length > 0 && list('Ei vielä missään osiossa', 'unused', unused, found)}
        ${shared('term', ofKind('term'))} ${shared('source', ofKind('source'))}
        ${list(kindNames.accessibility[1], 'accessibility', ofKind('accessibility'), found)}
      </div>`,
  );
}

/** The id by which a section's text names a thing. */
function usedId(target: Target): string {
  return target.kind === 'video' ? target.id.split('/')[0]! : target.id;
}

/** As learners see them; what no course lists comes last. */
function inCourseOrder(modules: readonly Target[], { courses }: AuthoredContent): readonly Target[] {
  const order = courses.flatMap(({ data }) => data?.modules ?? []);
  const place = ({ id }: Target) => (order.includes(id) ? order.indexOf(id) : order.length);
  return modules.toSorted((a, b) => place(a) - place(b));
}

function inOrder(module: Target, sections: readonly Target[], content: AuthoredContent): readonly Target[] {
  const raw = content.modules.find(({ id }) => id === module.id)?.raw as { sections?: unknown } | undefined;
  const order = Array.isArray(raw?.sections) ? raw.sections.map((id) => `${module.id}/${String(id)}`) : [];
  const place = ({ id }: Target) => (order.includes(id) ? order.indexOf(id) : order.length);
  return sections.filter(({ id }) => id.startsWith(`${module.id}/`)).toSorted((a, b) => place(a) - place(b));
}

function list(title: string, id: string, targets: readonly Target[], found: (target: Target) => number): Markup {
  return html`<section aria-labelledby="${id}">
    <h2 id="${id}">${title}</h2>
    <ul class="targets">
      ${targets.map((target) => item(target, found(target)))}
    </ul>
  </section>`;
}

/** The entries of a file that holds many, folded, and a way to add one. */
function shared(kind: 'term' | 'source', targets: readonly Target[]): Markup {
  const [one, many] = kindNames[kind];
  return html`<section aria-labelledby="${kind}">
    <h2 id="${kind}">${many}</h2>
    <details class="crib">
      <summary>Näytä kaikki ${targets.length}</summary>
      <ul class="targets columns">
        ${targets.map((target) => item(target, 0))}
      </ul>
    </details>
    <form class="adding" action="${editorPath}" method="get">
      <div class="field">
        <label for="new-${kind}">${kind === 'term' ? 'Uuden termin tunnus' : 'Uuden lähteen tunnus'}</label>
        <input
          class="control"
          id="new-${kind}"
          name="${kind}"
          autocomplete="off"
          spellcheck="false"
          aria-describedby="new-${kind}-ohje"
        />
        <p class="help" id="new-${kind}-ohje">Pienet kirjaimet a–z, numerot ja yhdysmerkit.</p>
      </div>
      <button class="hds-button hds-button--secondary">Lisää ${one.toLowerCase()}</button>
    </form>
  </section>`;
}

function item(target: Target, findings: number, label = target.title): Markup {
  return html`<li>${link(target, findings, label)}</li>`;
}

function link(target: Target, findings: number, label = target.title): Markup {
  return html`<a href="${formPath(target.kind, target.id)}">${label}</a>${
      findings > 0 ? html` <span class="found">${findings} ${findings === 1 ? 'korjattava' : 'korjattavaa'}</span>` : ''
    }`;
}
