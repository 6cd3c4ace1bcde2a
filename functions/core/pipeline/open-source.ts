import { PermanentFailure } from '../failure.ts';
import type { ByteSource } from '../media/media.ts';
import { ObjectMissing, ObjectReplaced, type ObjectStore } from '../ports/object-store.ts';

/**
 * Opens the uploaded file for reading by ranges.
 * @param etag of the file that the task is about: whatever is read is of that file
 * @throws PermanentFailure SOURCE_MISSING or SOURCE_REPLACED, now or while reading
 */
export async function openSource(objects: ObjectStore, key: string, etag: string): Promise<ByteSource> {
  const info = await objects.head(key);
  if (!info) throw sourceMissing();
  if (info.etag !== etag) throw sourceReplaced();
  return {
    size: info.size,
    read: async (start, end) => {
      try {
        return await objects.readRange(key, start, end, etag);
      } catch (error) {
        if (error instanceof ObjectReplaced) throw sourceReplaced();
        throw error instanceof ObjectMissing ? sourceMissing() : error;
      }
    },
  };
}

const sourceMissing = () => new PermanentFailure('SOURCE_MISSING', 'The file was removed before it was processed.');
const sourceReplaced = () =>
  new PermanentFailure('SOURCE_REPLACED', 'Another file was uploaded in its place while it was processed.');
