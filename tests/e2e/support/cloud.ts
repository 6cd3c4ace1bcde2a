/** A local cloud for a test file: the synthesised template with real Redis, DynamoDB Local and media files. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ApiClient } from '../../../local/client/api-client.ts';
import { type LocalCloud, type LocalCloudOptions, startLocalCloud } from '../../../local/cloud.ts';
import { silentLog } from '../../../local/log.ts';
import { type CloudInspector, inspectCloud } from './inspect-cloud.ts';

export type TestCloud = {
  cloud: LocalCloud;
  /** Looks and reaches behind the API. */
  inspect: CloudInspector;
  /** A client of a new learner. */
  learner(): Promise<ApiClient>;
  stop(): Promise<void>;
};

export async function startTestCloud(options: Partial<LocalCloudOptions> = {}): Promise<TestCloud> {
  const dataDir = options.dataDir ?? (await mkdtemp(path.join(tmpdir(), 'langplug-e2e-')));
  const cloud = await startLocalCloud({
    dataDir,
    ephemeral: !options.dataDir,
    port: 0,
    maxWaitMs: 50,
    // Filling the lexicon takes seconds, which few tests need.
    triggers: false,
    log: silentLog,
    ...options,
    // Whatever engines this machine has: tests have none unless they say so.
    engines: { enginesDir: path.join(dataDir, 'engines'), ...options.engines },
  });
  return {
    cloud,
    inspect: inspectCloud(cloud),
    learner: async () => {
      const client = new ApiClient(cloud.url);
      await client.registerThrowAway();
      return client;
    },
    stop: async () => {
      await cloud.stop();
      if (!options.dataDir) await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/** The body of an answer, parsed. */
export const bodyOf = async (response: Response) => JSON.parse(await response.text());

export const EXAMPLE = 'examples/ein-tag-in-hamburg.mp4';
export const EXAMPLE_SUBTITLES = 'examples/ein-tag-in-hamburg.srt';
export const EXAMPLE_TRANSCRIPT = 'examples/ein-tag-in-hamburg.transcript.json';
export const fixture = (name: string) => path.join('tests/fixtures/media', name);
