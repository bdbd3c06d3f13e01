/** The store could not write or read just now; nothing was acknowledged. Becomes 503. */
export class StoreUnavailableError extends Error {
  readonly code = 'store_unavailable';
  override readonly name = 'StoreUnavailableError';
}

/**
 * What may go wrong with a request to the record store. The code is stable; the status is what it becomes over HTTP
 * (xAPI 1.0.3, Communication 3.2):
 *
 * | code | status | when |
 * | --- | --- | --- |
 * | `invalid_json` | 400 | the body is not JSON, or is beyond what `xapi/limits.ts` allows: depth, values, size of numbers |
 * | `invalid_statement` | 400 | a statement breaks a rule of the standard, or two of a batch have the same id |
 * | `unsupported_content` | 400 | statements come as application/json or multipart/mixed, and this is neither |
 * | `invalid_multipart` | 400 | the body is not the multipart/mixed of Communication 1.5.2 |
 * | `invalid_attachment` | 400 | an attachment and the octets sent with it do not belong together |
 * | `invalid_signature` | 400 | the signature of a statement is malformed, or signs something else (Data 2.6) |
 * | `invalid_parameter` | 400 | a parameter is unknown, repeated, malformed, or does not go with another one |
 * | `missing_version` | 400 | the header X-Experience-API-Version is absent |
 * | `unsupported_version` | 400 | the header names a version other than 1.0.x and 2.0.x |
 * | `forbidden` | 403 | who asks may not do this |
 * | `invalid_document` | 400 | a document is not the JSON it says it is, or cannot be merged with the one stored |
 * | `invalid_alternate_request` | 400 | the alternate request syntax is used wrongly, or under xAPI 2.0.0, which has none |
 * | `not_found` | 404 | no such resource, statement or document, or none that may be seen |
 * | `method_not_allowed` | 405 | the resource is there, and knows no such method |
 * | `statement_conflict` | 409 | another statement is stored under this id |
 * | `document_conflict` | 409 | a document is stored, and the PUT did not say which one it replaces |
 * | `precondition_failed` | 412 | what is stored is not what If-Match or If-None-Match asked for |
 * | `document_limit` | 413 | a document is too large, merged or not, or a learner has as many as may be kept |
 * | `store_unavailable` | 503 | see StoreUnavailableError |
 */
export type LrsErrorCode =
  | 'invalid_json'
  | 'invalid_statement'
  | 'unsupported_content'
  | 'invalid_multipart'
  | 'invalid_attachment'
  | 'invalid_signature'
  | 'invalid_parameter'
  | 'missing_version'
  | 'unsupported_version'
  | 'forbidden'
  | 'not_found'
  | 'statement_conflict'
  | 'invalid_document'
  | 'invalid_alternate_request'
  | 'method_not_allowed'
  | 'document_conflict'
  | 'precondition_failed'
  | 'document_limit';

/** A request that cannot be done as it stands. The message is one English sentence that says what to put right. */
export class LrsError extends Error {
  override readonly name = 'LrsError';
  readonly code: LrsErrorCode;
  /** The place in the body or the name of the parameter, where there is one: `[2].actor.mbox`, `since`. */
  readonly path: string | undefined;

  constructor(code: LrsErrorCode, message: string, path?: string) {
    super(message);
    this.code = code;
    this.path = path;
  }
}
