/** A local cloud for a test file: the synthesised template with real Redis, DynamoDB Local and media files. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ApiClient } from '../../../local/client/api-client.ts';
import { type LocalCloud, type LocalCloudOptions, startLocalCloud } from '../../../local/cloud.ts';

export type TestCloud = {
  cloud: LocalCloud;
  /** A client of a new learner. */
  learner(): Promise<ApiClient>;
  stop(): Promise<void>;
};

export async function startTestCloud(options: Partial<LocalCloudOptions> = {}): Promise<TestCloud> {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'langplug-e2e-'));
  const cloud = await startLocalCloud({ dataDir, port: 0, maxWaitMs: 50, ...options });
  return {
    cloud,
    learner: async () => {
      const client = new ApiClient(cloud.url);
      await client.registerThrowAway();
      return client;
    },
    stop: async () => {
      await cloud.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

export const EXAMPLE = 'examples/ein-tag-in-hamburg.mp4';
export const EXAMPLE_SUBTITLES = 'examples/ein-tag-in-hamburg.srt';
export const fixture = (name: string) => path.join('tests/fixtures/media', name);
