/** Cutting a part against a real S3 and a real file; what is counted is how often the sound is cut. */
import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MediabunnyCutter } from '../../../functions/adapters/mediabunny/cutter.ts';
import { MediabunnyInspector } from '../../../functions/adapters/mediabunny/inspector.ts';
import { S3ObjectStore } from '../../../functions/adapters/s3/object-store.ts';
import type { CutAudioInput } from '../../../functions/contracts/pipeline.ts';
import { objectKeys } from '../../../functions/core/object-keys.ts';
import { cutPart } from '../../../functions/core/pipeline/cut-part.ts';
import type { AudioCutter } from '../../../functions/core/ports/media.ts';
import { startTestS3 } from '../../support/services.ts';

const BUCKET = 'media';
let s3: Awaited<ReturnType<typeof startTestS3>>;
let objects: S3ObjectStore;
beforeAll(async () => {
  s3 = await startTestS3(BUCKET);
  objects = new S3ObjectStore(BUCKET, s3.client);
});
afterAll(() => s3?.stop());

class CountingCutter implements AudioCutter {
  cuts = 0;
  readonly #cutter = new MediabunnyCutter();
  cut(...args: Parameters<AudioCutter['cut']>) {
    this.cuts += 1;
    return this.#cutter.cut(...args);
  }
}

async function uploaded(file = 'tests/fixtures/media/aac.mp4'): Promise<CutAudioInput> {
  const ref = { ownerId: randomUUID(), videoId: randomUUID() };
  await objects.write(objectKeys.source(ref), await readFile(file), 'video/mp4');
  const etag = (await objects.head(objectKeys.source(ref)))?.etag ?? '';
  return { ...ref, taskId: randomUUID(), etag, sourceLanguage: 'de', part: { index: 0, start: 0, end: 3 } };
}
const setUp = () => {
  const cutter = new CountingCutter();
  return { cutter, deps: { objects, inspector: new MediabunnyInspector(), cutter, stage: 'test' } };
};

describe('cutPart', () => {
  it('leaves the sound in S3 and says where and from when', async () => {
    const { deps } = setUp();
    const input = await uploaded();
    const part = await cutPart(deps, input);
    expect(part).toMatchObject({ index: 0, start: 0, end: 3, offset: 0, transcribed: false });
    const key = part.audioUri.replace(`s3://${BUCKET}/`, '');
    expect(key).toMatch(/\/audio\/0000-0-\d+\.m4a$/);
    expect((await objects.head(key))?.size).toBeGreaterThan(1000);
    expect(part.jobName).toMatch(/^[0-9a-zA-Z._-]{1,200}$/);
  });

  it('cuts nothing again on a retry, and names the same job', async () => {
    const { deps, cutter } = setUp();
    const input = await uploaded();
    const first = await cutPart(deps, input);
    expect(await cutPart(deps, input)).toEqual(first);
    expect(cutter.cuts).toBe(1);
  });

  it('says that a part is transcribed once its transcript is there', async () => {
    const { deps } = setUp();
    const input = await uploaded();
    const { transcriptKey } = await cutPart(deps, input);
    await objects.writeJson(transcriptKey, {});
    expect(await cutPart(deps, input)).toMatchObject({ transcribed: true });
  });

  it('names another job for another source, stretch or language', async () => {
    const { deps } = setUp();
    const input = await uploaded();
    const other = { ...input, part: { index: 1, start: 3, end: 6 } };
    const spanish = { ...input, sourceLanguage: 'es' as const };
    const parts = await Promise.all([input, other, spanish, await uploaded()].map((each) => cutPart(deps, each)));
    expect(new Set(parts.map((part) => part.jobName)).size).toBe(4);
  });

  it('fails for good when the source was replaced or is gone', async () => {
    const { deps } = setUp();
    const input = await uploaded();
    await objects.write(objectKeys.source(input), 'another file', 'video/mp4');
    await expect(cutPart(deps, input)).rejects.toMatchObject({ name: 'SOURCE_REPLACED' });
    await objects.delete(objectKeys.source(input));
    await expect(cutPart(deps, input)).rejects.toMatchObject({ name: 'SOURCE_MISSING' });
  });

  it('fails for good on sound that cannot be transcribed', async () => {
    const { deps } = setUp();
    await expect(cutPart(deps, await uploaded('tests/fixtures/media/silent.mp4'))).rejects.toMatchObject({
      name: 'NO_AUDIO',
    });
  });
});
