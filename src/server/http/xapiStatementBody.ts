import type { AttachmentPart } from '../../lrs/attachmentParts.ts';
import { LrsError } from '../../lrs/errors.ts';
import { parseJson } from '../../lrs/parseJson.ts';
import { boundaryOf, readParts } from './multipart.ts';
import { Problem } from './problem.ts';
import { readBytes } from './readBody.ts';

/** What a request with statements holds. */
export interface StatementBody {
  /** What its JSON, or that of its first part, parsed to. */
  readonly value: unknown;
  /** The parts after the first, where it is multipart/mixed. */
  readonly parts: readonly AttachmentPart[];
}

/**
 * Reads the body of a POST or PUT to statements: application/json, or multipart/mixed with the JSON as its first part
 * (xAPI 1.0.3, Communication 1.5). Any other type is a bad request, since the standard knows no other status for it.
 *
 * @param limit how many bytes it may hold, attachments included
 * @throws LrsError `unsupported_content`, `invalid_multipart`, `invalid_json`. @throws Problem `body_too_large`
 */
export async function readStatementBody(request: Request, limit: number): Promise<StatementBody> {
  const contentType = request.headers.get('content-type') ?? '';
  switch (essenceOf(contentType)) {
    case 'application/json':
      return { value: readJson(await readBytes(request, limit)), parts: [] };
    case 'multipart/mixed':
      return readMultipart(request, contentType, limit);
    default:
      throw new LrsError('unsupported_content', 'Send statements as application/json or multipart/mixed.');
  }
}

async function readMultipart(request: Request, contentType: string, limit: number): Promise<StatementBody> {
  const boundary = boundaryOf(contentType);
  if (boundary === null) throw new LrsError('invalid_multipart', 'The Content-Type multipart/mixed needs a boundary.');
  const chunks = limitedChunks(request, limit);
  let value: unknown;
  const parts: AttachmentPart[] = [];
  let isFirst = true;
  for await (const part of readParts(chunks, boundary)) {
    if (isFirst) value = readFirst(part);
    else parts.push(part);
    isFirst = false;
  }
  if (isFirst) throw new LrsError('invalid_multipart', 'The multipart body has no part with the statements.');
  return { value, parts };
}

function readFirst({ headers, body }: AttachmentPart): unknown {
  if (essenceOf(headers.get('content-type') ?? '') !== 'application/json') {
    throw new LrsError('invalid_multipart', 'The first part must have the Content-Type application/json.');
  }
  return readJson(body);
}

function readJson(bytes: Uint8Array): unknown {
  const value = parseJson(bytes);
  if (value === undefined) {
    throw new LrsError('invalid_json', 'The statements must be JSON in UTF-8, with each name in an object only once.');
  }
  return value;
}

async function* limitedChunks({ headers, body }: Request, limit: number): AsyncGenerator<Uint8Array> {
  let size = 0;
  if (Number(headers.get('content-length')) > limit) throw new Problem('body_too_large', { limit });
  for await (const chunk of body ?? []) {
    size += chunk.byteLength;
    if (size > limit) throw new Problem('body_too_large', { limit });
    yield chunk;
  }
}

function essenceOf(contentType: string): string {
  return contentType.split(';', 1)[0]!.trim().toLowerCase();
}
