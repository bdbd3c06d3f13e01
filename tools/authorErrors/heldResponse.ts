import type { ServerResponse } from 'node:http';

/** What another wrote as its answer, before anything of it was sent. */
export interface HeldAnswer {
  readonly status: number;
  readonly type: string;
  readonly body: string;
}

/**
 * Holds back what is written to a response, and sends in its place what `change` makes of it. Headers that were set stay.
 * @param change null: what was written is sent as it is
 */
export function holdResponse(
  response: ServerResponse,
  change: (answer: HeldAnswer) => Promise<{ readonly status: number; readonly body: string } | null>,
): void {
  const before = {
    writeHead: response.writeHead.bind(response),
    flushHeaders: response.flushHeaders.bind(response),
    write: response.write.bind(response),
    end: response.end.bind(response),
    destroy: response.destroy.bind(response),
  };
  const release = (body: Buffer | string) => {
    Object.assign(response, before);
    response.end(body);
  };
  const chunks: Buffer[] = [];
  const keep = (chunk: unknown, encoding?: unknown) => {
    if (typeof chunk === 'string') {
      chunks.push(Buffer.from(chunk, typeof encoding === 'string' ? (encoding as BufferEncoding) : 'utf8'));
    } else if (chunk instanceof Uint8Array) chunks.push(Buffer.from(chunk));
  };
  const called = (...args: unknown[]) => {
    const callback = args.find((arg) => typeof arg === 'function') as (() => void) | undefined;
    if (callback) process.nextTick(callback);
  };
  let isFinished = false;
  const finish = () => {
    if (isFinished) return;
    isFinished = true;
    const whole = Buffer.concat(chunks);
    const type = String(response.getHeader('content-type') ?? '');
    const asItIs = () => release(whole);
    void change({ status: response.statusCode, type, body: whole.toString('utf8') }).then((changed) => {
      if (changed === null) return asItIs();
      response.statusCode = changed.status;
      response.removeHeader('content-length');
      response.removeHeader('etag');
      response.setHeader('content-type', 'text/html; charset=utf-8');
      response.setHeader('cache-control', 'no-store');
      return release(changed.body);
    }, asItIs);
  };
  response.writeHead = (status: number, ...rest: unknown[]) => {
    response.statusCode = status;
    const headers = rest.find((part) => typeof part === 'object' && part !== null) ?? {};
    for (const [name, value] of Array.isArray(headers) ? pairs(headers) : Object.entries(headers)) {
      if (value !== undefined) response.setHeader(name, value as string | string[]);
    }
    return response;
  };
  response.flushHeaders = () => undefined;
  response.write = ((chunk: unknown, ...rest: unknown[]) => {
    keep(chunk, rest[0]);
    called(...rest);
    return true;
  }) as typeof response.write;
  // A page that fails while it is being written is broken off: nothing of it was sent yet, so it can still be told.
  response.destroy = (failure?: Error) => {
    if (!response.socket || response.socket.destroyed) return before.destroy(failure);
    response.statusCode = 500;
    finish();
    return response;
  };
  response.end = ((...args: unknown[]) => {
    keep(args[0], args[1]);
    called(...args);
    finish();
    return response;
  }) as typeof response.end;
}

function pairs(flat: readonly unknown[]): [string, unknown][] {
  return flat.flatMap((name, index) => (index % 2 === 0 ? [[String(name), flat[index + 1]]] : []));
}
