import { Problem } from './problem.ts';

/** Bodies of `/api` and of forms, in bytes; statements have a limit of their own. */
export const smallBody = 1_000_000;

/**
 * Reads a JSON body of at most `limit` bytes, stopping as soon as it is longer.
 *
 * @throws Problem `unsupported_media_type`, `body_too_large` or `invalid_json`
 */
export async function readJson(request: Request, limit = smallBody): Promise<unknown> {
  requireType(request, 'application/json');
  return parseJson(await readBytes(request, limit));
}

/** Reads a form of at most `limit` bytes. @throws Problem `unsupported_media_type` or `body_too_large` */
export async function readForm(request: Request, limit = 10_000): Promise<URLSearchParams> {
  requireType(request, 'application/x-www-form-urlencoded');
  return new URLSearchParams(new TextDecoder().decode(await readBytes(request, limit)));
}

function requireType(request: Request, expected: string): void {
  const given = request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase();
  if (given !== expected) throw new Problem('unsupported_media_type', { expected });
}

/** Reads a body of any type, of at most `limit` bytes. @throws Problem `body_too_large` */
export async function readBytes(request: Request, limit: number): Promise<Uint8Array<ArrayBuffer>> {
  const declared = Number(request.headers.get('content-length') ?? Number.NaN);
  if (declared > limit) throw new Problem('body_too_large', { limit });
  // The server ends a body where its declared length ends: this one is short enough to be read in one piece.
  if (declared <= limit) return new Uint8Array(await request.arrayBuffer());
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body ?? []) {
    size += chunk.byteLength;
    if (size > limit) throw new Problem('body_too_large', { limit });
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) as unknown;
  } catch {
    throw new Problem('invalid_json');
  }
}
