/** A learner who uses everything that is cached, and all that they were answered. */
import { EXAMPLE, EXAMPLE_SUBTITLES, type TestCloud } from './cloud.ts';
import { processVideo, uploadVideo } from './videos.ts';

type Step = { request: string; status: number; body: string };

/** Ids, times and presigned requests differ from walk to walk: ids are replaced by their order, the others by a word. */
export async function learnersWalk({ cloud, learner }: TestCloud): Promise<Step[]> {
  const client = await learner();
  const steps: Step[] = [];
  const ids = new Map<string, string>();
  const plain = (text: string) =>
    text
      .replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, (id) => {
        ids.set(id, ids.get(id) ?? `id-${ids.size}`);
        return ids.get(id) ?? '';
      })
      .replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, 'time')
      .replace(/"request_id":"[^"]*"/, '"request_id"')
      .replace(/"upload":\{.*\}/, '"upload"')
      .replace(/learner-[^"]*@/g, 'learner@');
  const ask = async (method: string, path: string, body?: unknown): Promise<string> => {
    const response = await client.send(method, path, body);
    const text = await response.text();
    steps.push({ request: `${method} ${plain(path)}`, status: response.status, body: plain(text) });
    return text;
  };
  const lookAround = async (videoId: string) => {
    for (const path of [
      '/videos',
      `/videos/${videoId}`,
      `/videos/${videoId}/chunks`,
      `/videos/${videoId}/chunks/0`,
      `/videos/${videoId}/subtitles.srt?track=both`,
      '/series',
      '/stats',
      '/videos',
    ]) {
      await ask('GET', path);
    }
  };

  await ask('GET', '/auth/me');
  await ask('GET', '/vocabulary/words/Haus?language=de&target=en');
  await ask('GET', '/vocabulary/words/xyz?language=de&target=en');
  await ask('GET', '/vocabulary/levels/B1?language=de&target=fr&limit=5');
  for (let i = 0; i < 2; i++) {
    await ask('POST', '/translate', { texts: ['Das Haus', 'Der Hund'], source_language: 'de', target_language: 'en' });
  }
  const announced = await ask('POST', '/videos', {
    title: 'Announced',
    source_language: 'de',
    target_language: 'en',
    size: 10,
    series: 'Walks',
    episode: 1,
  });
  const { video } = JSON.parse(announced);
  await lookAround(video.id);
  await ask('PATCH', `/videos/${video.id}`, { title: 'Renamed', episode: 2 });
  await lookAround(video.id);
  await ask('GET', `/series/${video.series.id}/episodes`);

  const processed = await uploadVideo(client, cloud.url, EXAMPLE, { subtitles: EXAMPLE_SUBTITLES });
  await processVideo(client, processed);
  await settled(client, processed);
  await lookAround(processed);
  await ask('DELETE', `/videos/${video.id}`);
  await lookAround(video.id);
  await ask('GET', `/series/${video.series.id}/episodes`);
  await ask('POST', '/auth/logout');
  await ask('GET', '/auth/me');
  return steps;
}

/** The pipeline's last write reaches the cache a moment later. */
async function settled(client: { getVideo(id: string): Promise<{ state: string }> }, videoId: string): Promise<void> {
  for (let attempt = 0; attempt < 200; attempt++) {
    if ((await client.getVideo(videoId)).state === 'ready') return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
