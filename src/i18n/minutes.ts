/** Seconds as whole minutes, at least one: as durations are shown on every page. */
export function wholeMinutes(seconds: number): number {
  return Math.max(1, Math.round(seconds / 60));
}
