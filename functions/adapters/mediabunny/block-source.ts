import { CustomSource } from 'mediabunny';
import type { ByteSource } from '../../core/media/media.ts';

/**
 * Bytes of one read. On S3 a GET costs about 15 ms and a small charge however little it brings, and bytes are nearly
 * free inside a region, so a read brings a lot.
 */
export const BLOCK_BYTES = 8 * 1024 * 1024;
/** Blocks kept: the one in use and the one read ahead. */
const KEPT_BLOCKS = 2;

type Block = { loading: Promise<Uint8Array>; bytes: Uint8Array | undefined };

/** Reads a file in aligned blocks, keeps the last few, and fetches the next one when blocks are read in order. */
export class BlockReader {
  readonly #source: ByteSource;
  readonly #blocks = new Map<number, Block>();
  #latest = -1;
  /** Why reading failed, so that it is not mistaken for damage in the file. */
  failure: { cause: unknown } | undefined;

  constructor(source: ByteSource) {
    this.#source = source;
  }

  get size(): number {
    return this.#source.size;
  }

  /**
   * Bytes from `start` up to, not including, `end`: at once when they are there, and good until the next read.
   * @throws whatever the source throws
   */
  read(start: number, end: number): Uint8Array | Promise<Uint8Array> {
    const index = Math.floor(start / BLOCK_BYTES);
    const offset = index * BLOCK_BYTES;
    const bytes = end <= offset + BLOCK_BYTES ? this.#blocks.get(index)?.bytes : undefined;
    return bytes && index === this.#latest ? bytes.subarray(start - offset, end - offset) : this.#assemble(start, end);
  }

  async #assemble(start: number, end: number): Promise<Uint8Array> {
    const result = new Uint8Array(end - start);
    for (let position = start; position < end; ) {
      const index = Math.floor(position / BLOCK_BYTES);
      const offset = index * BLOCK_BYTES;
      const bytes = await this.#load(index);
      const piece = bytes.subarray(position - offset, Math.min(end - offset, BLOCK_BYTES));
      if (piece.byteLength === 0) throw new RangeError(`There are no bytes at ${position} of ${this.size}`);
      result.set(piece, position - start);
      position += piece.byteLength;
    }
    return result;
  }

  async #load(index: number): Promise<Uint8Array> {
    const block = this.#block(index);
    if (index === this.#latest + 1 && index > 0 && (index + 1) * BLOCK_BYTES < this.size) this.#block(index + 1);
    // The block in use is the last to go.
    this.#block(index);
    this.#latest = index;
    try {
      return await block.loading;
    } catch (cause) {
      this.failure = { cause };
      throw cause;
    }
  }

  #block(index: number): Block {
    const known = this.#blocks.get(index);
    if (known) {
      // A Map keeps the order of insertion: its first key is the one used longest ago.
      this.#blocks.delete(index);
      this.#blocks.set(index, known);
      return known;
    }
    const start = index * BLOCK_BYTES;
    const loading = this.#source.read(start, Math.min(start + BLOCK_BYTES, this.size));
    const block: Block = { loading, bytes: undefined };
    // Of a block read ahead a failure shows when it is needed; until then nobody waits for it.
    loading.then(
      (bytes) => {
        block.bytes = bytes;
      },
      () => {},
    );
    this.#blocks.set(index, block);
    this.#keep(KEPT_BLOCKS);
    return block;
  }

  /** Gives all memory back. What is still on its way is given back when it arrives. */
  close(): void {
    this.#keep(0);
  }

  #keep(count: number): void {
    for (const [oldest, block] of this.#blocks) {
      if (this.#blocks.size <= count) break;
      this.#blocks.delete(oldest);
      block.loading.then(release, () => {});
    }
  }
}

/**
 * Gives memory back at once. The garbage collector would, but it does not see memory outside its heap as urgent, and
 * blocks come faster than it works: the process would grow to several times of what it needs.
 */
function release({ buffer, byteLength }: Uint8Array): void {
  // A short file is left alone, and so is a view of something larger: its memory may be somebody else's.
  const own = byteLength === BLOCK_BYTES && buffer.byteLength === BLOCK_BYTES;
  if (own && buffer instanceof ArrayBuffer) buffer.transfer(0);
}

/** The file as the demuxer wants it. It keeps nothing itself: the blocks are its cache. */
export function demuxerSource(reader: BlockReader): CustomSource {
  return new CustomSource({
    getSize: () => reader.size,
    read: (start, end) => reader.read(start, end),
    maxCacheSize: 0,
    prefetchProfile: 'none',
  });
}
