import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { InvalidCursor, VideoGone, type VideoStore } from '../../functions/core/ports/video-store.ts';
import { ProblemError } from '../../functions/core/problem-error.ts';
import type { Video } from '../../functions/core/videos/video.ts';
import { aSeries, aVideo, T0, videoRef } from '../support/builders.ts';

const ALL = { limit: 100 };

/** What every VideoStore promises of series and episodes. */
export function describeSeries(name: string, videos: () => VideoStore) {
  describe(`${name} as a store of series`, () => {
    let ownerId: string;
    beforeEach(() => {
      ownerId = randomUUID();
    });
    const create = async (fields: Partial<Video> = {}) => {
      const video = aVideo({ ownerId, ...fields });
      await videos().create(video);
      return video;
    };
    const seriesTitles = async () => (await videos().listSeries(ownerId, ALL)).items.map(({ title }) => title);
    const count = async (title: string) => (await videos().getSeries(ownerId, aSeries(title).id))?.episodeCount;
    const episodes = async (title: string, page = ALL) => videos().listEpisodes(ownerId, aSeries(title).id, page);
    const episodeIds = async (title: string) => (await episodes(title)).items.map(({ id }) => id);

    it('has a series as soon as a video names it', async () => {
      const hamburg = aSeries('Hamburg entdecken');
      expect(await videos().getSeries(ownerId, hamburg.id)).toBeUndefined();
      const video = await create({ series: hamburg, episode: 3, createdAt: T0 + 7, updatedAt: T0 + 7 });
      const expected = { ...hamburg, episodeCount: 1, updatedAt: T0 + 7 };
      expect(await videos().getSeries(ownerId, hamburg.id)).toEqual(expected);
      expect(await videos().listSeries(ownerId, ALL)).toEqual({ items: [expected] });
      expect(await episodes('Hamburg entdecken')).toEqual({ items: [video] });
      expect(await videos().get(videoRef(video))).toEqual(video);
    });

    it('takes titles that differ in case and white space for one series, called as it was called last', async () => {
      await create({ series: aSeries('Hamburg entdecken') });
      await create({ series: aSeries(' HAMBURG \n entdecken') });
      expect(await count('hamburg entdecken')).toBe(2);
      expect(await seriesTitles()).toEqual([' HAMBURG \n entdecken']);
    });

    it('counts twenty episodes that are added at once', async () => {
      const added = Array.from({ length: 20 }, (_, i) => create({ series: aSeries('Serie'), episode: i + 1 }));
      const ids = (await Promise.all(added)).map(({ id }) => id);
      expect(await count('Serie')).toBe(20);
      expect(await episodeIds('Serie')).toEqual(ids);
    });

    it('sorts episodes by number and then by age, those without a number last, page by page', async () => {
      const series = aSeries('Serie');
      const numbers = [undefined, 9999, 2, 10, 2];
      for (const [i, episode] of numbers.entries()) {
        await create({ id: `0190-${i}`, series, ...(episode !== undefined && { episode }) });
      }
      const first = await episodes('Serie', { limit: 3 });
      expect(first.items.map(({ id }) => id)).toEqual(['0190-2', '0190-4', '0190-3']);
      const second = await videos().listEpisodes(ownerId, series.id, { limit: 3, ...first });
      expect(second.items.map(({ id }) => id)).toEqual(['0190-1', '0190-0']);
      expect(second).not.toHaveProperty('cursor');
    });

    it('lists series as people sort titles, page by page', async () => {
      for (const title of ['Staffel 10', 'Zoo', 'ärzte', 'Staffel 2', 'Arzt']) await create({ series: aSeries(title) });
      const first = await videos().listSeries(ownerId, { limit: 3 });
      expect(first.items.map(({ title }) => title)).toEqual(['Arzt', 'ärzte', 'Staffel 2']);
      const second = await videos().listSeries(ownerId, { limit: 3, ...first });
      expect(second.items.map(({ title }) => title)).toEqual(['Staffel 10', 'Zoo']);
      expect(second).not.toHaveProperty('cursor');
    });

    it('goes on after a series that has vanished since the last page', async () => {
      const [doomed] = [await create({ series: aSeries('A') }), await create({ series: aSeries('B') })];
      const first = await videos().listSeries(ownerId, { limit: 1 });
      await videos().delete(videoRef(doomed));
      const second = await videos().listSeries(ownerId, { limit: 1, ...first });
      expect(second.items.map(({ title }) => title)).toEqual(['B']);
    });

    it("refuses cursors of other lists, and shows nobody another owner's series", async () => {
      for (const title of ['A', 'B']) for (const episode of [1, 2]) await create({ series: aSeries(title), episode });
      const ofVideos = (await videos().list(ownerId, { limit: 1 })).cursor;
      const ofEpisodes = (await episodes('A', { limit: 1 })).cursor;
      const ofSeries = (await videos().listSeries(ownerId, { limit: 1 })).cursor;
      for (const cursor of [ofVideos, ofEpisodes, 'nonsense']) {
        await expect(videos().listSeries(ownerId, { limit: 1, cursor })).rejects.toThrow(InvalidCursor);
      }
      for (const cursor of [ofVideos, ofSeries, ofEpisodes, 'nonsense']) {
        const page = { limit: 1, cursor };
        await expect(videos().listEpisodes(ownerId, aSeries('B').id, page)).rejects.toThrow(InvalidCursor);
      }
      const other = randomUUID();
      await expect(videos().listSeries(other, { limit: 1, cursor: ofSeries })).rejects.toThrow(InvalidCursor);
      expect(await videos().listSeries(other, ALL)).toEqual({ items: [] });
      expect(await videos().getSeries(other, aSeries('A').id)).toBeUndefined();
      expect(await videos().listEpisodes(other, aSeries('A').id, ALL)).toEqual({ items: [] });
    });

    it('changes the title alone, and says so', async () => {
      const video = await create({ series: aSeries('Serie'), episode: 1 });
      const changed = await videos().describe(videoRef(video), { title: 'Neu' }, T0 + 5);
      expect(changed).toEqual({ ...video, title: 'Neu', updatedAt: T0 + 5 });
      expect(await videos().get(videoRef(video))).toEqual(changed);
    });

    it('moves a video to another series with its number; a series without episodes is gone', async () => {
      const video = await create({ series: aSeries('Alt'), episode: 4 });
      const moved = await videos().describe(videoRef(video), { series: aSeries('Neu') }, T0 + 5);
      expect(moved).toEqual({ ...video, series: aSeries('Neu'), updatedAt: T0 + 5 });
      expect(await seriesTitles()).toEqual(['Neu']);
      expect(await episodes('Neu')).toEqual({ items: [moved] });
      expect(await episodes('Alt')).toEqual({ items: [] });
    });

    it('gives a video another number, and none', async () => {
      const [a, b] = [
        await create({ series: aSeries('S'), episode: 1 }),
        await create({ series: aSeries('S'), episode: 2 }),
      ];
      await videos().describe(videoRef(a), { episode: 3 }, T0);
      expect(await episodeIds('S')).toEqual([b.id, a.id]);
      expect(await videos().describe(videoRef(b), { episode: null }, T0)).not.toHaveProperty('episode');
      expect(await episodeIds('S')).toEqual([a.id, b.id]);
      expect(await count('S')).toBe(2);
    });

    it('corrects the title of a series', async () => {
      const video = await create({ series: aSeries('hamburg'), episode: 1 });
      await videos().describe(videoRef(video), { series: aSeries('Hamburg') }, T0 + 5);
      expect(await videos().listSeries(ownerId, ALL)).toEqual({
        items: [{ ...aSeries('Hamburg'), episodeCount: 1, updatedAt: T0 + 5 }],
      });
      expect((await videos().get(videoRef(video)))?.series).toEqual(aSeries('Hamburg'));
    });

    it('drops the number with the series, and takes no number without one', async () => {
      const video = await create({ series: aSeries('S'), episode: 1 });
      const left = await videos().describe(videoRef(video), { series: null }, T0);
      expect(left).not.toHaveProperty('series');
      expect(left).not.toHaveProperty('episode');
      expect(await seriesTitles()).toEqual([]);
      await expect(videos().describe(videoRef(video), { episode: 2 }, T0)).rejects.toThrow(ProblemError);
      const joined = await videos().describe(videoRef(video), { series: aSeries('S'), episode: 2 }, T0);
      expect(joined).toMatchObject({ series: aSeries('S'), episode: 2 });
    });

    it('leaves one membership when a video is described by several at once', async () => {
      const video = await create();
      const titles = ['A', 'B', 'C', 'D'];
      await Promise.all(titles.map((title) => videos().describe(videoRef(video), { series: aSeries(title) }, T0)));
      const now = await videos().get(videoRef(video));
      expect(await seriesTitles()).toEqual([now?.series?.title]);
      expect((await Promise.all(titles.map(episodeIds))).flat()).toEqual([video.id]);
    });

    it('describes no video that is gone, and does not bring it back', async () => {
      const gone = videoRef(aVideo({ ownerId }));
      await expect(videos().describe(gone, { series: aSeries('S') }, T0)).rejects.toThrow(VideoGone);
      expect(await videos().get(gone)).toBeUndefined();
      expect(await seriesTitles()).toEqual([]);
    });

    it('takes a deleted video out of its series once, and the series away with the last', async () => {
      const [a, b] = [await create({ series: aSeries('S') }), await create({ series: aSeries('S') })];
      await videos().delete(videoRef(a));
      await videos().delete(videoRef(a));
      expect(await count('S')).toBe(1);
      expect(await episodeIds('S')).toEqual([b.id]);
      await videos().delete(videoRef(b));
      expect(await seriesTitles()).toEqual([]);
    });

    it('leaves no membership when a video is deleted while it is described', async () => {
      const video = await create({ series: aSeries('A') });
      const describing = ['B', 'C'].map((title) =>
        videos()
          .describe(videoRef(video), { series: aSeries(title) }, T0)
          .catch((error: unknown) => expect(error).toBeInstanceOf(VideoGone)),
      );
      await Promise.all([...describing, videos().delete(videoRef(video))]);
      expect(await seriesTitles()).toEqual([]);
      expect((await Promise.all(['A', 'B', 'C'].map(episodeIds))).flat()).toEqual([]);
    });
  });
}
