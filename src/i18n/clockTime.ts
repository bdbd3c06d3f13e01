/** A length or a moment of a video as minutes and seconds: `2:05`. @param seconds fractions are dropped */
export function clockTime(seconds: number): string {
  const whole = Math.floor(seconds);
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
}
