import { html } from 'hono/html';
import { buttonValue } from '../fields/actions.ts';
import type { Action } from '../fields/actions.ts';
import { exchangeable, groupSchema, isRequired, shapeOf, tagOf, variantsOf } from '../fields/fieldSchema.ts';
import type { FieldSchema } from '../fields/fieldSchema.ts';
import { fieldOf, isGroup, isList, textOf, untouched } from '../fields/formValue.ts';
import type { FormItem, FormValue } from '../fields/formValue.ts';
import { helpOf, limitsOf } from '../fields/help.ts';
import { addingLabel, choiceLabel, itemLabel, labelIn } from '../fields/labels.ts';
import { inputId, inputName, nameOf } from '../fields/posted.ts';
import type { Path } from '../fields/posted.ts';
import { errors, field, findingsAt, focusHere, isOpen } from './field.ts';
import type { FormView } from './field.ts';
import type { Markup } from './frame.ts';

/** The fields of a group. */
export function groupFields(view: FormView, schema: FieldSchema, path: Path, value: FormValue): Markup {
  const tag = tagOf(schema);
  const variant = tag === null ? undefined : textOf(value, tag);
  const group = groupSchema(schema, variant);
  if (!group || !isGroup(value)) return leftAlone(path);
  const names = Object.keys(group.properties ?? {});
  return html`${path.length > 0 ? html`<input type="hidden" name="${inputName.group(path)}" value="1" />` : ''}
  ${errors(view, path)}
  ${names.map((name) => {
    const at = [...path, name];
    const held = fieldOf(value, name);
    const shown = group.properties![name]!;
    if (name === tag) return variantField(view, schema, at, name, variant!);
    if (held === untouched)
      return html`<p class="label">${labelIn(view.kind, name)}</p>
        ${leftAlone(at)}`;
    if (shapeOf(shown) === 'list') return listField(view, shown, group, at, held);
    if (shapeOf(shown) === 'group') return subgroup(view, shown, group, at, held);
    return field(view, shown, group, at, held);
  })}`;
}

/** What a form cannot show stays as it is. */
function leftAlone(path: Path): Markup {
  return html`<input type="hidden" name="${inputName.untouched(path)}" value="1" />
    <p class="quiet">Tätä kohtaa voi muokata vain tiedostossa. Tallennus ei muuta sitä.</p>`;
}

/** Which variant a group is: another can be chosen where no field is lost by it. */
function variantField(view: FormView, schema: FieldSchema, path: Path, name: string, variant: string): Markup {
  const others = exchangeable(schema, variant);
  const id = inputId(path);
  const label = labelIn(view.kind, name);
  if (others.length < 2) {
    return html`<p class="locked">
      <span class="label">${label}:</span> ${choiceLabel(name, variant)}
      <input type="hidden" name="${inputName.field(path)}" value="${variant}" />
    </p>`;
  }
  return html`<div class="field">
    <label for="${id}">${label}</label>
    <select class="control" id="${id}" name="${inputName.field(path)}" ${focusHere(view, path)}>
      ${others.map((one) => {
        return html`<option value="${one}" ${one === variant ? html`selected` : ''}>${choiceLabel(name, one)}</option>`;
      })}
    </select>
    ${errors(view, path)}
  </div>`;
}

function subgroup(view: FormView, schema: FieldSchema, parent: FieldSchema, path: Path, value: FormValue): Markup {
  const name = String(path.at(-1));
  const label = labelIn(view.kind, name);
  const required = isRequired(parent, name);
  const help = helpOf(schema, name, label, false);
  if (value === undefined) {
    return html`<div class="part" id="${inputId(path)}" tabindex="-1">
      <p><strong>${label}</strong> <span class="optional">(ei pakollinen)</span></p>
      ${help && html`<p class="help">${help}</p>`} ${errors(view, path)}
      ${button('put', path, 'secondary', html`Lisää<span class="visually-hidden">: ${label}</span>`, focusHere(view, path))}
    </div>`;
  }
  return html`<fieldset class="part" id="${inputId(path)}" tabindex="-1" ${focusHere(view, path)}>
    <legend>${label}</legend>
    ${help && html`<p class="help">${help}</p>`}
    <div class="fields">${groupFields(view, schema, path, value)}</div>
    ${required ? '' : button('drop', path, 'plain', html`Poista<span class="visually-hidden">: ${label}</span>`)}
  </fieldset>`;
}

