/** Bytes of a stream, taken in order; holds no more than the chunk that has come and what is asked for. */
export class ByteReader {
  /** Bytes taken so far. */
  offset = 0;
  #chunk: Uint8Array = new Uint8Array();
  #at = 0;
  readonly #chunks: AsyncIterator<Uint8Array>;

  constructor(stream: AsyncIterable<Uint8Array>) {
    this.#chunks = stream[Symbol.asyncIterator]();
  }

  /** The next line without its end, as Latin-1; null at the end of the stream, or where the line is longer than `most`. */
  async line(most: number): Promise<string | null> {
    const parts: Uint8Array[] = [];
    let size = 0;
    while (await this.#fill()) {
      const end = this.#chunk.indexOf(0x0a, this.#at);
      const part = this.#chunk.subarray(this.#at, end === -1 ? this.#chunk.length : end + 1);
      this.#take(part.length);
      size += part.length;
      if (size > most) return null;
      parts.push(part);
      if (end !== -1) break;
    }
    return size === 0
      ? null
      : Buffer.concat(parts, size)
          .toString("latin1")
          .replace(/\r?\n$/, "");
  }

  /** The next `count` bytes, or fewer where the stream ends before. */
  async bytes(count: number): Promise<Uint8Array> {
    const parts: Uint8Array[] = [];
    let size = 0;
    while (size < count && (await this.#fill())) {
      const part = this.#chunk.slice(this.#at, this.#at + count - size);
      this.#take(part.length);
      size += part.length;
      parts.push(part);
    }
    return Buffer.concat(parts, size);
  }

  /** Passes over bytes; how many there were. */
  async skip(count: number): Promise<number> {
    let size = 0;
    while (size < count && (await this.#fill())) {
      const part = Math.min(this.#chunk.length - this.#at, count - size);
      this.#take(part);
      size += part;
    }
    return size;
  }

  /** Lets the stream go. */
  async close(): Promise<void> {
    await this.#chunks.return?.();
  }

  #take(count: number): void {
    this.#at += count;
    this.offset += count;
  }

  async #fill(): Promise<boolean> {
    while (this.#at >= this.#chunk.length) {
      const next = await this.#chunks.next();
      if (next.done === true) return false;
      this.#chunk = next.value;
      this.#at = 0;
    }
    return true;
  }
}
