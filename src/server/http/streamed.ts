import { setImmediate } from 'node:timers/promises';

/**
 * What a generator makes, as a body that is made while it is sent: no more than a part is held at a time, a slow receiver is
 * waited for, and between two parts other requests have their turn.
 */
export function streamed(
  parts: Iterable<string | Uint8Array> | AsyncIterable<string | Uint8Array>,
): ReadableStream<Uint8Array> {
  const iterator = turns(parts);
  const encoder = new TextEncoder();
  return new ReadableStream(
    {
      async pull(controller) {
        const { value, done } = await iterator.next();
        if (done) controller.close();
        else controller.enqueue(typeof value === 'string' ? encoder.encode(value) : value);
      },
      async cancel() {
        await iterator.return(undefined);
      },
    },
    { highWaterMark: 0 },
  );
}

async function* turns(
  parts: Iterable<string | Uint8Array> | AsyncIterable<string | Uint8Array>,
): AsyncGenerator<string | Uint8Array, void> {
  for await (const part of parts) {
    if (part.length > 0) yield part;
    await setImmediate();
  }
}
