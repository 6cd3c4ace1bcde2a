import { CustomSource } from 'mediabunny';
import type { ByteSource } from '../../core/media/media.ts';

/**
 * Bytes of one read. On S3 a GET costs about 15 ms and a small charge however little it brings, and bytes are nearly
 * free inside a region, so a read brings a lot.
 */
export const BLOCK_BYTES = 8 * 1024 * 1024;
/** Blocks kept: the one in use and the one read ahead. */
const KEPT_BLOCKS = 2;

const blockOf = (position: number) => Math.floor(position / BLOCK_BYTES);

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
   * Bytes from `start` up to, not including, `end`: at once when they are there. They are good until the next read.
   * @throws whatever the source throws
   */
  read(start: number, end: number): Uint8Array | Promise<Uint8Array> {
    const index = blockOf(start);
    const inside = index === blockOf(end - 1);
    const bytes = index === this.#latest ? this.#blocks.get(index)?.bytes : undefined;
    if (bytes && inside) return this.#cut(bytes, index, start, end);
    return inside ? this.#piece(start, end) : this.#join(start, end);
  }

  /** The same in pieces, for ranges over several blocks, so that they need not be joined. */
  stream(start: number, end: number): ReadableStream<Uint8Array> {
    let position = start;
    const pull = async (controller: ReadableStreamDefaultController<Uint8Array>) => {
      const piece = await this.#piece(position, end);
      position += piece.byteLength;
      controller.enqueue(piece);
      if (position >= end) controller.close();
    };
    // Nothing is read before it is wanted: a piece is good only until the next one.
    return new ReadableStream({ pull }, { highWaterMark: 0 });
  }

  async #join(start: number, end: number): Promise<Uint8Array> {
    const result = new Uint8Array(end - start);
    for (let position = start; position < end; ) {
      const piece = await this.#piece(position, end);
      result.set(piece, position - start);
      position += piece.byteLength;
    }
    return result;
  }

  /** From `start` to `end` or the end of the block, whichever comes first. */
  async #piece(start: number, end: number): Promise<Uint8Array> {
    const index = blockOf(start);
    return this.#cut(await this.#load(index), index, start, end);
  }

  #cut(bytes: Uint8Array, index: number, start: number, end: number): Uint8Array {
    const offset = index * BLOCK_BYTES;
    const wanted = Math.min(end - offset, BLOCK_BYTES);
    if (bytes.byteLength < wanted) {
      throw new RangeError(`There are no bytes at ${offset + bytes.byteLength} of ${this.size}`);
    }
    return bytes.subarray(start - offset, wanted);
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
    read: (start, end) => (blockOf(start) === blockOf(end - 1) ? reader.read(start, end) : reader.stream(start, end)),
    maxCacheSize: 0,
    prefetchProfile: 'none',
  });
}
