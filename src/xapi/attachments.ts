import type { Attachment, Statement } from './types.ts';

/** The usage type of an attachment that signs its statement (xAPI 1.0.3, Data 2.6). */
export const signatureUsage = 'http://adlnet.gov/expapi/attachments/signature';

/** An attachment, and its place in its statement, such as `object.attachments[0]`. */
export interface PlacedAttachment {
  readonly attachment: Attachment;
  readonly path: string;
  /** Whether it belongs to the statement's sub-statement. */
  readonly isNested: boolean;
}

/** The attachments of a statement, then those of its sub-statement (Data 2.4.11). */
export function attachmentsOf({ attachments, object }: Pick<Statement, 'attachments' | 'object'>): PlacedAttachment[] {
  const nested = object.objectType === 'SubStatement' ? object.attachments : undefined;
  return [...placed(attachments, false), ...placed(nested, true)];
}

function placed(attachments: readonly Attachment[] = [], isNested: boolean): PlacedAttachment[] {
  const list = isNested ? 'object.attachments' : 'attachments';
  return attachments.map((attachment, index) => ({ attachment, path: `${list}[${index}]`, isNested }));
}
