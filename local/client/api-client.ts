/** A client of the public API, as any program would write one: used by the command line, the tests and the benches. */
import { randomBytes, randomUUID } from 'node:crypto';
import { openAsBlob } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { z } from 'zod';
import { sessionSchema } from '../../functions/contracts/account.ts';
import {
  createdVideoSchema,
  type newSubtitlesSchema,
  pageOf,
  subtitlesAnswerSchema,
} from '../../functions/contracts/api.ts';
import { chunkSummarySchema, type Lesson, lessonSchema } from '../../functions/contracts/lesson.ts';
import { type Problem, problemSchema } from '../../functions/contracts/problem.ts';
import { acceptedTaskSchema, type TaskStatus, taskStatusSchema } from '../../functions/contracts/task.ts';
import { type BatchTranslate, type Translations, translationsSchema } from '../../functions/contracts/translate.ts';
import { type newVideoSchema, type Upload, type VideoView, videoSchema } from '../../functions/contracts/video.ts';

/** The API answered with a problem. */
export class ApiProblem extends Error {
  override readonly name = 'ApiProblem';
  readonly problem: Problem;
  constructor(problem: Problem) {
    super(`${problem.title}: ${problem.detail} ${problem.remedy}`);
    this.problem = problem;
  }
}

/** Nothing answers at the address of the API, or the connection broke. */
export class Unreachable extends Error {
  override readonly name = 'Unreachable';
  constructor(url: string, cause: unknown) {
    super(
      `LangPlug at ${url} does not answer (${reasonOf(cause)}). ` +
        'Is it running ("npm start" starts it on this machine), and is the URL right?',
      { cause },
    );
  }
}

/** S3 refused an upload. `body` is its XML answer. */
export class UploadRefused extends Error {
  override readonly name = 'UploadRefused';
  readonly status: number;
  readonly body: string;
  constructor(status: number, body: string) {
    super(/<Message>(.*?)<\/Message>/.exec(body)?.[1] ?? `The upload was refused with status ${status}`);
    this.status = status;
    this.body = body;
  }
}

/** Parts of a multipart upload that travel at the same time. */
const PARTS_AT_ONCE = 4;

export class ApiClient {
  readonly #url: string;
  #token: string | undefined;
  #taskETag: { etag: string; status: TaskStatus } | undefined;

  /** @param url of the API, without a slash at its end */
  constructor(url: string) {
    this.#url = url;
  }

  /** Sends a JSON request with the access token, if there is one yet. @throws Unreachable */
  send(method: string, path: string, body?: unknown, headers: Record<string, string> = {}): Promise<Response> {
    if (body === undefined) return this.sendText(method, path, undefined, headers);
    return this.sendText(method, path, JSON.stringify(body), { 'content-type': 'application/json', ...headers });
  }

