/** GIFT's marks that a backslash makes ordinary letters, and `\n`. Each is one private letter while a question is taken apart. */
const marks = ['\\', '~', '=', '#', '{', '}', ':'];
const firstPrivate = 0xe000;

/** Whether a text holds letters that stand for escaped marks here, which no ordinary text does. */
export function holdsPrivate(text: string): boolean {
  return /[\ue000-\ue00f]/.test(text);
}

/** The text with every escaped mark as one private letter, so that the marks left are GIFT's own. */
export function hideEscaped(text: string): string {
  return text.replace(/\\([\\~=#{}:n])/g, (_, mark: string) => {
    return String.fromCharCode(firstPrivate + (mark === 'n' ? marks.length : marks.indexOf(mark)));
  });
}

/** The marks back as the letters they are. */
export function showEscaped(text: string): string {
  return text.replace(/[\ue000-\ue00f]/g, (letter) => marks[letter.charCodeAt(0) - firstPrivate] ?? '\n');
}
