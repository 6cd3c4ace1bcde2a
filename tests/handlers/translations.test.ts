/** Texts over the API: at once, and in the background through the queue, on the local cloud's services. */
import { randomUUID } from 'node:crypto';
import {
  DeleteMessageCommand,
  DeleteQueueCommand,
  PurgeQueueCommand,
  ReceiveMessageCommand,
  SQSClient,
} from '@aws-sdk/client-sqs';
import { TooManyRequestsException, TranslateClient, TranslateTextCommand } from '@aws-sdk/client-translate';
import type { SQSRecord } from 'aws-lambda';
import { mockClient } from 'aws-sdk-client-mock';
import { afterAll, afterEach, beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest';
import { z } from 'zod';
import { DynamoBatchTaskStore } from '../../functions/adapters/dynamodb/batch-task-store.ts';
import { DynamoPublicKeys } from '../../functions/adapters/dynamodb/public-keys.ts';
import { SystemClock } from '../../functions/adapters/node/clock.ts';
import { JoseTokenIssuer } from '../../functions/adapters/node/tokens.ts';
import { SqsTranslationQueue } from '../../functions/adapters/sqs/translation-queue.ts';
import { MAX_TEXT_CHARACTERS, MAX_TEXTS } from '../../functions/contracts/limits.ts';
import { lambdaContext } from '../runtime/api/api-event.ts';
import { call, startHandlerServices } from '../support/handlers.ts';

let services: Awaited<ReturnType<typeof startHandlerServices>>;
let translations: typeof import('../../functions/handlers/api/translations/index.ts')['handler'];
let tasks: typeof import('../../functions/handlers/api/tasks/index.ts')['handler'];
let consumer: typeof import('../../functions/handlers/queue/translate-batch.ts')['handler'];
let sqs: SQSClient;
let queueUrl = '';
let [token, another] = ['', ''];

beforeAll(async () => {
  services = await startHandlerServices(['users', 'videos', 'translations']);
  await services.aws.createBucket('media');
  ({ url: queueUrl } = await services.aws.createQueue('translation', { VisibilityTimeout: '1800' }));
  Object.assign(process.env, {
    VIDEOS_TABLE: 'videos',
    TRANSLATIONS_TABLE: 'translations',
    MEDIA_BUCKET: 'media',
    TRANSLATION_QUEUE_URL: queueUrl,
    TASK_RETENTION_HOURS: '24',
    AWS_REQUEST_CHECKSUM_CALCULATION: 'WHEN_REQUIRED',
  });
  ({ handler: translations } = await import('../../functions/handlers/api/translations/index.ts'));
  ({ handler: tasks } = await import('../../functions/handlers/api/tasks/index.ts'));
  ({ handler: consumer } = await import('../../functions/handlers/queue/translate-batch.ts'));
  sqs = new SQSClient(services.client);
  const secret = { read: async () => 'another secret of at least 32 characters' };
  const issuer = new JoseTokenIssuer(secret, new DynamoPublicKeys('users', services.dynamo), new SystemClock());
  const tokenOf = async (accountId: string) =>
    (await issuer.issue({ accountId, role: 'learner', sessionId: randomUUID() })).token;
  [token, another] = [await tokenOf('a'), await tokenOf('b')];
}, 60_000);
afterAll(async () => {
  sqs?.destroy();
  await services?.end();
});

const deEn = { source_language: 'de', target_language: 'en' };
const translate = (body: Record<string, unknown>) =>
  call(translations, 'POST', '/translate', { token, body: { ...deEn, ...body } });
const acceptedSchema = z.object({ task_id: z.string(), status_url: z.string() });
const startBatch = async (texts: string[], target = 'en') => {
  const body = { ...deEn, texts, target_language: target };
  const answer = await call(translations, 'POST', '/translate/batch', { token, body });
  expect(answer.status).toBe(202);
  return acceptedSchema.parse(answer.body);
};
const statusOf = (task: { status_url: string }, by = token) => call(tasks, 'GET', task.status_url, { token: by });
const resultOf = (task: { task_id: string }, by = token) =>
  call(translations, 'GET', `/translate/batch/${task.task_id}`, { token: by });

/** Hands the next message to the consumer, as Lambda does. @param delivery how often the queue has handed it out */
async function deliver({ delivery = 1, remainingMs = 300_000 } = {}) {
  const { Messages: [message] = [] } = await sqs.send(
    new ReceiveMessageCommand({ QueueUrl: queueUrl, MessageSystemAttributeNames: ['All'], WaitTimeSeconds: 5 }),
  );
  if (!message?.ReceiptHandle) throw new Error('The queue is empty');
  const context = { ...lambdaContext, getRemainingTimeInMillis: () => remainingMs };
  const answer = await consumer({ Records: [recordOf(message.Body ?? '', message.ReceiptHandle, delivery)] }, context);
  if (answer.batchItemFailures.length === 0) {
    await sqs.send(new DeleteMessageCommand({ QueueUrl: queueUrl, ReceiptHandle: message.ReceiptHandle }));
  }
  return answer.batchItemFailures;
}

const recordOf = (body: string, receiptHandle: string, delivery: number): SQSRecord => ({
  messageId: 'm',
  body,
  receiptHandle,
  attributes: {
    ApproximateReceiveCount: String(delivery),
    SentTimestamp: '0',
    SenderId: 's',
    ApproximateFirstReceiveTimestamp: '0',
  },
  messageAttributes: {},
  md5OfBody: '',
  eventSource: 'aws:sqs',
  eventSourceARN: 'arn:aws:sqs:us-east-1:000000000000:translation',
  awsRegion: 'us-east-1',
});

/** Amazon Translate has too much to do, until the test is over. */
const throttle = () => {
  const refusal = new TooManyRequestsException({ $metadata: {}, message: 'slow down' });
  const service = mockClient(TranslateClient);
  service.on(TranslateTextCommand).rejects(refusal);
  onTestFinished(() => service.restore());
};
afterEach(() => void vi.restoreAllMocks());

describe('POST /translate', () => {
  it('answers in order, with each text as it was sent', async () => {
    const texts = ['Haus', '  Guten\n Morgen! ', '', 'Haus'];
    const { status, body } = await translate({ texts });
    expect(status).toBe(200);
    const house = { text: 'Haus', translation: 'House', origin: 'glossary' };
    expect(body).toEqual({
      translations: [
        house,
        { text: texts[1], translation: expect.stringMatching(/^\S.*\S$/), origin: 'glossary' },
        { text: '', translation: '', origin: 'machine' },
        house,
      ],
    });
  });

  it('says which languages nothing here translates, and what to do', async () => {
    expect(await translate({ texts: ['Haus'], target_language: 'ja' })).toMatchObject({
      status: 503,
      body: { code: 'NO_TRANSLATION_ENGINE', detail: expect.stringContaining('de to ja'), remedy: expect.any(String) },
    });
  });

  it('answers 503 when the service does', async () => {
    throttle();
    expect(await translate({ texts: ['Fensterbank'] })).toMatchObject({
      status: 503,
      body: { code: 'TRANSLATION_FAILED' },
    });
  });

  it.each([
    [{ texts: [] }, 'body.texts'],
    [{ texts: Array.from({ length: MAX_TEXTS + 1 }, () => 'x') }, 'body.texts'],
    [{ texts: ['x'.repeat(MAX_TEXT_CHARACTERS), 'y'] }, 'body.texts'],
    [{ texts: ['x'], target_language: 'de' }, 'body.target_language'],
    [{ texts: ['x'], source_language: 'ja' }, 'body.source_language'],
  ])('answers 400 for a bad request (%#)', async (body, field) => {
    const problem = { code: 'INVALID_REQUEST', errors: [{ field }] };
    expect(await translate(body)).toMatchObject({ status: 400, body: problem });
  });

  it('answers 401 without a token', async () => {
    const body = { ...deEn, texts: ['Haus'] };
    expect(await call(translations, 'POST', '/translate', { body })).toMatchObject({ status: 401 });
  });
});

describe('a batch', () => {
  it('waits, is translated, and can be fetched by who asked for it', async () => {
    const task = await startBatch(['Haus', ' Haus ']);
    expect(task.status_url).toBe(`/tasks/${task.task_id}/status`);
    expect(await statusOf(task)).toMatchObject({
      status: 200,
      body: { kind: 'translation', state: 'pending', percent: 0, texts_done: 0, texts_total: 2, result_url: null },
    });
    expect(await resultOf(task)).toMatchObject({ status: 409, body: { code: 'NOT_READY' } });

    expect(await deliver()).toEqual([]);
    const result_url = `/translate/batch/${task.task_id}`;
    expect(await statusOf(task)).toMatchObject({
      body: { state: 'completed', percent: 100, texts_done: 2, error: null, result_url, message: 'Ready: 2 texts' },
    });
    expect(await resultOf(task)).toMatchObject({
      status: 200,
      body: {
        translations: [
          { text: 'Haus', translation: 'House' },
          { text: ' Haus ', translation: 'House' },
        ],
      },
    });
    for (const answer of [await statusOf(task, another), await resultOf(task, another)]) {
      expect(answer).toMatchObject({ status: 404, body: { code: 'NOT_FOUND' } });
    }
  });

  it('fails at once for languages that nothing here translates, and says so', async () => {
    const task = await startBatch(['Haus'], 'ja');
    expect(await deliver()).toEqual([]);
    const error = { code: 'NO_TRANSLATION_ENGINE', detail: expect.stringContaining('de to ja') };
    expect(await statusOf(task)).toMatchObject({ body: { state: 'failed', error, ended_at: expect.any(String) } });
    const why = expect.stringContaining('There is no translation engine for this pair of languages.');
    const remedy = expect.stringContaining('Waiting does not help');
    expect(await resultOf(task)).toMatchObject({ status: 409, body: { code: 'TASK_FAILED', detail: why, remedy } });
  });

  it('goes on in another delivery when the function has no time left', async () => {
    const task = await startBatch(Array.from({ length: 120 }, (_, i) => `Haus ${i}`));
    expect(await deliver({ remainingMs: 5_000 })).toEqual([]);
    expect(await statusOf(task)).toMatchObject({ body: { state: 'processing', percent: 41, texts_done: 50 } });
    expect(await deliver()).toEqual([]);
    expect(await statusOf(task)).toMatchObject({ body: { state: 'completed', texts_done: 120 } });
  });

  it('is tried again later and later while the service does not answer, and given up at the last delivery', async () => {
    throttle();
    const real = SqsTranslationQueue.prototype.deliverAgain;
    const delays: number[] = [];
    // Visible soon, so that the test need not wait for it.
    vi.spyOn(SqsTranslationQueue.prototype, 'deliverAgain').mockImplementation(function (
      this: SqsTranslationQueue,
      receipt,
      seconds,
    ) {
      delays.push(seconds);
      return real.call(this, receipt, 1);
    });
    const task = await startBatch(['Dachfenster']);
    for (const delivery of [1, 2, 3, 4]) {
      expect(await deliver({ delivery })).toEqual([{ itemIdentifier: 'm' }]);
      expect(await statusOf(task)).toMatchObject({ body: { state: 'processing', texts_done: 0 } });
    }
    expect(delays).toEqual([30, 60, 120, 240]);
    expect(await deliver({ delivery: 5 })).toEqual([]);
    expect(await statusOf(task)).toMatchObject({ body: { state: 'failed', error: { code: 'TRANSLATION_FAILED' } } });
  });

  it('that another delivery works on comes again in case that one dies, and is not failed even at the last', async () => {
    const task = await startBatch(['Giebel']);
    const ref = { ownerId: 'a', taskId: task.task_id };
    await new DynamoBatchTaskStore('videos', new SystemClock(), services.dynamo).begin(
      ref,
      Date.now() + 600_000,
      Date.now(),
    );
    const again = vi.spyOn(SqsTranslationQueue.prototype, 'deliverAgain').mockResolvedValue();
    const body = JSON.stringify({ type: 'translate', ...ref });
    const delivered = (delivery: number) => consumer({ Records: [recordOf(body, 'r', delivery)] }, lambdaContext);
    expect(await delivered(1)).toEqual({ batchItemFailures: [{ itemIdentifier: 'm' }] });
    expect(again).toHaveBeenCalledExactlyOnceWith('r', 30);
    expect(await delivered(5)).toEqual({ batchItemFailures: [] });
    expect(await statusOf(task)).toMatchObject({ body: { state: 'processing', error: null } });
    await sqs.send(new PurgeQueueCommand({ QueueUrl: queueUrl }));
  });

  it('that nobody can read is left to the dead-letter queue', async () => {
    const event = { Records: [recordOf('{"type":"something else"}', 'r', 5)] };
    expect(await consumer(event, lambdaContext)).toEqual({ batchItemFailures: [{ itemIdentifier: 'm' }] });
  });

  it('with a text that is too long is refused', async () => {
    const body = { ...deEn, texts: ['x'.repeat(MAX_TEXT_CHARACTERS + 1)] };
    const errors = [{ field: 'body.texts.0', reason: `must have at most ${MAX_TEXT_CHARACTERS} characters` }];
    const answer = await call(translations, 'POST', '/translate/batch', { token, body });
    expect(answer).toMatchObject({ status: 400, body: { errors } });
  });

  it('nobody ever asked for is not found', async () => {
    const nobodys = { task_id: randomUUID(), status_url: `/tasks/${randomUUID()}/status` };
    expect(await statusOf(nobodys)).toMatchObject({ status: 404 });
    expect(await resultOf(nobodys)).toMatchObject({ status: 404 });
  });

  it('that cannot be queued is refused', async () => {
    await sqs.send(new DeleteQueueCommand({ QueueUrl: queueUrl }));
    const body = { ...deEn, texts: ['Haus'] };
    const answer = await call(translations, 'POST', '/translate/batch', { token, body });
    expect(answer).toMatchObject({ status: 503, body: { code: 'UNAVAILABLE' } });
  });
});