  /** The same with a body that is sent as it is. @throws Unreachable */
  async sendText(
    method: string,
    path: string,
    body: string | undefined,
    headers: Record<string, string>,
  ): Promise<Response> {
    try {
      return await fetch(`${this.#url}${path}`, {
        method,
        headers: { ...(this.#token && { authorization: `Bearer ${this.#token}` }), ...headers },
        ...(body !== undefined && { body }),
      });
    } catch (error) {
      throw new Unreachable(this.#url, error);
    }
  }

  /** @throws ApiProblem for any answer that is no success */
  async call<T>(method: string, path: string, schema: z.ZodType<T>, body?: unknown): Promise<T> {
    const response = await this.send(method, path, body);
    if (!response.ok) throw new ApiProblem(await readProblem(response));
    return schema.parse(await response.json());
  }

  /** Registers an account with a random e-mail and password and logs in. @returns the account's id */
  async registerThrowAway(): Promise<string> {
    const credentials = {
      email: `learner-${randomUUID()}@example.org`,
      password: `Aa1!${randomBytes(18).toString('base64url')}`,
    };
    const registered = await this.send('POST', '/auth/register', credentials);
    if (!registered.ok) throw new ApiProblem(await readProblem(registered));
    return this.logIn(credentials);
  }

  async logIn(credentials: { email: string; password: string }): Promise<string> {
    const session = await this.call('POST', '/auth/login', sessionSchema, credentials);
    this.#token = session.access_token;
    return session.account.id;
  }

  createVideo(video: z.input<typeof newVideoSchema>) {
    return this.call('POST', '/videos', createdVideoSchema, video);
  }

  getVideo(id: string): Promise<VideoView> {
    return this.call('GET', `/videos/${id}`, videoSchema);
  }

  addSubtitles(id: string, subtitles: z.input<typeof newSubtitlesSchema>) {
    return this.call('POST', `/videos/${id}/subtitles`, subtitlesAnswerSchema, subtitles);
  }

  process(id: string) {
    return this.call('POST', `/videos/${id}/process`, acceptedTaskSchema);
  }

  translate(request: BatchTranslate): Promise<Translations> {
    return this.call('POST', '/translate', translationsSchema, request);
  }

  /** Translates in the background. */
  startBatch(request: BatchTranslate) {
    return this.call('POST', '/translate/batch', acceptedTaskSchema, request);
  }

  batchResult(taskId: string): Promise<Translations> {
    return this.call('GET', `/translate/batch/${taskId}`, translationsSchema);
  }

  /** Polls with the ETag of the answer before: an unchanged status costs nothing. */
  async taskStatus(statusUrl: string): Promise<TaskStatus> {
    const known = this.#taskETag;
    const response = await this.send('GET', statusUrl, undefined, known ? { 'if-none-match': known.etag } : {});
    if (response.status === 304 && known) return known.status;
    if (!response.ok) throw new ApiProblem(await readProblem(response));
    const status = taskStatusSchema.parse(await response.json());
    this.#taskETag = { etag: response.headers.get('etag') ?? '', status };
    return status;
  }

  /** All finished chunks. */
  async chunks(id: string) {
    const page = pageOf(chunkSummarySchema, 'ChunkPage');
    const chunks: z.infer<typeof chunkSummarySchema>[] = [];
    let query = '?limit=100';
    for (;;) {
      const { items, next_cursor } = await this.call('GET', `/videos/${id}/chunks${query}`, page);
      chunks.push(...items);
      if (next_cursor === null) return chunks;
      query = `?limit=100&cursor=${encodeURIComponent(next_cursor)}`;
    }
  }

  lesson(id: string, index: number): Promise<Lesson> {
    return this.call('GET', `/videos/${id}/chunks/${index}`, lessonSchema);
  }

  /**
   * Sends a file by the presigned request of the API.
   * @param onProgress called with the bytes sent so far
   * @throws UploadRefused
   */
  async upload(videoId: string, upload: Upload, file: string, onProgress: (bytes: number) => void = () => {}) {
    const blob = await openAsBlob(file);
    if (upload.type === 'post') {
      await postForm(upload, blob);
      onProgress(blob.size);
      return;
    }
    let sent = 0;
    const parts: { part_number: number; etag: string }[] = [];
    const waiting = upload.parts.values();
    const worker = async () => {
      for (const { part_number, url } of waiting) {
        const from = (part_number - 1) * upload.part_size;
        const part = blob.slice(from, from + upload.part_size);
        const response = await fetch(url, { method: 'PUT', body: part });
        if (!response.ok) throw new UploadRefused(response.status, await response.text());
        parts.push({ part_number, etag: response.headers.get('etag') ?? '' });
        sent += part.size;
        onProgress(sent);
      }
    };
    await Promise.all(Array.from({ length: PARTS_AT_ONCE }, worker));
    parts.sort((a, b) => a.part_number - b.part_number);
    await this.call('POST', `/videos/${videoId}/upload/complete`, videoSchema, { upload_id: upload.upload_id, parts });
  }
}

/** Sends a presigned form post. @throws UploadRefused */
export async function postForm(upload: Extract<Upload, { type: 'post' }>, file: Blob): Promise<void> {
  const form = new FormData();
  for (const [name, value] of Object.entries(upload.fields)) form.set(name, value);
  form.set('file', file);
  const response = await fetch(upload.url, { method: 'POST', body: form });
  if (!response.ok) throw new UploadRefused(response.status, await response.text());
  await response.body?.cancel();
}

/** Bytes of a file. */
export const fileSize = async (file: string) => (await stat(file)).size;

/** What the API says is wrong, from an answer that is no success. */
export async function readProblem(response: Response): Promise<Problem> {
  const text = await response.text();
  const parsed = problemSchema.safeParse(parseJson(text));
  if (parsed.success) return parsed.data;
  return {
    type: 'about:blank',
    title: `The API answered ${response.status}`,
    status: response.status,
    detail: text.slice(0, 300),
    instance: new URL(response.url).pathname,
    code: 'INTERNAL_ERROR',
    remedy: '',
  };
}

/** `fetch` says only that it failed; why is in its cause. An AggregateError (IPv6 and IPv4 tried) has no message. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error.cause !== undefined) return reasonOf(error.cause);
  return error.message || ('code' in error ? String(error.code) : error.name);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
