import { fill } from '../i18n/fill.ts';
import type { Params } from '../i18n/fill.ts';
import { findPlaces } from '../search/findPlaces.ts';
import type { FoundPage } from '../search/findPlaces.ts';
import type { SearchIndex } from '../search/indexedPage.ts';
import { loadIndex } from './pagefind.client.ts';
import { pageItem } from './searchResults.client.ts';

/**
 * Searches the course as the page's address asks (`?q=`), so that a search can be linked to and gone back to. The index
 * loads with the first search.
 */
class SearchElement extends HTMLElement {
  #index: Promise<SearchIndex> | null = null;
  readonly #title = document.title;
  /** Counts searches: what an earlier one finds late is not shown. */
  #latest = 0;

  connectedCallback(): void {
    const typed = this.#input.value;
    this.#form.addEventListener('submit', this.#onSubmit);
    this.#part('retry').addEventListener('click', this.#onAddress);
    window.addEventListener('popstate', this.#onAddress);
    this.#onAddress();
    // What was typed before this code had come stays, where the address asks for nothing.
    if (this.#asked === '') this.#input.value = typed;
  }

  disconnectedCallback(): void {
    this.#form.removeEventListener('submit', this.#onSubmit);
    this.#part('retry').removeEventListener('click', this.#onAddress);
    window.removeEventListener('popstate', this.#onAddress);
  }

  readonly #onSubmit = (event: Event): void => {
    event.preventDefault();
    const query = this.#input.value.trim();
    const address = query === '' ? location.pathname : `?${new URLSearchParams({ q: query })}`;
    if (query !== this.#asked) history.pushState(null, '', address);
    this.#onAddress();
  };

  readonly #onAddress = (): void => {
    const query = this.#asked;
    this.#input.value = query;
    this.#carryOver();
    void this.#search(query);
  };

  async #search(query: string): Promise<void> {
    const number = (this.#latest += 1);
    document.title = query === '' ? this.#title : this.#title.replace(/^.*(?= · )/, this.#words('titleOf', { query }));
    if (query === '') return this.#show('idle', '');
    this.#show('searching', this.#words('searching'));
    const found = await this.#find(query);
    if (number !== this.#latest) return;
    if (found === null) return this.#show('failed', this.#words('failed'));
    if (found.length === 0) return this.#show('none', this.#words('none', { query }));
    const count = found.reduce((sum, { places }) => sum + places.length, 0);
    this.#part('results').replaceChildren(...found.map((page) => pageItem(page, this.dataset)));
    this.#show('found', this.#words(count === 1 ? 'foundOne' : 'found', { count }));
  }

  /** What the query finds; null when the index cannot be loaded, which is then tried anew next time. */
  async #find(query: string): Promise<FoundPage[] | null> {
    try {
      const found = await findPlaces(query, await (this.#index ??= loadIndex()));
      // Pagefind passes over a part of its index that does not load.
      if (found.length > 0 || navigator.onLine) return found;
    } catch (error) {
      reportError(error);
    }
    this.#index = null;
    return null;
  }

  #show(state: 'idle' | 'searching' | 'found' | 'none' | 'failed', status: string): void {
    this.#part('status').textContent = status;
    this.#part('results').hidden = state !== 'found';
    this.#part('none').hidden = state !== 'none';
    this.#part('failed').hidden = state !== 'failed';
    this.#part('browse').hidden = state === 'searching' || state === 'found';
  }

  /** Lets the query go along when the page's language is changed. */
  #carryOver(): void {
    for (const link of document.querySelectorAll<HTMLAnchorElement>('.site-header a[hreflang]')) {
      link.search = location.search;
    }
  }

  #words(name: string, params: Params = {}): string {
    return fill(this.dataset[name] ?? '', params);
  }

  get #asked(): string {
    return new URLSearchParams(location.search).get('q')?.trim() ?? '';
  }

  get #form(): HTMLFormElement {
    return this.querySelector('form')!;
  }

  get #input(): HTMLInputElement {
    return this.querySelector('input')!;
  }

  #part(name: string): HTMLElement {
    return this.querySelector<HTMLElement>(`[data-part="${name}"]`)!;
  }
}

customElements.define('oppi-search', SearchElement);
