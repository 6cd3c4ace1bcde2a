import { once } from 'node:events';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';
import { startLocalCloud } from '../../local/cloud.ts';
import { useExternalAws } from '../../local/external-aws.ts';
import { silentLog } from '../../local/log.ts';

it('nothing is left when something of our own cannot start beside it', async () => {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'langplug-external-'));
  const emulator = createServer((_, response) => response.end()).listen(0, '127.0.0.1');
  await once(emulator, 'listening');
  const { port } = Object(emulator.address());
  const exitListeners = process.listenerCount('exit');
  const { PATH } = process.env;
  process.env.PATH = dataDir;
  const start = useExternalAws({
    endpoint: `http://127.0.0.1:${port}`,
    dataDir,
    region: 'us-east-1',
    account: '000000000000',
    invokeFunction: async () => ({}),
    engines: { speech: 'none', translation: 'none', enginesDir: path.join(dataDir, 'engines') },
    maxWaitMs: 1,
    log: silentLog,
  });
  await expect(start)
    .rejects.toThrow('redis-server could not start: the program "redis-server" is not installed')
    .finally(() => {
      process.env.PATH = PATH;
    });
  expect(await readdir(dataDir)).toEqual(['redis']);
  expect(process.listenerCount('exit')).toBe(exitListeners);
  emulator.close();
  await rm(dataDir, { recursive: true });
});

it('another AWS emulator that does not answer is named, and nothing is left running or locked', async () => {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'langplug-external-'));
  const start = startLocalCloud({ dataDir, port: 0, awsEndpoint: 'http://127.0.0.1:9', log: silentLog });
  await expect(start).rejects.toThrow('Nothing answers at http://127.0.0.1:9 (LANGPLUG_ENDPOINT)');
  expect(await readdir(dataDir)).toEqual(['langplug-data.txt']);
  await rm(dataDir, { recursive: true });
});
