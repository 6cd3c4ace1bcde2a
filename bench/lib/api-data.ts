/** What the API is measured with: learners, their videos with lessons, the words of the lexicon, texts to translate. */
import { randomUUID } from 'node:crypto';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { S3Client } from '@aws-sdk/client-s3';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import pLimit from 'p-limit';
import { batchPut } from '../../functions/adapters/dynamodb/batch.ts';
import { videoItem } from '../../functions/adapters/dynamodb/items.ts';
import { keys } from '../../functions/adapters/dynamodb/keys.ts';
import { UuidV7Generator } from '../../functions/adapters/node/ids.ts';
import { S3ObjectStore } from '../../functions/adapters/s3/object-store.ts';
import { sessionSchema } from '../../functions/contracts/account.ts';
import { SOURCE_LANGUAGES } from '../../functions/contracts/languages.ts';
import type { SavedChunk } from '../../functions/core/chunks/saved-chunk.ts';
import { objectKeys } from '../../functions/core/object-keys.ts';
import type { Video } from '../../functions/core/videos/video.ts';
import { entriesOf } from '../../functions/core/vocabulary/index.ts';
import { ApiClient } from '../../local/client/api-client.ts';
import type { LocalCloud } from '../../local/cloud.ts';
import { REGION } from '../../local/cloud.ts';
import { LOCAL_CREDENTIALS } from '../../local/resources/resource.ts';
import type { LoadData } from './api-load.ts';
import { lesson } from './cache-values.ts';
import { at } from './zipf.ts';

export const VIDEOS = 1000;
export const WANTED_WORDS = 10_000;
const LEARNERS = 50;
const CHUNKS = 3;
export const TEXTS = 500;
/** Uploads of lessons under way at once. */
const UPLOADS = 16;

/** Writes everything into the stores of a cloud that has just started. */
export async function writeData(cloud: LocalCloud): Promise<LoadData> {
  const aws = { region: REGION, endpoint: cloud.endpoint, credentials: LOCAL_CREDENTIALS };
  const dynamo = DynamoDBDocumentClient.from(new DynamoDBClient(aws), {
    marshallOptions: { removeUndefinedValues: true },
  });
  const s3 = new S3Client({ ...aws, requestChecksumCalculation: 'WHEN_REQUIRED', forcePathStyle: true });
  const objects = new S3ObjectStore(cloud.bucketName('media'), s3);
  const learners = await Promise.all(Array.from({ length: LEARNERS }, () => signIn(cloud.url)));
  const ids = new UuidV7Generator();
  const videos = Array.from({ length: VIDEOS }, (_, n) => aVideo(ids.next(), at(learners, n % LEARNERS).accountId));
  const chunks = videos.flatMap((video) =>
    Array.from({ length: CHUNKS }, (_, index) => ({ ref: { ownerId: video.ownerId, videoId: video.id }, index })),
  );

  await batchPut(dynamo, cloud.tableName('videos'), [
    ...videos.map(videoItem),
    ...chunks.map(({ ref, index }) => ({ ...keys.chunk(ref, index), ...aChunk(ref, index), pages: 0 })),
  ]);
  const uploads = pLimit(UPLOADS);
  await uploads.map(chunks, ({ ref, index }, n) =>
    objects.writeJson(aChunk(ref, index).lessonKey, { ...lesson(n), video_id: ref.videoId, index }),
  );
  dynamo.destroy();
  s3.destroy();

  return {
    videos: videos.map(({ id }, n) => ({ id, token: at(learners, n % LEARNERS).token })),
    chunksPerVideo: CHUNKS,
    words: words(),
    texts: texts(),
  };
}

async function signIn(url: string): Promise<{ accountId: string; token: string }> {
  const client = new ApiClient(url);
  const credentials = { email: `bench-${randomUUID()}@example.org`, password: `Aa1!${randomUUID()}` };
  const registered = await client.send('POST', '/auth/register', credentials);
  if (!registered.ok) throw new Error(`Registering answered ${registered.status}: ${await registered.text()}`);
  const session = await client.call('POST', '/auth/login', sessionSchema, credentials);
  return { accountId: session.account.id, token: session.access_token };
}

function aVideo(id: string, ownerId: string): Video {
  const now = Date.now();
  return {
    id,
    ownerId,
    title: `Film ${id}`,
    state: 'ready',
    sourceLanguage: 'de',
    targetLanguage: 'en',
    chunkMinutes: 1,
    size: 1_000_000,
    attempt: 1,
    hasSubtitles: false,
    transcriptOrigin: 'speech',
    duration: CHUNKS * 90,
    chunksTotal: CHUNKS,
    chunksDone: Array.from({ length: CHUNKS }, (_, index) => index),
    createdAt: now,
    updatedAt: now,
  };
}

function aChunk(ref: { ownerId: string; videoId: string }, index: number): SavedChunk {
  const hash = `bench${index}`;
  return {
    index,
    start: index * 90,
    end: (index + 1) * 90,
    segmentCount: 30,
    wordCount: 390,
    vocabularyCount: 16,
    lessonKey: objectKeys.lesson(ref, index, hash),
    hash,
  };
}

/** All dictionary forms of all languages, each once, in turn: the most frequent of any language are not all German. */
function words(): LoadData['words'] {
  const forms = SOURCE_LANGUAGES.flatMap((language) =>
    [...new Set(entriesOf(language).map(({ lemma }) => lemma))].map((word, rank) => ({ rank, word, language })),
  );
  return forms
    .toSorted((a, b) => a.rank - b.rank)
    .slice(0, WANTED_WORDS)
    .map(({ word, language }) => ({ word, language, target: language === 'en' ? 'de' : 'en' }));
}

/** Short German sentences, all different. */
function texts(): string[] {
  const lemmas = entriesOf('de').map(({ lemma }) => lemma);
  const word = (n: number) => at(lemmas, n % lemmas.length);
  return Array.from({ length: TEXTS }, (_, n) => `Das ist Satz ${n}: ${word(n * 7)} und ${word(n * 13 + 1)}.`);
}
