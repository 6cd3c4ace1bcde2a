/** Valid things of the domain for tests that care about only some of their fields. */
import { randomUUID } from 'node:crypto';
import { sha256 } from '../../functions/adapters/node/sha256.ts';
import { FAILURES, type Failure, type FailureCode } from '../../functions/contracts/failures.ts';
import type { Lesson } from '../../functions/contracts/lesson.ts';
import type { Batch } from '../../functions/core/batches/batch.ts';
import type { SavedChunk, VocabularyRow } from '../../functions/core/chunks/saved-chunk.ts';
import type { Clock } from '../../functions/core/ports/clock.ts';
import type { Task, TaskRef } from '../../functions/core/tasks/task.ts';
import { seriesOf } from '../../functions/core/videos/series.ts';
import type { Video, VideoRef } from '../../functions/core/videos/video.ts';

/** A moment in time, ms. */
export const T0 = Date.UTC(2026, 10, 21);

export class FakeClock implements Clock {
  time: number;
  constructor(time = T0) {
    this.time = time;
  }
  now() {
    return this.time;
  }
}

export const aVideo = (fields: Partial<Video> = {}): Video => ({
  id: randomUUID(),
  ownerId: randomUUID(),
  title: 'Ein Tag in Hamburg',
  state: 'uploading',
  sourceLanguage: 'de',
  targetLanguage: 'en',
  chunkMinutes: 5,
  size: 1000,
  attempt: 0,
  hasSubtitles: false,
  chunksDone: [],
  createdAt: T0,
  updatedAt: T0,
  ...fields,
});

export const aSeries = (title: string) => seriesOf(title, sha256);

export const aTaskOf = (video: Video, fields: Partial<Task> = {}): Task => ({
  id: randomUUID(),
  ownerId: video.ownerId,
  videoId: video.id,
  attempt: video.attempt + 1,
  etag: 'abc123',
  state: 'pending',
  step: 'queued',
  partsDone: [],
  partsTotal: 0,
  chunksDone: [],
  chunksTotal: 0,
  createdAt: T0,
  updatedAt: T0,
  ...fields,
});

export const aBatch = (fields: Partial<Batch> = {}): Batch => ({
  id: randomUUID(),
  ownerId: randomUUID(),
  state: 'pending',
  textsDone: 0,
  textsTotal: 120,
  createdAt: T0,
  updatedAt: T0,
  ...fields,
});

export const aChunk = (index: number, fields: Partial<SavedChunk> = {}): SavedChunk => ({
  index,
  start: index * 300,
  end: (index + 1) * 300,
  segmentCount: 60,
  wordCount: 700,
  vocabularyCount: 2,
  lessonKey: `lessons/${index}.json`,
  hash: `hash-${index}`,
  ...fields,
});

export const aLesson = (fields: Partial<Lesson> = {}): Lesson => ({
  video_id: randomUUID(),
  index: 0,
  start: 0,
  end: 300,
  source_language: 'de',
  target_language: 'en',
  transcript_origin: 'subtitles',
  translation_origin: 'machine',
  word_count: 2,
  segments: [{ index: 0, start: 1, end: 2.5, text: 'Guten Morgen!', translation: 'Good morning!' }],
  vocabulary: [],
  ...fields,
});

export const rows = (...lemmas: string[]): VocabularyRow[] =>
  lemmas.map((lemma, i) => ({ lemma, pos: 'noun', level: 'A1', count: i + 1 }));

export const aFailure = (code: FailureCode = 'NO_AUDIO'): Failure => ({ code, ...FAILURES[code], detail: 'Found so' });

export const videoRef = (video: Video): VideoRef => ({ ownerId: video.ownerId, videoId: video.id });
export const taskRef = (task: Task): TaskRef => ({ ownerId: task.ownerId, taskId: task.id, videoId: task.videoId });
