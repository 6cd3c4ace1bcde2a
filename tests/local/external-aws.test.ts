import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';
import { startLocalCloud } from '../../local/cloud.ts';
import { silentLog } from '../../local/log.ts';

it('another AWS emulator that does not answer is named, and nothing is left running or locked', async () => {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'langplug-external-'));
  const start = startLocalCloud({ dataDir, port: 0, awsEndpoint: 'http://127.0.0.1:9', log: silentLog });
  await expect(start).rejects.toThrow('Nothing answers at http://127.0.0.1:9 (LANGPLUG_ENDPOINT)');
  expect(await readdir(dataDir)).toEqual(['langplug-data.txt']);
  await rm(dataDir, { recursive: true });
});
