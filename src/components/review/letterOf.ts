/** What a reviewer calls a choice: `a` for the first. @param index from 0, below 26 */
export function letterOf(index: number): string {
  return String.fromCharCode('a'.charCodeAt(0) + index);
}
