import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { LessonStore } from '../../functions/core/ports/lessons.ts';
import type { ObjectStore } from '../../functions/core/ports/object-store.ts';
import { aLesson } from '../support/builders.ts';

type Stores = { lessons: LessonStore; objects: ObjectStore };

/** What every LessonStore promises. */
export function describeLessonStore(name: string, stores: () => Stores) {
  describe(`${name} as a LessonStore`, () => {
    const written = async (count: number) => {
      const ref = { ownerId: randomUUID(), videoId: randomUUID() };
      const keys = Array.from({ length: count }, (_, index) => `lessons/${ref.ownerId}/${ref.videoId}/${index}.json`);
      const lessons = keys.map((_, index) => aLesson({ video_id: ref.videoId, index }));
      await Promise.all(keys.map((key, index) => stores().objects.writeJson(key, lessons[index])));
      return { ref, keys, lessons };
    };

    it('reads lessons in the order of their keys, more than are read at once', async () => {
      const { ref, keys, lessons } = await written(20);
      expect(await stores().lessons.read(ref, keys)).toEqual(lessons);
      expect(await stores().lessons.read(ref, keys.toReversed())).toEqual(lessons.toReversed());
      expect(await stores().lessons.read(ref, [])).toEqual([]);
    });

    it('has undefined in the place of a lesson that is not there', async () => {
      const { ref, keys, lessons } = await written(2);
      const missing = `lessons/${ref.ownerId}/${ref.videoId}/missing.json`;
      const [first, second] = keys;
      expect(await stores().lessons.read(ref, [first ?? '', missing, second ?? ''])).toEqual([
        lessons[0],
        undefined,
        lessons[1],
      ]);
    });

    it('says so when what is stored is no lesson', async () => {
      const { ref } = await written(0);
      const key = `lessons/${ref.ownerId}/${ref.videoId}/rubbish.json`;
      await stores().objects.writeJson(key, { rubbish: true });
      await expect(stores().lessons.read(ref, [key])).rejects.toMatchObject({ name: 'ZodError' });
    });
  });
}
