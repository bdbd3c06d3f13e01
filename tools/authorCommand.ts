/** What an author asked for cannot be done: the message says in Finnish why and what to do. Nothing was written. */
export class AuthorCommandError extends Error {
  override readonly name = 'AuthorCommandError';
}

/**
 * Does what an author asked for at the command line.
 * @returns the exit code: 0 when it is done, 1 when it cannot be; then the reason was said
 * @throws whatever is not for the author to mend
 */
export async function authorCommand(say: (text: string) => void, work: () => Promise<void>): Promise<0 | 1> {
  try {
    await work();
    return 0;
  } catch (error) {
    if (!(error instanceof AuthorCommandError)) throw error;
    say(error.message);
    return 1;
  }
}
