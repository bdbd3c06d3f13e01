import type { ErrorCode } from '../../i18n/errors.ts';

/**
 * A request that cannot be served, told by a stable code. The one exit (`errorResponses.ts`) turns it into a status and words.
 * `fields` fill the placeholders of the message.
 */
export class Problem extends Error {
  override readonly name = 'Problem';
  readonly code: ErrorCode;
  readonly fields: Readonly<Record<string, string | number>>;

  constructor(code: ErrorCode, fields: Readonly<Record<string, string | number>> = {}) {
    super(code);
    this.code = code;
    this.fields = fields;
  }
}
