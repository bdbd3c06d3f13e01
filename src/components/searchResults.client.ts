import { clockTime } from '../i18n/clockTime.ts';
import { fill } from '../i18n/fill.ts';
import { contentLang, contentLanguage, isLanguage } from '../i18n/languages.ts';
import type { FoundPage, FoundPlace } from '../search/findPlaces.ts';
import { inLanguage } from './paths.ts';

/** Places shown at once; the rest of a page's places open on a press. */
const shownAtOnce = 3;

/**
 * A page in the list of what was found: its title, module and minutes, and its places, each a link to the place.
 * @param words the words and the language around, as `data-*` of the search element
 */
export function pageItem(page: FoundPage, words: DOMStringMap): HTMLLIElement {
  const lang = isLanguage(words['lang']) ? words['lang'] : contentLanguage;
  const path = inLanguage(page.path, lang);
  const places = page.places.map((place) => placeItem(place, path, words, contentLang(lang)));
  const more = places.slice(shownAtOnce);
  const item = element('li', { className: 'page-found' });
  const heading = element('h2', {}, element('a', { href: path }, page.title || words['glossary']!));
  if (page.title) markLanguage(heading, contentLang(lang));
  item.append(heading);
  item.append(...factsOf(page, words, contentLang(lang)));
  item.append(element('ul', {}, ...places.slice(0, shownAtOnce)));
  if (more.length > 0) {
    const label = fill(words[more.length === 1 ? 'moreOne' : 'more']!, { count: more.length });
    item.append(element('details', {}, element('summary', {}, label), element('ul', {}, ...more)));
  }
  return item;
}

/** Which module the page is in, and its reading time. */
function factsOf({ module, minutes }: FoundPage, words: DOMStringMap, lang: string | undefined): HTMLElement[] {
  if (minutes === null) return [];
  const time = fill(words['minutes']!, { minutes });
  if (module === null) return [element('p', { className: 'quiet' }, time)];
  const name = element('span', {}, module);
  markLanguage(name, lang);
  return [element('p', { className: 'quiet' }, name, ` · ${time}`)];
}

function placeItem(place: FoundPlace, path: string, words: DOMStringMap, lang: string | undefined): HTMLLIElement {
  const { kind, title, anchor, seconds } = place;
  const label =
    kind === 'start' ? words['start']! : seconds !== null ? fill(words['video']!, { time: clockTime(seconds) }) : title;
  const link = element('a', { href: anchor === null ? path : `${path}#${anchor}` }, label);
  if (kind === 'heading' || kind === 'term') markLanguage(link, lang);
  const excerpt = element(
    'p',
    {},
    ...place.excerpt.map(({ text, marked }) => (marked ? element('mark', {}, text) : text)),
  );
  markLanguage(excerpt, lang);
  return element('li', { className: 'place' }, link, excerpt);
}

function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  properties: Partial<HTMLElementTagNameMap[Name]>,
  ...children: (Node | string)[]
): HTMLElementTagNameMap[Name] {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
}

/** Says that a text is in the course's language, where the page's is another. */
function markLanguage(part: HTMLElement, lang: string | undefined): void {
  if (lang !== undefined) part.lang = lang;
}
