import { PUBLIC_KEYS_PARTITION, TASK_KEY_FORMAT } from '../../contracts/tables.ts';
import type { TaskRef } from '../../core/tasks/task.ts';
import type { VideoRef } from '../../core/videos/video.ts';

/** Primary key of an item. The formats are those of `contracts/tables.ts`. */
export type Key = { pk: string; sk: string };

export const prefixes = { video: 'VIDEO#', task: 'TASK#', chunk: 'CHUNK#', words: 'WORDS#' } as const;

export const partitions = {
  /** Videos and tasks of an owner. */
  owner: (ownerId: string) => fill(TASK_KEY_FORMAT.pk, ownerId),
  /** Chunks of a video with their vocabulary. */
  chunks: ({ ownerId, videoId }: VideoRef) => `USER#${ownerId}#VIDEO#${videoId}`,
};

export const keys = {
  video: ({ ownerId, videoId }: VideoRef): Key => ({
    pk: partitions.owner(ownerId),
    sk: `${prefixes.video}${videoId}`,
  }),
  task: ({ ownerId, taskId }: Pick<TaskRef, 'ownerId' | 'taskId'>): Key => ({
    pk: partitions.owner(ownerId),
    sk: fill(TASK_KEY_FORMAT.sk, taskId),
  }),
  chunk: (ref: VideoRef, index: number): Key => ({
    pk: partitions.chunks(ref),
    sk: `${prefixes.chunk}${padIndex(index)}`,
  }),
  words: (ref: VideoRef, index: number, page: number): Key => ({
    pk: partitions.chunks(ref),
    sk: `${wordsPrefix(index)}${String(page).padStart(2, '0')}`,
  }),
  account: (accountId: string): Key => ({ pk: `USER#${accountId}`, sk: 'PROFILE' }),
  email: (email: string): Key => ({ pk: `EMAIL#${email.toLowerCase()}`, sk: 'EMAIL' }),
  publicKey: (kid: string): Key => ({ pk: PUBLIC_KEYS_PARTITION, sk: `KEY#${kid}` }),
  translation: (hash: string): Key => ({ pk: hash, sk: 'TRANSLATION' }),
};

export const wordsPrefix = (index: number) => `${prefixes.words}${padIndex(index)}#`;

/** Four digits, so that chunks sort by time. */
const padIndex = (index: number) => String(index).padStart(4, '0');

const fill = (format: string, value: string) => format.replace('{}', () => value);
