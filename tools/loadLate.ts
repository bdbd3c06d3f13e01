/**
 * Runs in the browser, in the head of every built page: loads the page's modules once the words have been shown, and holds until then
 * what the modules would have heard. Buttons pressed, and the way on from a section, are pressed anew for them, and fields filled in
 * meanwhile tell of it again. What needs no script (a link, a pop-up) is left alone; where the modules do not come, a press goes its
 * own way. `data-modules` of the script holds their addresses, with spaces between.
 *
 * Shown is what the browser says it has painted (Paint Timing: first contentful paint): asked for before, modules would be fetched
 * and run in the way of it. One that keeps its timings to itself (Firefox against fingerprinting) gets them after two seconds.
 *
 * Its source, on one line, is what pages hold: it may use nothing from outside itself, and hold no comment that ends with its line.
 */
export function loadLate(): void {
  const modules = document.currentScript!.dataset['modules']!.split(' ');
  const fieldEvents = ['input', 'change'];
  const pressed: HTMLElement[] = [];
  const filledIn = new Map<EventTarget, Set<string>>();

  const onPress = (event: MouseEvent): void => {
    if (event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    const control = (event.target as Element).closest<HTMLElement>('button:not([popovertarget]), a[data-onward]');
    if (!control) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    pressed.push(control);
  };
  const onField = ({ type, target }: Event): void => {
    filledIn.set(target!, (filledIn.get(target!) ?? new Set()).add(type));
  };

  let hasBegun = false;
  const begin = async (): Promise<void> => {
    if (hasBegun) return;
    hasBegun = true;
    await Promise.allSettled(modules.map((address) => import(address)));
    removeEventListener('click', onPress, true);
    for (const type of fieldEvents) removeEventListener(type, onField, true);
    for (const [field, types] of filledIn) {
      for (const type of types) field.dispatchEvent(new Event(type, { bubbles: true }));
    }
    for (const control of pressed) control.click();
  };

  addEventListener('click', onPress, true);
  for (const type of fieldEvents) addEventListener(type, onField, true);
  addEventListener('DOMContentLoaded', () => {
    const observer = new PerformanceObserver((painted) => {
      if (painted.getEntriesByName('first-contentful-paint').length > 0) void begin();
    });
    observer.observe({ type: 'paint', buffered: true });
    requestAnimationFrame(() => setTimeout(() => void begin(), 2000));
  });
}
