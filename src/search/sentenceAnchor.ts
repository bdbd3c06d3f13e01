/** The element id of a sentence of a video: it tells the video and the second. */
export function sentenceAnchor(video: string, seconds: number): string {
  return `${video}-t${seconds}`;
}

/** The second that a sentence's element id tells; null for any other id. */
export function secondsOfAnchor(id: string): number | null {
  const seconds = /-t(\d+(?:\.\d+)?)$/.exec(id)?.[1];
  return seconds === undefined ? null : Number(seconds);
}
