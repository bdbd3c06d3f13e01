import { attachmentsOf, type PlacedAttachment } from '../xapi/attachments.ts';
import type { AttachmentContent } from './attachmentPorts.ts';
import { LrsError } from './errors.ts';
import { type IdentifiedStatement, placeIn, placeOf } from './incomingStatements.ts';
import { hasSha2, isSha2 } from './sha2.ts';

/** A part of a multipart/mixed request after the one with the statements. Names of headers are in lower case. */
export interface AttachmentPart {
  readonly headers: ReadonlyMap<string, string>;
  readonly body: Uint8Array;
}

/** A part as it is matched with attachments. */
interface ReceivedPart extends AttachmentContent {
  readonly contentType: string | undefined;
}

/** An attachment that a request's statements name. */
export interface SentAttachment extends PlacedAttachment {
  readonly statement: IdentifiedStatement;
}

/** All attachments of a request's statements, with their places in its body, which is a list of statements or one. */
export function sentAttachments(statements: readonly IdentifiedStatement[], isList: boolean): SentAttachment[] {
  return statements.flatMap((statement, index) =>
    attachmentsOf(statement).map((placed) => ({
      ...placed,
      statement,
      path: placeIn(placeOf(index, isList), placed.path),
    })),
  );
}

/**
 * Matches attachments with the parts that came with their statements, by hash and in no other way (xAPI 1.0.3,
 * Communication 1.5.2). An attachment without a part needs `fileUrl`; a part that no attachment names is refused, too.
 *
 * @returns the octets to keep, each once
 * @throws LrsError `invalid_multipart`, `invalid_attachment`
 */
export function matchAttachments(
  attachments: readonly SentAttachment[],
  parts: readonly AttachmentPart[],
): readonly AttachmentContent[] {
  const received = new Map(parts.map(readPart).map((part) => [part.sha2, part]));
  const named = new Set(attachments.map(({ attachment }) => attachment.sha2.toLowerCase()));
  for (const sent of attachments) refuseMismatch(sent, received.get(sent.attachment.sha2.toLowerCase()));
  const spare = [...received.keys()].find((sha2) => !named.has(sha2));
  if (spare !== undefined) throw invalid(`No attachment of the statements has the hash of this part: ${spare}.`);
  return [...received.values()];
}

function readPart({ headers, body }: AttachmentPart): ReceivedPart {
  const sha2 = headers.get('x-experience-api-hash')?.toLowerCase() ?? '';
  if (!isSha2(sha2)) throw malformed('needs the header X-Experience-API-Hash with a SHA-2 hash in hexadecimal');
  if (headers.get('content-transfer-encoding')?.toLowerCase() !== 'binary') {
    throw malformed('needs the header Content-Transfer-Encoding with the value binary');
  }
  const length = headers.get('content-length');
  if (length !== undefined && length !== String(body.length)) {
    throw malformed('has a Content-Length that is not its length');
  }
  if (!hasSha2(body, sha2)) throw invalid(`The octets of a part do not have the hash it names: ${sha2}.`);
  return { sha2, bytes: body, contentType: headers.get('content-type') };
}

/**
 * A part and its attachment have to agree on the media type (Communication 1.5.2, Requirements for Attachment Batches).
 * The length that the attachment states is the sender's word: the hash alone says which octets they are.
 */
function refuseMismatch({ attachment, path }: SentAttachment, part: ReceivedPart | undefined): void {
  if (part === undefined) {
    if (attachment.fileUrl !== undefined) return;
    throw invalid('An attachment needs "fileUrl", or a part of a multipart/mixed request with its hash.', path);
  }
  if (part.contentType !== undefined && essence(part.contentType) !== essence(attachment.contentType)) {
    throw invalid('The contentType of the attachment is not the Content-Type of its part.', `${path}.contentType`);
  }
}

/** A media type without its parameters: the standard's own example has them on one side only. */
function essence(mediaType: string): string {
  return mediaType.split(';', 1)[0]!.trim().toLowerCase();
}

function malformed(reason: string): LrsError {
  return new LrsError('invalid_multipart', `Every part after the first ${reason}.`);
}

function invalid(message: string, path?: string): LrsError {
  return new LrsError('invalid_attachment', message, path);
}
