import { afterAll, beforeAll } from 'vitest';
import { S3LessonStore } from '../../../functions/adapters/s3/lesson-store.ts';
import { S3ObjectStore } from '../../../functions/adapters/s3/object-store.ts';
import { S3Uploads } from '../../../functions/adapters/s3/uploads.ts';
import { describeLessonStore } from '../../contract/lesson-store.ts';
import { describeObjectStore } from '../../contract/object-store.ts';
import { describeUploads } from '../../contract/uploads.ts';
import { FakeClock } from '../../support/builders.ts';
import { startTestS3 } from '../../support/services.ts';

const BUCKET = 'media';

let s3: Awaited<ReturnType<typeof startTestS3>>;
beforeAll(async () => {
  s3 = await startTestS3(BUCKET);
});
afterAll(() => s3?.stop());

describeObjectStore('S3ObjectStore', () => new S3ObjectStore(BUCKET, s3.client));
describeLessonStore('S3LessonStore', () => {
  const objects = new S3ObjectStore(BUCKET, s3.client);
  return { objects, lessons: new S3LessonStore(objects) };
});
describeUploads('S3Uploads', () => {
  const clock = new FakeClock();
  return {
    clock,
    objects: new S3ObjectStore(BUCKET, s3.client),
    uploads: new S3Uploads(BUCKET, clock, s3.client),
  };
});
