/** What one frame shows: a scene, how far it has come in over the one before, and how far its items have appeared. */
export interface FrameState {
  readonly scene: number;
  /** From 0 to 1; below 1 the scene before still shows through. */
  readonly entering: number;
  /** Of the items that have begun to appear: how much of each is there, and how much it is the one spoken of; 0 to 1. */
  readonly items: Readonly<Record<string, { readonly p: number; readonly now: number }>>;
}

/** Something that does not fit where it should. */
export interface Overflow {
  readonly scene: number;
  readonly text: string;
}

/** Runs in the page: makes it show a frame. The scene before stays as its last frame left it. */
export function paint({ scene, entering, items }: FrameState): void {
  for (const [index, section] of document.querySelectorAll('section').entries()) {
    const isBelow = index === scene - 1 && entering < 1;
    section.style.visibility = index === scene || isBelow ? 'visible' : 'hidden';
    section.style.opacity = index === scene ? String(entering) : '1';
    if (index !== scene) continue;
    for (const element of section.querySelectorAll<HTMLElement>('[data-item]')) {
      const { p, now } = items[element.dataset['item']!] ?? { p: 0, now: 0 };
      element.style.setProperty('--p', String(p));
      element.style.setProperty('--now', String(now));
    }
  }
}

/** Runs in the page: texts that are wider or higher than their place, or reach into the bottom quarter. */
export function overflows(): Overflow[] {
  return [...document.querySelectorAll('section')].flatMap((section, scene) =>
    [...section.querySelectorAll<HTMLElement>('[data-fits]')]
      .filter((element) => {
        const place = (element.matches('h1, h2') ? element : element.parentElement!).getBoundingClientRect();
        const words = document.createRange();
        words.selectNodeContents(element);
        const { left, right } = words.getBoundingClientRect();
        const isHeading = element.matches('section > h1');
        const lowest = isHeading ? 150 : 544;
        // By the lines' own height: the letters' boxes of large type reach over their lines.
        const box = element.getBoundingClientRect();
        const tooHigh = !element.matches('h1, h2') && box.height > place.height + 2;
        return left < place.left - 1 || right > place.right + 1 || tooHigh || box.bottom > lowest;
      })
      .map((element) => ({ scene, text: element.textContent.trim() })),
  );
}
