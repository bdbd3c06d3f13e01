import { stripVTControlCharacters } from 'node:util';

/** What a program failed with as Astro writes it: an error, and below it the places of the program's own code. */
const failure = /\[ERROR\][^]*\n\s+at |\[ERROR\] \[glob-loader\] Failed to reload/;

/**
 * Keeps from the terminal what Astro says in a programmer's words of a failure that the author is told of in plain ones.
 * @param isTold whether the content's check knows what is wrong; asked once the text of a failure has come
 * @returns gives the stream back as it was
 */
export function quietErrors(stream: NodeJS.WriteStream, isTold: () => Promise<boolean>): () => void {
  const write = stream.write.bind(stream) as (...args: unknown[]) => boolean;
  stream.write = (...args: unknown[]) => {
    if (typeof args[0] !== 'string' || !failure.test(stripVTControlCharacters(args[0]))) return write(...args);
    void isTold().then(
      (told) => told || write(...args),
      () => write(...args),
    );
    return true;
  };
  return () => {
    stream.write = write;
  };
}
