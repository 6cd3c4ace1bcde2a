/** An endpoint that takes down what SDK clients really send, and answers nothing of use. */
import { createServer } from 'node:http';
import type { AwsRequest } from '../../../../local/aws/iam/requests.ts';
import { readBody } from '../../../../local/aws/wire.ts';

export type Recorder = {
  /** For SDK clients. */
  config: {
    endpoint: string;
    region: string;
    credentials: { accessKeyId: string; secretAccessKey: string };
    maxAttempts: number;
  };
  /** What a call sent; that it fails is expected. */
  sent(call: () => Promise<unknown>): Promise<AwsRequest>;
  stop(): void;
};

export async function openRecorder(): Promise<Recorder> {
  let last: AwsRequest | undefined;
  const server = createServer(async (request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost');
    const service = /Credential=[^/]+\/\d+\/[^/]+\/([^/]+)\/aws4_request/.exec(
      request.headers.authorization ?? '',
    )?.[1];
    last = {
      service: service ?? '',
      method: request.method ?? '',
      path: pathname,
      query: searchParams,
      headers: request.headers,
      body: await readBody(request),
    };
    response.writeHead(418).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The recorder has no TCP port');
  return {
    config: {
      endpoint: `http://127.0.0.1:${address.port}`,
      region: 'us-east-1',
      credentials: { accessKeyId: 'a', secretAccessKey: 'b' },
      maxAttempts: 1,
    },
    async sent(call) {
      last = undefined;
      await call().catch(() => undefined);
      if (!last) throw new Error('Nothing was sent');
      return last;
    },
    stop() {
      server.closeAllConnections();
      server.close();
    },
  };
}
