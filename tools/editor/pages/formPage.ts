import { html } from 'hono/html';
import { authorComponents } from '../../../src/course/authorComponents.ts';
import { formPath } from '../addresses.ts';
import type { FieldFinding } from '../fieldFindings.ts';
import { kindNames, placeName } from '../fields/labels.ts';
import { inputId } from '../fields/posted.ts';
import type { FormContent } from '../text/withForm.ts';
import type { Target } from '../targets.ts';
import type { FormView } from './field.ts';
import { frame } from './frame.ts';
import type { Markup } from './frame.ts';
import { groupFields } from './group.ts';

/** Where a thing can be seen. */
export interface PageLink {
  readonly label: string;
  readonly path: string;
}

export interface FormPage {
  readonly target: Target;
  readonly view: FormView;
  readonly body: FormContent['body'];
  readonly token: string;
  /** Names the content of the file that the form was made from. */
  readonly version: string;
  readonly pages: readonly PageLink[];
  readonly notice: Notice | null;
}

export interface Notice {
  readonly tone: 'good' | 'bad';
  readonly title: string;
  readonly text: string;
  /** True: a button offers to write the form over what is on the disk. */
  readonly overwrite?: boolean;
}

/** The page of one form. */
export function formPage({ target, view, body, token, version, pages, notice }: FormPage): Markup {
  const [kindName] = kindNames[target.kind];
  return frame(
    `${notice ? `${notice.title} – ` : ''}${target.title}`,
    html`<div class="page-head">
        <p class="kicker">${kindName}</p>
        <h1>${target.title}</h1>
        <p class="quiet">Tiedosto <code>${target.file}</code></p>
        ${pages.length > 0 && html`<p class="row">${pages.map(({ label, path }) => html`<a href="${path}">${label}</a>`)}</p>`}
      </div>
      ${notice && noticeBox(notice)} ${findingsBox(target, view.findings)}
      <form
        class="editor-form"
        id="${inputId([])}"
        method="post"
        action="${formPath(target.kind, target.id)}"
        novalidate
      >
        <button class="visually-hidden" name="do" value="save" tabindex="-1" aria-hidden="true">Tallenna</button>
        <input type="hidden" name="token" value="${token}" />
        <input type="hidden" name="version" value="${version}" />
        ${
          notice?.overwrite
            ? html`<p>
                <button class="hds-button hds-button--secondary" name="do" value="overwrite">
                  Kirjoita lomakkeen tiedot päälle
                </button>
              </p>`
            : ''
        }
        <div class="fields">${groupFields(view, target.schema, [], view.form)}</div>
        ${body === null ? '' : bodyField(body, view.findings)}
        <div class="save-bar">
          <button class="hds-button hds-button--primary" name="do" value="save">Tallenna</button>
          <span class="quiet">Tallennus muuttaa tiedostosta vain sen, mitä muutit.</span>
        </div>
      </form>`,
  );
}

function noticeBox({ tone, title, text }: Notice): Markup {
  return html`<div class="notice ${tone}" role="${tone === 'good' ? 'status' : 'alert'}" tabindex="-1" autofocus>
    <p><strong>${title}</strong></p>
    <p>${text}</p>
  </div>`;
}

/** All that is to be mended, with links to the fields. */
function findingsBox({ kind }: Target, findings: readonly FieldFinding[]): Markup | string {
  if (findings.length === 0) return '';
  const count = findings.length === 1 ? 'Yksi kohta' : `${findings.length} kohtaa`;
  return html`<section class="notice bad" aria-labelledby="korjattavaa">
    <h2 id="korjattavaa">${count} vaatii korjausta</h2>
    <ul>
      ${findings.map(({ path, message }) => {
        const place = path === null ? '' : placeName(kind, path);
        const said = place === '' ? message : `${place}: ${message}`;
        return html`<li><a href="#${path === null ? 'k-body' : inputId(path)}">${said}</a></li>`;
      })}
    </ul>
  </section>`;
}

function bodyField(body: string, findings: readonly FieldFinding[]): Markup {
  const found = findings.filter(({ path }) => path === null);
  const rows = Math.min(40, Math.max(12, body.split('\n').length + Math.ceil(body.length / 90)));
  return html`<div class="field body-field">
      <label for="k-body">Teksti</label>
      <p class="help" id="k-body-ohje">
        Tyhjä rivi aloittaa uuden kappaleen, ## väliotsikon ja - luettelon kohdan. Teksti tallentuu sellaisenaan.
      </p>
      <textarea
        class="control"
        id="k-body"
        name="body"
        lang="fi"
        spellcheck="true"
        rows="${rows}"
        aria-describedby="k-body-ohje${found.length > 0 ? ' k-body-virhe' : ''}"
        ${found.some(({ severity }) => severity === 'error') ? html`aria-invalid="true"` : ''}
      >
${body}</textarea>
      ${
        found.length === 0
          ? ''
          : html`<div class="error" id="k-body-virhe">
              ${found.map(({ message, fix }) => html`<p>${message} ${fix}</p>`)}
            </div>`
      }
    </div>
    <details class="crib">
      <summary>Mitä tekstissä voi käyttää</summary>
      <dl>
        ${crib.map(
          ([source, says]) =>
            html`<div>
              <dt><code>${source}</code></dt>
              <dd>${says}</dd>
            </div>`,
        )}
      </dl>
      <p class="quiet">Osat: ${Object.keys(authorComponents).join(', ')}.</p>
    </details>`;
}

const crib: readonly (readonly [string, string])[] = [
  ['**tärkeä**', 'Lihavoitu sana.'],
  ['[linkin teksti](/fi/glossary/)', 'Linkki tämän sivuston tai toisen sivuston sivulle.'],
  ['<Term id="tyokyky">työkyvyn</Term>', 'Sanaston termi: selitys aukeaa tekstistä.'],
  ['<Source id="lähde" place="luku 3" />', 'Lähdeviite, jonka tunnus on lähdeluettelossa.'],
  ['<Question id="sarja/kysymys" />', 'Kysymys kysymyssarjasta.'],
  ['<ClosingQuiz />', 'Moduulin lopputesti.'],
  ['<Video id="video" />', 'Video.'],
  ['<Infographic id="kuva" />', 'Infografiikka.'],
  [
    '<Callout type="tip" title="Otsikko"> … </Callout>',
    'Nosto: tip, note tai example. Tyhjä rivi sisällön ylä- ja alapuolelle.',
  ],
  ['<Reflection id="tunnus" prompt="Kysymys" />', 'Pohdinta: vastaus jää oppijan omaan selaimeen.'],
];
