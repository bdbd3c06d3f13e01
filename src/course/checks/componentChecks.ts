import { authorComponent, authorComponents } from '../authorComponents.ts';
import type { AuthorComponent, Reference } from '../authorComponents.ts';
import { placeInBody } from '../authoredContent.ts';
import type { Authored, AuthoredContent } from '../authoredContent.ts';
import { error } from '../finding.ts';
import type { Finding, Place } from '../finding.ts';
import { placedComponents } from '../mdxBody.ts';
import type { PlacedComponent } from '../mdxBody.ts';
import { suggest } from '../nearest.ts';
import type { Names } from './names.ts';
import { unknownInfographic, unknownQuestion, unknownSource, unknownTerm, unknownVideo } from './referenceFindings.ts';

/** HTML that may stand in MDX. Anything else in small letters is most likely a mistyped component. */
const htmlTags = new Set(
  (
    'a abbr b blockquote br caption cite code dd del details dfn div dl dt em figcaption figure h2 h3 h4 hr i img ins kbd li ' +
    'mark ol p pre q s small span strong sub summary sup table tbody td tfoot th thead time tr u ul'
  ).split(' '),
);

/** Components that are not known, and ids in them that name nothing. */
export function componentFindings(content: AuthoredContent, names: Names): Finding[] {
  return [...content.modules, ...content.sections].flatMap((authored) => findingsIn(authored, names));
}

const unknown = {
  infographic: unknownInfographic,
  question: unknownQuestion,
  source: unknownSource,
  term: unknownTerm,
  video: unknownVideo,
} satisfies Record<Reference, (id: string, place: Place, names: Names) => Finding[]>;

function findingsIn(authored: Authored<unknown>, names: Names): Finding[] {
  if (!authored.mdx) return [];
  return placedComponents(authored.mdx).flatMap((placed) => {
    const place = placeInBody(authored, placed.line);
    const component = authorComponent(placed.name);
    if (component) {
      const references = component.refersTo ? referenceFindings(placed, component.refersTo, place, names) : [];
      return [
        ...references,
        ...missingFindings(placed, component, place),
        ...attributeFindings(placed, component, place),
      ];
    }
    return htmlTags.has(placed.name) ? [] : [unknownComponent(placed, place)];
  });
}

function unknownComponent({ name }: PlacedComponent, place: Place): Finding {
  const known = Object.keys(authorComponents);
  const fix = suggest(name, known, `Käytä jotakin näistä: ${known.join(', ')}.`);
  return error(place, 'component-unknown', `Komponenttia <${name}> ei ole.`, fix);
}

function referenceFindings(
  { name, text }: PlacedComponent,
  refersTo: Reference,
  place: Place,
  names: Names,
): Finding[] {
  const id = text['id'];
  if (id === undefined || id === '') {
    const message = `Komponentilta <${name}> puuttuu tunnus id.`;
    const example = refersTo === 'question' ? 'kysymyssarja/kysymys' : 'tunnus';
    return [error(place, 'component-id', message, `Kirjoita tunnus lainausmerkkeihin: id="${example}".`)];
  }
  return unknown[refersTo](id, place, names);
}

function missingFindings({ name, text }: PlacedComponent, { needs = [] }: AuthorComponent, place: Place): Finding[] {
  return needs
    .filter((attribute) => !text[attribute])
    .map((attribute) => {
      const message = `Komponentilta <${name}> puuttuu tieto ${attribute}.`;
      return error(place, 'attribute-missing', message, `Lisää se lainausmerkeissä: ${attribute}="…".`);
    });
}

function attributeFindings(
  { name, text, attributes }: PlacedComponent,
  component: AuthorComponent,
  place: Place,
): Finding[] {
  const allowed: AuthorComponent['attributes'] = component.refersTo
    ? { id: 'text', ...component.attributes }
    : component.attributes;
  return attributes.flatMap((attribute) => {
    const values = Object.hasOwn(allowed, attribute) ? allowed[attribute] : undefined;
    if (values === undefined) {
      const known = Object.keys(allowed);
      const otherwise = known.length === 0 ? 'Poista se.' : `Poista se tai valitse jokin näistä: ${known.join(', ')}.`;
      const message = `Komponentilla <${name}> ei ole määrettä ”${attribute}”.`;
      return [error(place, 'attribute-unknown', message, suggest(attribute, known, otherwise))];
    }
    const value = text[attribute];
    if (values === 'text' || value === undefined || values.includes(value)) return [];
    const message = `Komponentin <${name}> määre ${attribute} ei voi olla ”${value}”.`;
    return [
      error(place, 'attribute-value', message, suggest(value, values, `Valitse jokin näistä: ${values.join(', ')}.`)),
    ];
  });
}
