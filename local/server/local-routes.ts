/**
 * What only the local cloud answers:
 *
 * - `POST /_local/videos/{id}/transcript` keeps a recorded transcript for a video
 * - `GET  /_local/engine-calls` how often speech and translation engines were called since the start
 * - `GET  /_local/cloud` where the AWS services and Redis answer, and what the tables and the cache are called
 * - `POST /_local/schedules/{name}` runs a schedule now
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { nameAndMessage } from '../log.ts';
import type { AwsServices } from '../types.ts';
import { UnknownSchedule } from '../wiring/scheduler.ts';
import type { LocalRoute } from './public-server.ts';

const MAX_TRANSCRIPT_BYTES = 50 * 1024 * 1024;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

export type LocalRoutesOptions = {
  services: Pick<AwsServices, 'endpoint' | 'redisUrl' | 'recordTranscript' | 'engineCalls'>;
  region: string;
  /** Physical names by short ones. */
  tables: Record<string, string>;
  /** As the ElastiCache API knows it; null when the template has none. */
  cacheName: string | null;
  runSchedule: (name: string) => Promise<unknown>;
};

type Answer = { status: number; body: unknown };

export function localRoutes({ services, region, tables, cacheName, runSchedule }: LocalRoutesOptions): LocalRoute {
  const cloud = { endpoint: services.endpoint, region, tables, redisUrl: services.redisUrl, cacheName };
  const answer = async (request: IncomingMessage, path: string): Promise<Answer | undefined> => {
    const [, , area, name = '', last, ...rest] = path.split('/').map(decodeURIComponent);
    const call = `${request.method} ${area}`;
    if (call === 'GET engine-calls' && !name) return { status: 200, body: services.engineCalls() };
    if (call === 'GET cloud' && !name) return { status: 200, body: cloud };
    if (call === 'POST schedules' && name && last === undefined) return schedule(name);
    if (call === 'POST videos' && last === 'transcript' && rest.length === 0) return transcript(request, name);
    return undefined;
  };

  const schedule = async (name: string): Promise<Answer> => {
    try {
      return { status: 200, body: { result: (await runSchedule(name)) ?? null } };
    } catch (error) {
      if (error instanceof UnknownSchedule) return problem(404, error.message);
      return problem(500, nameAndMessage(error));
    }
  };

  const transcript = async (request: IncomingMessage, videoId: string): Promise<Answer> => {
    if (!UUID.test(videoId)) return problem(400, `"${videoId}" is no id of a video`);
    const text = await readText(request);
    if (text === undefined) return problem(413, `A transcript has at most ${MAX_TRANSCRIPT_BYTES} bytes`);
    let recorded: unknown;
    try {
      recorded = JSON.parse(text);
    } catch (error) {
      return problem(400, `The transcript is no JSON: ${String(error)}`);
    }
    try {
      await services.recordTranscript(videoId, recorded);
    } catch (error) {
      return problem(400, error instanceof Error ? error.message : String(error));
    }
    return { status: 204, body: undefined };
  };

  return async (request, response, path) => {
    if (isForeign(request)) {
      send(response, problem(403, 'Only programs and pages of this machine may do this'));
      return true;
    }
    const found = await answer(request, path);
    if (found) send(response, found);
    return found !== undefined;
  };
}

/** Pages of other sites reach a server on this machine through the browser; what they may not do here is anything. */
function isForeign({ headers }: IncomingMessage): boolean {
  const host = (headers.host ?? '').replace(/:\d+$/, '');
  if (!['localhost', '127.0.0.1', '[::1]'].includes(host)) return true;
  return headers.origin !== undefined && headers.origin !== `http://${headers.host}`;
}

const problem = (status: number, message: string): Answer => ({ status, body: { message } });

function send(response: ServerResponse, { status, body }: Answer): void {
  if (body === undefined) response.writeHead(status).end();
  else response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

async function readText(request: IncomingMessage): Promise<string | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    size += chunk.length;
    if (size <= MAX_TRANSCRIPT_BYTES) chunks.push(chunk);
  }
  return size <= MAX_TRANSCRIPT_BYTES ? Buffer.concat(chunks).toString('utf8') : undefined;
}
