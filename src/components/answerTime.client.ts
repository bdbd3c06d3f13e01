/** Tells how long an element has been before the learner, and begins anew; nothing while it has not been in sight. */
export type AnswerTime = () => string | undefined;

/**
 * Measures the time to answer a question: from when it first comes into the middle half of the window, which works for
 * questions taller than a phone as well, and for a further try from the answer before.
 * Out: an ISO 8601 duration in hundredths of a second (xAPI 1.0.3 Data 4.6).
 */
export function timeFromSight(element: Element): AnswerTime {
  let since: number | null = null;
  const observer = new IntersectionObserver(
    (entries) => {
      if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
      since = performance.now();
      observer.disconnect();
    },
    { rootMargin: '-25% 0px' },
  );
  observer.observe(element);
  return () => {
    const now = performance.now();
    const seconds = since === null ? undefined : (now - since) / 1000;
    since = now;
    return seconds === undefined ? undefined : `PT${Math.round(seconds * 100) / 100}S`;
  };
}
