import { randomUUID } from 'node:crypto';
import type { AttachmentStore } from '../../lrs/attachmentPorts.ts';
import { StoreUnavailableError } from '../../lrs/errors.ts';
import type { Attachment } from '../../xapi/types.ts';

/**
 * An answer as multipart/mixed: the JSON first, then the octets of each attachment (xAPI 1.0.3, Communication 1.5.2). They
 * are read one after the other as the client takes them. An attachment that came with its address alone has none.
 */
export function multipartAnswer(
  json: string,
  attachments: readonly Attachment[],
  store: AttachmentStore,
): { readonly contentType: string; readonly body: ReadableStream<Uint8Array> } {
  const boundary = randomUUID();
  const chunks = parts(json, attachments, store, boundary);
  const body = new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const next = await chunks.next();
        if (next.done === true) controller.close();
        else controller.enqueue(next.value);
      },
      cancel: async () => void (await chunks.return(undefined)),
    },
    { highWaterMark: 0 },
  );
  return { contentType: `multipart/mixed; boundary=${boundary}`, body };
}

async function* parts(
  json: string,
  attachments: readonly Attachment[],
  store: AttachmentStore,
  boundary: string,
): AsyncGenerator<Uint8Array> {
  yield Buffer.from(`--${boundary}\r\nContent-Type: application/json\r\n\r\n${json}\r\n`);
  for (const { contentType, sha2, fileUrl } of attachments) {
    const bytes = await store.read(sha2.toLowerCase());
    if (bytes === null && fileUrl === undefined) throw new StoreUnavailableError(`No octets are kept for ${sha2}`);
    if (bytes === null) continue;
    const headers = [
      `Content-Type: ${contentType}`,
      'Content-Transfer-Encoding: binary',
      `X-Experience-API-Hash: ${sha2}`,
    ];
    yield Buffer.from(`--${boundary}\r\n${headers.join('\r\n')}\r\n\r\n`);
    yield bytes;
    yield Buffer.from('\r\n');
  }
  yield Buffer.from(`--${boundary}--\r\n`);
}
