import { html } from 'hono/html';
import type { EditedKind } from '../addresses.ts';
import type { FieldFinding } from '../fieldFindings.ts';
import { isId, isRequired, shapeOf } from '../fields/fieldSchema.ts';
import type { FieldSchema } from '../fields/fieldSchema.ts';
import type { FormValue } from '../fields/formValue.ts';
import { helpOf } from '../fields/help.ts';
import { choiceLabel, itemLabel, labelIn } from '../fields/labels.ts';
import { inputId, inputName } from '../fields/posted.ts';
import type { Path } from '../fields/posted.ts';
import type { Option, References } from '../fields/references.ts';
import type { Markup } from './frame.ts';

/** What every part of a form looks at. */
export interface FormView {
  readonly kind: EditedKind;
  readonly form: FormValue;
  readonly references: References;
  readonly findings: readonly FieldFinding[];
  /** True for a thing whose id learners' records name, by its place in the form. */
  readonly isLocked: (path: Path) => boolean;
  /** Where the author goes on after a button was pressed. */
  readonly focus: Path | null;
}

export function findingsAt(view: FormView, path: Path): readonly FieldFinding[] {
  return view.findings.filter((finding) => finding.path?.join('.') === path.join('.'));
}

/** True when something at a place or within it is to be mended, or is where the author goes on. */
export function isOpen(view: FormView, path: Path): boolean {
  const holds = (place: Path | null) => place !== null && path.every((step, index) => place[index] === step);
  return holds(view.focus) || view.findings.some((finding) => holds(finding.path));
}

export function focusHere(view: FormView, path: Path): Markup | string {
  return view.focus !== null && view.focus.join('.') === path.join('.') ? html` autofocus` : '';
}

/** What is wrong at a place, for `aria-describedby`: the place's id and `-virhe`. */
export function errors(view: FormView, path: Path): Markup | string {
  const found = findingsAt(view, path);
  if (found.length === 0) return '';
  return html`<div class="error" id="${inputId(path)}-virhe">
    ${found.map(({ severity, message, fix }) => {
      return html`<p>${severity === 'warning' ? 'Huomaa: ' : ''}${message} ${fix}</p>`;
    })}
  </div>`;
}

/** One field with its label, help, input and what is wrong with it. */
export function field(
  view: FormView,
  schema: FieldSchema,
  group: FieldSchema | null,
  path: Path,
  value: FormValue,
): Markup {
  const name = String(path.findLast((step) => typeof step === 'string'));
  const isItem = typeof path.at(-1) === 'number';
  const options = optionsOf(view, schema, path, name);
  const own = name === 'id' && options ? 'Mikä lähde' : labelIn(view.kind, name);
  const label = isItem ? `${itemLabel(name)} ${Number(path.at(-1)) + 1}` : own;
  const text = typeof value === 'string' ? value : '';
  if (name === 'id' && isId(schema) && view.isLocked(path.slice(0, -1))) return lockedId(label, path, text);
  const id = inputId(path);
  const required = isItem || (group !== null && isRequired(group, name));
  if (shapeOf(schema) === 'boolean' && schema.default !== undefined) return checkbox(view, schema, path, label, text);
  const help = isItem ? null : helpOf(schema, name, label, options !== null);
  const described = [help && `${id}-ohje`, findingsAt(view, path).length > 0 && `${id}-virhe`]
    .filter(Boolean)
    .join(' ');
  const attributes = html`id="${id}" name="${inputName.field(path)}"
  ${described && html`aria-describedby="${described}"`} ${required && html`aria-required="true"`}
  ${findingsAt(view, path).some(({ severity }) => severity === 'error') && html`aria-invalid="true"`}
  ${focusHere(view, path)}`;
  return html`<div class="field">
    <label for="${id}">${label}${required ? '' : html` <span class="optional">(ei pakollinen)</span>`}</label>
    ${help && html`<p class="help" id="${id}-ohje">${help}</p>`}
    ${input(schema, options, name, text, attributes, required)} ${errors(view, path)}
  </div>`;
}

function input(
  schema: FieldSchema,
  options: readonly Option[] | null,
  name: string,
  text: string,
  attributes: Markup | Promise<Markup>,
  required: boolean,
): Markup {
  if (options) {
    const known = text === '' || options.some(({ value }) => value === text);
    return html`<select class="control" ${attributes}>
      ${required && text !== '' ? '' : html`<option value="">${required ? 'Valitse' : 'Ei mitään'}</option>`}
      ${known ? '' : html`<option value="${text}" selected>${text} (ei löydy)</option>`}
      ${options.map(({ value, label }) => {
        const isNamed = label !== '' && schema.pattern !== undefined && label !== value;
        const said = isNamed ? `${label} (${value})` : label || value;
        return html`<option value="${value}" ${value === text ? html`selected` : ''}>${said}</option>`;
      })}
    </select>`;
  }
  if (shapeOf(schema) === 'number') {
    return html`<input class="control short" inputmode="decimal" autocomplete="off" value="${text}" ${attributes} />`;
  }
  const isDate = schema.format === 'date' && (text === '' || /^\d{4}-\d\d-\d\d$/.test(text));
  if (isDate) return html`<input class="control short" type="date" value="${text}" ${attributes} />`;
  const isShort =
    isId(schema) || schema.format !== undefined || (schema.maxLength ?? 999) <= 60 || oneLine.includes(name);
  if (isShort && !text.includes('\n')) {
    return html`<input
      class="control"
      autocomplete="off"
      spellcheck="${isId(schema) ? 'false' : 'true'}"
      value="${text}"
      ${attributes}
    />`;
  }
  const rows = Math.min(
    10,
    Math.max(schema.maxLength !== undefined && schema.maxLength <= 120 ? 1 : 2, Math.ceil(text.length / 60)),
  );
  return html`<textarea class="control" lang="fi" spellcheck="true" rows="${rows}" ${attributes}>${text}</textarea>`;
}

/** Fields of a few words, whatever room the schema gives them. */
const oneLine = ['title', 'term', 'short', 'publisher', 'place', 'criterion'];

function optionsOf(view: FormView, schema: FieldSchema, path: Path, name: string): readonly Option[] | null {
  const named = (values: readonly string[]) => values.map((value) => ({ value, label: choiceLabel(name, value) }));
  if (shapeOf(schema) === 'boolean')
    return ['true', 'false'].map((value) => ({ value, label: choiceLabel(name, value) }));
  if (schema.enum) return named(schema.enum.map(String));
  return view.references.optionsOf(path, view.form);
}

function checkbox(view: FormView, schema: FieldSchema, path: Path, label: string, text: string): Markup {
  const id = inputId(path);
  const help = helpOf(schema, String(path.at(-1)), label, false);
  const described = help ? html`aria-describedby="${id}-ohje"` : '';
  return html`<div class="field check">
    <div class="check-row">
      <input
        type="checkbox"
        id="${id}"
        name="${inputName.field(path)}"
        value="true"
        ${described}
        ${text === 'true' ? html`checked` : ''}
        ${focusHere(view, path)}
      />
      <label for="${id}">${label}</label>
    </div>
    ${help && html`<p class="help" id="${id}-ohje">${help}</p>`} ${errors(view, path)}
  </div>`;
}

function lockedId(label: string, path: Path, text: string): Markup {
  return html`<p class="locked">
    <span class="label">${label}:</span> <code>${text}</code>
    <span class="quiet">Julkaistu: oppijoiden suoritukset viittaavat tähän tunnukseen, joten sitä ei vaihdeta.</span>
    <input type="hidden" name="${inputName.field(path)}" value="${text}" />
  </p>`;
}
