import { PermanentFailure } from '../failure.ts';
import type { ByteSource } from '../media/media.ts';
import { ObjectMissing, type ObjectStore } from '../ports/object-store.ts';

/** Opens the uploaded file for reading by ranges. @throws PermanentFailure SOURCE_MISSING, now or while reading */
export async function openSource(objects: ObjectStore, key: string): Promise<ByteSource> {
  const info = await objects.head(key);
  if (!info) throw sourceMissing();
  return {
    size: info.size,
    read: async (start, end) => {
      try {
        return await objects.readRange(key, start, end);
      } catch (error) {
        throw error instanceof ObjectMissing ? sourceMissing() : error;
      }
    },
  };
}

const sourceMissing = () => new PermanentFailure('SOURCE_MISSING', 'The file was removed before it was processed.');
