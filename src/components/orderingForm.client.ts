import { fill } from '../i18n/fill.ts';
import type { AnswerForm } from './answerForms.client.ts';
import { clearRows, showRows } from './questionResult.client.ts';

/** Items moved up and down by their buttons. The focus stays on the item's button, and its new place is told. */
export function orderingForm(host: HTMLElement): AnswerForm {
  const list = host.querySelector<HTMLElement>('[data-part="items"]')!;
  const first = itemsOf(list);
  list.addEventListener('click', (event) => {
    const button = event.target instanceof Element ? event.target.closest<HTMLButtonElement>('[data-move]') : null;
    if (button) move(host, list, button);
  });
  markEnds(list);
  return {
    read: () => ({ response: itemsOf(list).map(idOf), problem: null }),
    write: (response) => {
      const wanted =
        response.length === 0 ? first : response.flatMap((id) => first.filter((item) => idOf(item) === id));
      list.append(...wanted);
      markEnds(list);
    },
    focusFirst: () => list.querySelector<HTMLElement>('[data-move]:not([aria-disabled="true"])')?.focus(),
    showResult: (answer, earlier) => {
      return showRows(host, answer, earlier, (_, correct) => {
        return correct ? { verdict: 'placeRight', look: 'right' } : { verdict: 'placeWrong', look: 'wrong' };
      });
    },
    clearResult: () => clearRows(host),
    afterResult: () => null,
  };
}

function move(host: HTMLElement, list: HTMLElement, button: HTMLButtonElement): void {
  const item = button.closest('li')!;
  const neighbour = button.dataset['move'] === 'up' ? item.previousElementSibling : item.nextElementSibling;
  if (!neighbour) return;
  if (button.dataset['move'] === 'up') neighbour.before(item);
  else neighbour.after(item);
  markEnds(list);
  button.focus();
  button.dispatchEvent(new Event('change', { bubbles: true }));
  const items = itemsOf(list);
  const words = fill(host.dataset['moved'] ?? '', { place: items.indexOf(item) + 1, total: items.length });
  for (const live of host.querySelectorAll<HTMLElement>('[data-part="live"]')) live.textContent = words;
}

/** The first cannot go up nor the last down; their buttons stay reachable and say so. */
function markEnds(list: HTMLElement): void {
  const items = itemsOf(list);
  for (const item of items) {
    const isEnd = { up: item === items[0], down: item === items.at(-1) };
    for (const button of item.querySelectorAll<HTMLElement>('[data-move]')) {
      button.setAttribute('aria-disabled', String(isEnd[button.dataset['move'] as 'up' | 'down']));
    }
  }
}

function itemsOf(list: HTMLElement): HTMLElement[] {
  return [...list.querySelectorAll<HTMLElement>('li')];
}

function idOf(item: HTMLElement): string {
  return item.dataset['choice'] ?? '';
}
