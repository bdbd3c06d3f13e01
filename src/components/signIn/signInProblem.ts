/** What the sign-in page can tell of a sign-in that came to nothing, and the status it tells it with. */
const statuses = { cancelled: 401, expired: 400, failed: 401, unavailable: 503 } as const;

export interface ShownProblem {
  readonly kind: keyof typeof statuses;
  readonly status: (typeof statuses)[keyof typeof statuses];
  /** Names the request in the log; null where the address holds none. */
  readonly requestId: string | null;
}

/** The problem that the address of the sign-in page names; null for none, and for one that nobody here would name. */
export function readSignInProblem(query: URLSearchParams): ShownProblem | null {
  const kind = query.get('problem') ?? '';
  const id = query.get('requestId') ?? '';
  if (!isKind(kind)) return null;
  return { kind, status: statuses[kind], requestId: /^[\da-f-]{36}$/.test(id) ? id : null };
}

function isKind(kind: string): kind is keyof typeof statuses {
  return Object.hasOwn(statuses, kind);
}
