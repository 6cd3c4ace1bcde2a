/** How far a mapping has come in each shard of its stream, kept in a file so that a restart goes on from there. */
import { z } from 'zod';
import { readIfPresent, writeFileAtomic } from '../aws/files.ts';
import type { StreamRecord } from './stream-record.ts';

/** Where to read on in a shard: after a record (with when that was written, ms), from its first record, or nowhere. */
export type Position = { after: string; writtenAt: number } | 'TRIM_HORIZON' | 'DONE';

const positionSchema = z.union([
  z.object({ after: z.string(), writtenAt: z.number() }),
  z.enum(['TRIM_HORIZON', 'DONE']),
]);
const fileSchema = z.object({ streamArn: z.string(), positions: z.record(z.string(), positionSchema) });

export type StreamPositions = {
  /** Whether nothing of this stream was ever taken up. */
  isNew: boolean;
  of(shardId: string): Position | undefined;
  set(shardId: string, position: Position): void;
  /** Forgets shards that the stream has no more. */
  keepOnly(shardIds: ReadonlySet<string>): void;
};

export const after = ({ sequenceNumber, writtenAt }: StreamRecord): Position => ({ after: sequenceNumber, writtenAt });

/** Streams keep records for 24 h; DynamoDB Local tells only the minute in which one was written, ms. */
const KEPT_MS = (24 * 60 + 2) * 60_000;

/**
 * Whether the record of this position is not in the stream any more, nor any before it. When nothing is left at all,
 * DynamoDB Local begins to count at 1 again: to read on after the old number would miss what is new.
 */
export const isForgotten = (position: Position | undefined): boolean =>
  typeof position === 'object' && Date.now() - position.writtenAt > KEPT_MS;

/** A file about another stream counts as none: the table was made anew. */
export function openStreamPositions(file: string, streamArn: string): StreamPositions {
  const saved = read(file);
  const known = saved?.streamArn === streamArn ? new Map(Object.entries(saved.positions)) : new Map<string, Position>();
  const save = () => writeFileAtomic(file, JSON.stringify({ streamArn, positions: Object.fromEntries(known) }));
  return {
    isNew: known.size === 0,
    of: (shardId) => known.get(shardId),
    set(shardId, position) {
      known.set(shardId, position);
      save();
    },
    keepOnly(shardIds) {
      const gone = [...known.keys()].filter((shardId) => !shardIds.has(shardId));
      for (const shardId of gone) known.delete(shardId);
      if (gone.length > 0) save();
    },
  };
}

/** @returns undefined when there is none, or none that can be read */
function read(file: string): z.output<typeof fileSchema> | undefined {
  const text = readIfPresent(file);
  if (text === undefined) return undefined;
  try {
    return fileSchema.parse(JSON.parse(text));
  } catch {
    return undefined;
  }
}
