import type { SourceLanguage } from '../../contracts/languages.ts';
import type { CefrLevel, PartOfSpeech } from '../../contracts/lesson.ts';
import { PUBLIC_KEYS_PARTITION, TASK_KEY_FORMAT } from '../../contracts/tables.ts';
import type { BatchRef } from '../../core/batches/batch.ts';
import type { TaskRef } from '../../core/tasks/task.ts';
import type { VideoRef } from '../../core/videos/video.ts';

/** Primary key of an item. The formats are those of `contracts/tables.ts`. */
export type Key = { pk: string; sk: string };

export const prefixes = {
  video: 'VIDEO#',
  task: 'TASK#',
  batch: 'BATCH#',
  chunk: 'CHUNK#',
  words: 'WORDS#',
  series: 'SERIES#',
  episode: 'EPISODE#',
} as const;

export const partitions = {
  /** Videos, series and tasks of an owner. */
  owner: (ownerId: string) => fill(TASK_KEY_FORMAT.pk, ownerId),
  /** Chunks of a video with their vocabulary. */
  chunks: ({ ownerId, videoId }: VideoRef) => `USER#${ownerId}#VIDEO#${videoId}`,
  /** Entries of the lexicon with this dictionary form, whatever its case or composition. */
  word: (language: SourceLanguage, word: string) => `WORD#${language}#${word.normalize('NFC').toLowerCase()}`,
  /** Of the index of levels. */
  level: (language: SourceLanguage, level: CefrLevel) => `${language}#${level}`,
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
  batch: ({ ownerId, taskId }: BatchRef): Key => ({
    pk: partitions.owner(ownerId),
    sk: `${prefixes.batch}${taskId}`,
  }),
  chunk: (ref: VideoRef, index: number): Key => ({
    pk: partitions.chunks(ref),
    sk: `${prefixes.chunk}${padIndex(index)}`,
  }),
  words: (ref: VideoRef, index: number, page: number): Key => ({
    pk: partitions.chunks(ref),
    sk: `${wordsPrefix(index)}${String(page).padStart(2, '0')}`,
  }),
  series: (ownerId: string, seriesId: string): Key => ({
    pk: partitions.owner(ownerId),
    sk: `${prefixes.series}${seriesId}`,
  }),
  /** Membership of a video in a series; without a number it sorts last. */
  episode: ({ ownerId, videoId }: VideoRef, seriesId: string, number: number | undefined): Key => ({
    pk: partitions.owner(ownerId),
    sk: `${episodePrefix(seriesId)}${number === undefined ? UNNUMBERED : padIndex(number)}#${videoId}`,
  }),
  account: (accountId: string): Key => ({ pk: `USER#${accountId}`, sk: 'PROFILE' }),
  email: (email: string): Key => ({ pk: `EMAIL#${email.toLowerCase()}`, sk: 'EMAIL' }),
  session: (sessionId: string): Key => ({ pk: `SESSION#${sessionId}`, sk: 'SESSION' }),
  publicKey: (kid: string): Key => ({ pk: PUBLIC_KEYS_PARTITION, sk: `KEY#${kid}` }),
  translation: (hash: string): Key => ({ pk: hash, sk: 'TRANSLATION' }),
  word: (language: SourceLanguage, { lemma, pos }: { lemma: string; pos: PartOfSpeech }): Key => ({
    pk: partitions.word(language, lemma),
    sk: `${pos}#${lemma}`,
  }),
  lexiconVersion: { pk: 'VERSION', sk: 'VERSION' } satisfies Key,
};

export const episodePrefix = (seriesId: string) => `${prefixes.episode}${seriesId}#`;

/** Sorts after the highest number, 9999. */
const UNNUMBERED = '9999~';

export const wordsPrefix = (index: number) => `${prefixes.words}${padIndex(index)}#`;

/** Four digits, so that chunks sort by time and episodes by number. */
const padIndex = (index: number) => String(index).padStart(4, '0');

const fill = (format: string, value: string) => format.replace('{}', () => value);
