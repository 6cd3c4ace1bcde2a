import { Agent, request as httpRequest } from 'node:http';
import { pipeline } from 'node:stream';
import type { Handler } from './wire.ts';
import { AwsError, sendJsonError } from './wire.ts';

export type Proxy = { handle: Handler; close(): void };

/** Passes requests on to a server on the loopback interface, streaming both ways over kept connections. */
export function proxyTo(service: string, port: number): Proxy {
  const agent = new Agent({ keepAlive: true, maxSockets: Number.POSITIVE_INFINITY });
  return {
    handle(request, response) {
      const upstream = httpRequest(
        { host: '127.0.0.1', port, agent, method: request.method, path: request.url, headers: request.headers },
        (answer) => {
          response.writeHead(answer.statusCode ?? 502, answer.headers);
          pipeline(answer, response, () => undefined);
        },
      );
      upstream.on('error', (error) => {
        const reason = new AwsError('ServiceUnavailable', `${service} does not answer: ${error.message}`, 503);
        sendJsonError(request, response, reason, '1.0');
      });
      response.on('close', () => {
        if (!response.writableFinished) upstream.destroy();
      });
      request.pipe(upstream);
    },
    close: () => agent.destroy(),
  };
}