function listField(view: FormView, schema: FieldSchema, parent: FieldSchema, path: Path, value: FormValue): Markup {
  const name = String(path.at(-1));
  const items = isList(value) ? value.items : [];
  const label = labelIn(view.kind, name);
  const help = [helpOf(schema, name, label, false), limitsOf(schema)].filter(Boolean).join(' ');
  const isFull = schema.maxItems !== undefined && items.length >= schema.maxItems;
  return html`<fieldset
    class="part"
    id="${inputId(path)}"
    tabindex="-1"
    ${focusHere(view, path)}
    ${findingsAt(view, path).length > 0 ? html`aria-describedby="${inputId(path)}-virhe"` : ''}
  >
    <legend>${label}${isRequired(parent, name) ? '' : html` <span class="optional">(ei pakollinen)</span>`}</legend>
    ${help && html`<p class="help">${help}</p>`} ${errors(view, path)}
    <input type="hidden" name="${inputName.count(path)}" value="${items.length}" />
    ${
      items.length > 0 &&
      html`<ol class="items">
        ${items.map((item, index) => html`<li>${listItem(view, schema.items!, [...path, index], item, items.length)}</li>`)}
      </ol>`
    }
    ${isFull ? html`<p class="quiet">Luettelo on täynnä.</p>` : adding(schema.items!, path, name)}
  </fieldset>`;
}

function adding(schema: FieldSchema, path: Path, name: string): Markup {
  const variants = variantsOf(schema);
  const tag = tagOf(schema);
  if (tag === null) return button('add', path, 'secondary', html`${addingLabel(name)}`);
  const id = `${inputId(path)}-uusi`;
  return html`<div class="adding">
    <div class="field">
      <label for="${id}">Uuden kohdan laji</label>
      <select class="control" id="${id}" name="v:${path.join('.')}">
        ${variants.map((variant) => html`<option value="${variant}">${choiceLabel(tag, variant)}</option>`)}
      </select>
    </div>
    ${button('add', path, 'secondary', html`${addingLabel(name)}`)}
  </div>`;
}

function listItem(view: FormView, schema: FieldSchema, path: Path, item: FormItem, count: number): Markup {
  const list = String(path.findLast((step) => typeof step === 'string'));
  const number = Number(path.at(-1)) + 1;
  const title = `${itemLabel(list)} ${number}`;
  const from = html`<input type="hidden" name="${inputName.from(path)}" value="${item.from ?? ''}" />`;
  const tools = html`<div class="item-tools">
    ${number > 1 ? button('up', path, 'plain', html`Siirrä ylös<span class="visually-hidden">: ${title}</span>`) : ''}
    ${number < count ? button('down', path, 'plain', html`Siirrä alas<span class="visually-hidden">: ${title}</span>`) : ''}
    ${
      holdsLocked(view, path, item.value)
        ? html`<span class="quiet">Julkaistu: ei poisteta lomakkeella.</span>`
        : button('remove', path, 'plain', html`Poista<span class="visually-hidden">: ${title}</span>`)
    }
  </div>`;
  if (item.value === untouched)
    return html`${from}
      <p class="label">${title}</p>
      ${leftAlone(path)}`;
  if (shapeOf(schema) !== 'group') {
    return html`${from}
      <div class="item one">${field(view, schema, null, path, item.value)}${tools}</div>`;
  }
  const named = nameOf(item.value);
  const heading = html`${title}${named ? html`<span class="item-name">${named}</span>` : ''}`;
  const content = html`<div class="fields">${groupFields(view, schema, path, item.value)}</div>
    ${tools}`;
  if (path.length > 2 || !holdsList(schema)) {
    return html`${from}
      <fieldset class="item" id="${inputId(path)}" tabindex="-1" ${focusHere(view, path)}>
        <legend>${title}</legend>
        ${content}
      </fieldset>`;
  }
  return html`${from}
    <details class="item" ${isOpen(view, path) ? html`open` : ''}>
      <summary id="${inputId(path)}" ${focusHere(view, path)}>${heading}</summary>
      ${content}
    </details>`;
}

/** True for an item that is long enough to be folded. */
function holdsList(schema: FieldSchema): boolean {
  const groups = schema.oneOf ?? [schema];
  return groups.some(({ properties = {} }) => {
    return Object.values(properties).some((one) => shapeOf(one) === 'list' && shapeOf(one.items!) === 'group');
  });
}

function holdsLocked(view: FormView, path: Path, value: FormValue): boolean {
  if (view.isLocked(path)) return true;
  if (isList(value)) return value.items.some((item, index) => holdsLocked(view, [...path, index], item.value));
  if (isGroup(value)) return [...value.fields].some(([name, held]) => holdsLocked(view, [...path, name], held));
  return false;
}

function button(
  action: Action,
  path: Path,
  look: 'secondary' | 'plain',
  label: Markup,
  focus: Markup | string = '',
): Markup {
  const classes = look === 'plain' ? 'link-button' : 'hds-button hds-button--secondary';
  return html`<button class="${classes}" name="do" value="${buttonValue(action, path)}" ${focus}>${label}</button>`;
}
