/** Starts the services for a test file, in a folder of its own. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startAwsServices } from '../../../local/aws/index.ts';
import type { AwsServices, AwsServicesOptions, InvokeFunction, LocalLog } from '../../../local/types.ts';

export const REGION = 'us-east-1';
export const ACCOUNT = '000000000000';

/** Keeps every line, for tests that look at them. */
export function keepingLog(): LocalLog & { lines: string[] } {
  const lines: string[] = [];
  const line = (level: string) => (source: string, message: string) => lines.push(`${level} ${source}: ${message}`);
  return { lines, info: line('info'), warn: line('warn'), error: line('error'), verbose: line('verbose') };
}

export type TestServices = {
  aws: AwsServices;
  dataDir: string;
  log: ReturnType<typeof keepingLog>;
  /** Options of SDK clients. */
  client: {
    endpoint: string;
    region: string;
    credentials: { accessKeyId: string; secretAccessKey: string };
    maxAttempts: number;
  };
  /** Stops the services and deletes their data. */
  end(): Promise<void>;
};

export async function startTestServices(
  options: Partial<AwsServicesOptions> & { invokeFunction?: InvokeFunction } = {},
): Promise<TestServices> {
  const dataDir = options.dataDir ?? (await mkdtemp(join(tmpdir(), 'langplug-aws-')));
  const log = keepingLog();
  const aws = await startAwsServices({
    dataDir,
    region: REGION,
    account: ACCOUNT,
    invokeFunction: async () => ({}),
    engines: { speech: 'auto', translation: 'auto', enginesDir: join(dataDir, 'engines') },
    maxWaitMs: 5,
    log,
    ...options,
  });
  return {
    aws,
    dataDir,
    log,
    client: clientOptions(aws.endpoint),
    async end() {
      await aws.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

export const clientOptions = (endpoint: string) => ({
  endpoint,
  region: REGION,
  credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  maxAttempts: 1,
});

/** Asks again until the answer is what is wanted. */
export async function until<T>(ask: () => Promise<T>, wanted: (answer: T) => boolean): Promise<T> {
  for (let attempt = 0; attempt < 500; attempt++) {
    const answer = await ask();
    if (wanted(answer)) return answer;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new Error('The wanted answer never came');
}
