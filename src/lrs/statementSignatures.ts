import { signatureUsage } from '../xapi/attachments.ts';
import { sameStatement } from '../xapi/equality.ts';
import { withinLimits } from '../xapi/limits.ts';
import type { Statement, XapiVersion } from '../xapi/types.ts';
import { validateStatement } from '../xapi/validation/statement.ts';
import type { SentAttachment } from './attachmentParts.ts';
import type { AttachmentContent } from './attachmentPorts.ts';
import { LrsError } from './errors.ts';
import type { IdentifiedStatement } from './incomingStatements.ts';
import { readJws } from './jws.ts';
import { parseJson } from './parseJson.ts';

/**
 * Checks the signatures of statements (xAPI 1.0.3, Data 2.6; 2.0.0, 4.2.6): each is a JWS over the statement as it was
 * before the signature was attached. It catches mistakes; that a statement was accepted proves nothing of who signed it.
 *
 * @param contents the octets that came with the statements
 * @throws LrsError `invalid_signature`
 */
export function checkSignatures(
  attachments: readonly SentAttachment[],
  contents: readonly AttachmentContent[],
  version: XapiVersion,
): void {
  for (const sent of attachments) {
    if (sent.attachment.usageType !== signatureUsage || sent.isNested) continue;
    const reason = refusal(sent, contents, version);
    if (reason !== null) throw new LrsError('invalid_signature', `The signature ${reason}.`, sent.path);
  }
}

/** Why a signature is not one of the statement, or null. */
function refusal(
  { statement, attachment }: SentAttachment,
  contents: readonly AttachmentContent[],
  version: XapiVersion,
): string | null {
  const { contentType, sha2 } = attachment;
  if (contentType !== 'application/octet-stream') return 'must have the contentType application/octet-stream';
  const content = contents.find((one) => one.sha2 === sha2.toLowerCase());
  if (content === undefined) return 'must be sent with the statement, as a part of a multipart/mixed request';
  const jws = readJws(content.bytes);
  if (!jws.ok) return jws.reason;
  const signed = signedStatement(jws.payload, version);
  if (signed === null) return 'has a payload that is no valid statement';
  return isSigned(statement, signed) ? null : 'is over another statement';
}

function signedStatement(payload: Uint8Array, version: XapiVersion): Statement | null {
  const value = parseJson(payload);
  const outcome = value !== undefined && withinLimits(value) ? validateStatement(value, version) : null;
  return outcome?.ok ? outcome.statement : null;
}

/** An id that the statement got only after it was signed does not count (Data 2.3.1, exceptions to immutability). */
function isSigned({ id, ...statement }: IdentifiedStatement, signed: Statement): boolean {
  const before = signed.id === undefined ? statement : { ...statement, id };
  return sameStatement(unsigned(before), unsigned(signed));
}

function unsigned({ attachments = [], ...statement }: Statement): Statement {
  const others = attachments.filter(({ usageType }) => usageType !== signatureUsage);
  return others.length === 0 ? statement : { ...statement, attachments: others };
}
