import { AuthorizationResponseError, ClientError, ResponseBodyError } from 'openid-client';

/** Why a sign-in came to nothing, as its person is told. */
export const signInProblems = ['cancelled', 'expired', 'failed', 'unavailable'] as const;
export type SignInProblemKind = (typeof signInProblems)[number];

/** A sign-in that came to nothing. `cause` is for the log alone. */
export class SignInProblem extends Error {
  override readonly name = 'SignInProblem';
  readonly kind: SignInProblemKind;

  constructor(kind: SignInProblemKind, options?: ErrorOptions) {
    super(`the sign-in came to nothing: ${kind}`, options);
    this.kind = kind;
  }

  /** What it came of, for the log: a code of ours or of a standard, never the provider's own words. */
  get reason(): string {
    const { cause } = this;
    if (cause instanceof AuthorizationResponseError || cause instanceof ResponseBodyError) return codeIn(cause.error);
    if (cause instanceof ClientError) return cause.code ?? cause.message;
    return cause instanceof Error ? cause.message : this.kind;
  }
}

/** What openid-client throws, sorted by what its person can do about it. */
export function asProblem(error: unknown): SignInProblem {
  if (error instanceof SignInProblem) return error;
  const cause = { cause: error };
  if (error instanceof AuthorizationResponseError) {
    if (error.error === 'access_denied') return new SignInProblem('cancelled', cause);
    return new SignInProblem(isOutage(error.error) ? 'unavailable' : 'failed', cause);
  }
  return new SignInProblem(isUnreachable(error) ? 'unavailable' : 'failed', cause);
}

function isOutage(code: string): boolean {
  return code === 'temporarily_unavailable' || code === 'server_error';
}

/** No answer at all, too late, or one that says the provider itself failed. */
function isUnreachable(error: unknown): boolean {
  if (error instanceof ResponseBodyError) return error.status >= 500;
  if (!(error instanceof ClientError)) return error instanceof TypeError && error.message === 'fetch failed';
  if (error.code === 'OAUTH_TIMEOUT') return true;
  return error.cause instanceof Response && error.cause.status >= 500;
}

/** An error code in the characters that RFC 6749 allows and no more of them than codes have. */
function codeIn(code: string): string {
  return /^[\w-]{1,60}$/.test(code) ? code : 'unreadable error code';
}
