import { connect, type Socket } from 'node:net';

interface Pending {
  readonly resolve: (status: number) => void;
  readonly reject: (error: Error) => void;
}

/**
 * One kept-alive HTTP/1.1 connection to a loopback port, a request at a time. It reads no more of a reply than its status
 * and where it ends: what the generator spends is taken from the server that it measures.
 */
export class LoadConnection {
  readonly #socket: Socket;
  #pending: Pending | null = null;
  #head: Buffer = Buffer.alloc(0);
  #status = 0;
  /** Bytes of the body still to come; null while the head is being read. */
  #rest: number | null = null;

  private constructor(socket: Socket) {
    this.#socket = socket;
    socket.setNoDelay(true);
    socket.on('data', (chunk) => this.#read(chunk));
    socket.on('error', (error) => this.#fail(error));
    socket.on('close', () => this.#fail(new Error('the server closed the connection')));
  }

  static open(port: number): Promise<LoadConnection> {
    return new Promise((resolve, reject) => {
      const socket = connect(port, '127.0.0.1', () => resolve(new LoadConnection(socket)));
      socket.once('error', reject);
    });
  }

  /** Sends a whole request as text; resolves with the reply's status once all of the reply is here. */
  send(request: string): Promise<number> {
    return new Promise((resolve, reject) => {
      this.#pending = { resolve, reject };
      this.#socket.write(request);
    });
  }

  close(): void {
    this.#pending = null;
    this.#socket.destroy();
  }

  #read(chunk: Buffer): void {
    if (this.#rest === null) this.#readHead(chunk);
    else this.#rest -= chunk.length;
    if (this.#rest === null || this.#rest > 0) return;
    const pending = this.#pending;
    this.#pending = null;
    this.#rest = null;
    pending?.resolve(this.#status);
  }

  #readHead(chunk: Buffer): void {
    const bytes = this.#head.length === 0 ? chunk : Buffer.concat([this.#head, chunk]);
    const end = bytes.indexOf('\r\n\r\n');
    this.#head = end === -1 ? bytes : Buffer.alloc(0);
    if (end === -1) return;
    const head = bytes.toString('latin1', 0, end);
    this.#status = Number(head.slice('HTTP/1.1 '.length, 'HTTP/1.1 200'.length));
    const length = /\r\ncontent-length: *(\d+)/i.exec(head)?.[1];
    if (length === undefined && this.#status !== 204) {
      this.#fail(new Error(`a reply ${this.#status} does not say its length`));
      return;
    }
    this.#rest = Number(length ?? 0) - (bytes.length - end - 4);
  }

  #fail(error: Error): void {
    this.#pending?.reject(error);
    this.#pending = null;
  }
}
