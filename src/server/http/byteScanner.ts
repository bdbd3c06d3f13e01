/** Reads bytes as they arrive, up to delimiters. Each byte is looked at once, however the chunks are cut. */
export class ByteScanner {
  readonly #chunks: AsyncIterator<Uint8Array>;
  #rest: Buffer = Buffer.alloc(0);

  constructor(chunks: AsyncIterable<Uint8Array>) {
    this.#chunks = chunks[Symbol.asyncIterator]();
  }

  /** The bytes before the next delimiter, which is taken too; null where it does not come within `most` bytes. */
  async readUntil(delimiter: string, most: number): Promise<Buffer | null> {
    const pieces: Buffer[] = [];
    for (let size = 0; ;) {
      const at = this.#rest.indexOf(delimiter, 0, 'latin1');
      const sure = at === -1 ? Math.max(0, this.#rest.length - delimiter.length + 1) : at;
      pieces.push(this.#rest.subarray(0, sure));
      size += sure;
      if (size > most) return null;
      this.#rest = this.#rest.subarray(at === -1 ? sure : at + delimiter.length);
      if (at !== -1) return Buffer.concat(pieces);
      if (!(await this.#readOn())) return null;
    }
  }

  /** Whether these are the next bytes; they stay. */
  async startsWith(text: string): Promise<boolean> {
    while (this.#rest.length < text.length && (await this.#readOn()));
    return this.#rest.subarray(0, text.length).toString('latin1') === text;
  }

  async #readOn(): Promise<boolean> {
    const next = await this.#chunks.next();
    if (next.done === true) return false;
    this.#rest = Buffer.concat([this.#rest, next.value]);
    return true;
  }
}
