import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ApiClient } from '../../local/client/api-client.ts';
import { sendRecordedTranscript } from '../../local/client/run-job.ts';

let dir: string;
let transcript: string;
let server: Server;
let url: string;
/** What the server answers to everything. */
let status: number;

beforeEach(async () => {
  dir = await mkdtemp(path.join(tmpdir(), 'langplug-client-'));
  transcript = path.join(dir, 'a.transcript.json');
  await writeFile(transcript, '{"language":"de","words":[]}');
  server = createServer((_request, response) => response.writeHead(status).end('no words'));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
});
afterEach(async () => {
  server.closeAllConnections();
  server.close();
  await rm(dir, { recursive: true, force: true });
});

describe('a recorded transcript beside the media', () => {
  it('is left out where there is no local cloud to take it', async () => {
    status = 404;
    await expect(sendRecordedTranscript(url, 'id', transcript)).resolves.toBeUndefined();
  });

  it('that the local cloud refuses is an error with its words', async () => {
    status = 400;
    await expect(sendRecordedTranscript(url, 'id', transcript)).rejects.toThrow(/a\.transcript\.json.*no words/);
  });
});

it('an API that does not answer is named, with why and what to do', async () => {
  await new Promise((resolve) => server.close(resolve));
  await expect(new ApiClient(url).registerThrowAway()).rejects.toThrow(
    new RegExp(`^LangPlug at ${url} does not answer \\(.*ECONNREFUSED.*\\).*npm start`),
  );
});
