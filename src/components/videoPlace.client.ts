/**
 * Where the page's address names a sentence of the video: opens its words there, and puts the video at the same moment
 * without playing it.
 */
export function openAtSentence(video: HTMLVideoElement, sentences: readonly HTMLElement[]): void {
  const named = decodeURIComponent(location.hash.slice(1));
  const sentence = sentences.find(({ id }) => id === named);
  if (!sentence) return;
  const words = sentence.closest('details');
  if (words) words.open = true;
  video.currentTime = Number(sentence.dataset['seek']);
  sentence.scrollIntoView({ block: 'center' });
  sentence.focus({ preventScroll: true });
}
