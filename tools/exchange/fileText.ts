import { AuthorCommandError } from '../authorCommand.ts';

/** The most that a file of questions or translations may hold: more is not what an author exchanges. */
export const mostBytes = 5_000_000;

/**
 * A file's text: UTF-8, with or without a byte order mark, its lines ending as `\n` whatever system wrote them.
 * @throws AuthorCommandError where it is too large, in another encoding or not text
 */
export function fileText(bytes: Uint8Array, name: string): string {
  if (bytes.byteLength > mostBytes)
    throw new AuthorCommandError(`Tiedosto ${name} on liian suuri. Suurin koko on 5 megatavua.`);
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new AuthorCommandError(
      `Tiedosto ${name} ei ole UTF-8-muodossa. Tallenna se uudelleen merkistöllä UTF-8 ja yritä sitten uudelleen.`,
    );
  }
  if (text.includes('\0')) throw new AuthorCommandError(`Tiedosto ${name} ei ole tekstiä.`);
  return text.replace(/\r\n?/g, '\n');
}
