import { CustomSource } from 'mediabunny';
import type { ByteSource } from '../../core/media/media.ts';

/**
 * Bytes of one read while a file is read on. On S3 a GET costs about 15 ms and a small charge however little it brings,
 * and bytes are nearly free inside a region, so a read brings a lot.
 */
export const BLOCK_BYTES = 8 * 1024 * 1024;
/** Bytes of the first read at a new place: mostly a header or an index, and not much of it. */
export const FIRST_BYTES = 1024 * 1024;
/** Blocks kept: the one in use, and the one read ahead. */
const KEPT_BLOCKS = 2;

type Block = { start: number; end: number; loading: Promise<Uint8Array>; bytes: Uint8Array | undefined };

/** Reads a file in large blocks, keeps the last few, and fetches the next one when half of a block is used up. */
export class BlockReader {
  readonly #source: ByteSource;
  /** The one used last is the last. */
  #blocks: Block[] = [];
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
    const block = this.#blockAt(start);
    if (end > block.end) return this.#join(start, end);
    return block.bytes ? this.#cut(block, block.bytes, start, end) : this.#piece(start, end);
  }

  /** The same in pieces, so that a long range need not be joined. */
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

  /** Gives all memory back. What is still on its way is given back when it arrives. */
  close(): void {
    this.#keep(0);
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
    const block = this.#blockAt(start);
    try {
      return this.#cut(block, await block.loading, start, end);
    } catch (cause) {
      this.failure = { cause };
      throw cause;
    }
  }

  #cut(block: Block, bytes: Uint8Array, start: number, end: number): Uint8Array {
    if (end > (block.start + block.end) / 2) this.#readAhead(block);
    return bytes.subarray(start - block.start, Math.min(end, block.end) - block.start);
  }

  #readAhead(block: Block): void {
    if (block.end === this.size || this.#blocks.some((other) => other.start === block.end)) return;
    this.#load(block.end);
    this.#use(block);
  }

  #blockAt(position: number): Block {
    const latest = this.#blocks.at(-1);
    if (latest && position >= latest.start && position < latest.end) return latest;
    const known = this.#blocks.findLast((block) => position >= block.start && position < block.end);
    if (known) this.#use(known);
    return known ?? this.#load(position);
  }

  #load(start: number): Block {
    const readOn = this.#blocks.some((block) => block.end === start);
    const end = Math.min(start + (readOn ? BLOCK_BYTES : FIRST_BYTES), this.size);
    const block: Block = { start, end, loading: this.#fetch(start, end), bytes: undefined };
    // Of a block read ahead a failure shows when it is needed; until then nobody waits for it.
    block.loading.then(
      (bytes) => {
        block.bytes = bytes;
      },
      () => {},
    );
    this.#blocks.push(block);
    this.#keep(KEPT_BLOCKS);
    return block;
  }

  async #fetch(start: number, end: number): Promise<Uint8Array> {
    const bytes = await this.#source.read(start, end);
    if (bytes.byteLength === end - start) return bytes;
    throw new RangeError(`Of the bytes ${start} to ${end} there were only ${bytes.byteLength}: the file has changed`);
  }

  #use(block: Block): void {
    this.#blocks = [...this.#blocks.filter((other) => other !== block), block];
  }

  #keep(count: number): void {
    for (const block of this.#blocks.splice(0, this.#blocks.length - count)) block.loading.then(release, () => {});
  }
}

/**
 * Gives memory back at once. The garbage collector would, but it does not see memory outside its heap as urgent, and
 * blocks come faster than it works: the process would grow to several times of what it needs.
 */
function release({ buffer, byteLength }: Uint8Array): void {
  // A short block is left alone, and so is a view of something larger: its memory may be somebody else's.
  const own = byteLength === BLOCK_BYTES && buffer.byteLength === BLOCK_BYTES;
  if (own && buffer instanceof ArrayBuffer) buffer.transfer(0);
}

/** What a demuxer that asks for single packets gets at a time, bytes. */
const PIECE_BYTES = 256 * 1024;

/**
 * The file for a demuxer that asks for every packet on its own: it gets the neighbours too, as copies that it keeps,
 * because a packet that it has costs a tenth of one that it must ask for.
 */
export function packetSource(reader: BlockReader): CustomSource {
  // Only a stream may bring more than was asked for.
  const read = (start: number, end: number) => {
    let position = start;
    const pull = async (controller: ReadableStreamDefaultController<Uint8Array>) => {
      const piece = await reader.read(position, Math.min(position + PIECE_BYTES, reader.size));
      position += piece.byteLength;
      controller.enqueue(piece.slice());
      if (position >= end) controller.close();
    };
    return new ReadableStream<Uint8Array>({ pull }, { highWaterMark: 0 });
  };
  const getSize = () => reader.size;
  return new CustomSource({ getSize, read, maxCacheSize: 2 * PIECE_BYTES, prefetchProfile: 'none' });
}

/** The file for a demuxer that asks for much at once (Matroska). It keeps nothing: the blocks are its cache. */
export function bulkSource(reader: BlockReader): CustomSource {
  const read = (start: number, end: number) =>
    end - start > FIRST_BYTES ? reader.stream(start, end) : reader.read(start, end);
  return new CustomSource({ getSize: () => reader.size, read, maxCacheSize: 0, prefetchProfile: 'none' });
}
