import { describe, expect, it } from 'vitest';
import { silentLog } from '../../local/log.ts';
import { generateSecret, secretOptionsSchema } from '../../local/resources/secret.ts';
import { failedItems } from '../../local/wiring/failed-items.ts';
import { toS3Event, wants } from '../../local/wiring/object-notifications.ts';
import { toRecord } from '../../local/wiring/queue-poller.ts';
import { Scheduler } from '../../local/wiring/scheduler.ts';
import { openTriggers } from '../../local/wiring/triggers.ts';
import type { BucketNotification, ScheduledCall } from '../../local/wiring/wiring.ts';

const object = { eventName: 'ObjectCreated:Post', bucket: 'media', key: 'uploads/ä b+c/source', size: 5, etag: 'e' };

describe('notifications of a bucket', () => {
  const notification: BucketNotification = {
    id: 'n',
    bucket: 'media',
    events: ['s3:ObjectCreated:*'],
    prefix: 'uploads/',
    suffix: '/source',
    target: { type: 'queue', arn: 'arn' },
  };

  it('are about what their events and filters say, and nothing else', () => {
    expect(wants(notification, object)).toBe(true);
    expect(wants({ ...notification, events: ['s3:ObjectCreated:Post'] }, object)).toBe(true);
    expect(wants({ ...notification, events: ['s3:ObjectCreated:Put', 's3:ObjectRemoved:*'] }, object)).toBe(false);
    expect(wants(notification, { ...object, bucket: 'other' })).toBe(false);
    expect(wants(notification, { ...object, key: 'work/1/source' })).toBe(false);
    expect(wants(notification, { ...object, key: 'uploads/1/subtitles' })).toBe(false);
  });

  it('have the form of S3, with the key URL-encoded and + for a space', () => {
    expect(toS3Event(object, 'n', 'us-east-1')).toMatchObject({
      Records: [
        {
          eventVersion: '2.1',
          eventSource: 'aws:s3',
          awsRegion: 'us-east-1',
          eventName: 'ObjectCreated:Post',
          s3: {
            s3SchemaVersion: '1.0',
            configurationId: 'n',
            bucket: { name: 'media', arn: 'arn:aws:s3:::media' },
            object: { key: 'uploads/%C3%A4+b%2Bc/source', size: 5, eTag: 'e' },
          },
        },
      ],
    });
  });

  it('are in order by their sequencers', () => {
    const sequencers = Array.from(
      { length: 50 },
      () => /"sequencer":"(\w+)"/.exec(JSON.stringify(toS3Event(object, 'n', 'r')))?.[1],
    );
    expect(new Set(sequencers).size).toBe(50);
    expect(sequencers.toSorted()).toEqual(sequencers);
  });
});

describe('messages of a queue', () => {
  it('are handed over in the form of Lambda', () => {
    const message = {
      MessageId: 'a',
      ReceiptHandle: 'handle',
      Body: 'text',
      MD5OfBody: 'md5',
      Attributes: { ApproximateReceiveCount: '1' },
      MessageAttributes: { kind: { DataType: 'String', StringValue: 'x' } },
    };
    expect(toRecord(message, 'arn:queue', 'us-east-1')).toEqual({
      messageId: 'a',
      receiptHandle: 'handle',
      body: 'text',
      md5OfBody: 'md5',
      attributes: { ApproximateReceiveCount: '1' },
      messageAttributes: { kind: { stringValue: 'x', stringListValues: [], binaryListValues: [], dataType: 'String' } },
      eventSource: 'aws:sqs',
      eventSourceARN: 'arn:queue',
      awsRegion: 'us-east-1',
    });
  });

  it.each([
    ['nothing', undefined, []],
    ['an empty answer', {}, []],
    ['an empty list', { batchItemFailures: [] }, []],
    ['one of them', { batchItemFailures: [{ itemIdentifier: 'b' }] }, ['b']],
    ['an unknown one', { batchItemFailures: [{ itemIdentifier: 'z' }] }, ['a', 'b']],
    ['an empty one', { batchItemFailures: [{ itemIdentifier: '' }] }, ['a', 'b']],
    ['one without a name', { batchItemFailures: [{ id: 'b' }] }, ['a', 'b']],
  ])('are tried again as Lambda does when the function reports %s', (_, answer, expected) => {
    expect([...failedItems(answer, ['a', 'b'])]).toEqual(expected);
  });
});

describe('schedules', () => {
  const call = (name: string): ScheduledCall => ({
    name,
    expression: 'rate(5 minutes)',
    timezone: 'UTC',
    functionArn: `arn:${name}`,
    ruleArn: `arn:rule/${name}`,
  });
  const calls: unknown[] = [];
  const options = {
    invoke: async (fn: string, payload: unknown) => {
      calls.push([fn, payload]);
      return 'done';
    },
    log: silentLog,
    region: 'us-east-1',
    account: '0',
  };

  it('run on demand, by a part of their name, with the event of a schedule', async () => {
    const scheduler = new Scheduler([call('Stack-ReapStuckTasks12'), call('Stack-Warm')], options);
    expect(await scheduler.run('reap-stuck-tasks')).toBe('done');
    expect(calls.at(-1)).toMatchObject([
      'arn:Stack-ReapStuckTasks12',
      {
        source: 'aws.events',
        'detail-type': 'Scheduled Event',
        resources: ['arn:rule/Stack-ReapStuckTasks12'],
        detail: {},
      },
    ]);
    scheduler.stop();
  });

  it('have their own input if the template gives one', async () => {
    const scheduler = new Scheduler([{ ...call('Warm'), input: { kind: 'daily' } }], options);
    await scheduler.run('Warm');
    expect(calls.at(-1)).toEqual(['arn:Warm', { kind: 'daily' }]);
    scheduler.stop();
  });

  it('are named when none or several match', async () => {
    const scheduler = new Scheduler([call('A-Reap'), call('B-Reap')], options);
    await expect(scheduler.run('nope')).rejects.toThrow('There is no schedule "nope". Schedules: A-Reap, B-Reap');
    await expect(scheduler.run('reap')).rejects.toThrow('Several schedules match "reap"');
    scheduler.stop();
  });
});

describe('triggers of a deployment', () => {
  const run = (invoke: (fn: string) => Promise<unknown>) => {
    const warnings: string[] = [];
    const triggers = openTriggers([{ functionArn: 'arn:seed' }, { functionArn: 'arn:warm' }], {
      invoke,
      log: { ...silentLog, warn: (source, message) => warnings.push(`${source}: ${message}`) },
      nameOf: (arn) => arn.replace('arn:', ''),
    });
    return { triggers, warnings };
  };

  it('are called once, one after the other, however often they are asked for', async () => {
    const calls: string[] = [];
    const { triggers } = run(async (fn) => {
      calls.push(`${fn} begins`);
      await new Promise((resolve) => setTimeout(resolve, 5));
      calls.push(`${fn} ends`);
    });
    await Promise.all([triggers.run(), triggers.run()]);
    await triggers.run();
    expect(calls).toEqual(['arn:seed begins', 'arn:seed ends', 'arn:warm begins', 'arn:warm ends']);
  });

  it('that fail are named, and keep the others from nothing', async () => {
    const { triggers, warnings } = run(async (fn) => {
      if (fn === 'arn:seed') throw new TypeError('no table');
    });
    await triggers.run();
    expect(warnings).toEqual([expect.stringMatching(/^seed: .*TypeError: no table/)]);
  });

  it('end quietly when the local cloud stops', async () => {
    const calls: string[] = [];
    const { triggers, warnings } = run(async (fn) => {
      calls.push(fn);
      triggers.stop();
      throw new Error('The local cloud is stopping');
    });
    await triggers.run();
    expect([calls, warnings]).toEqual([['arn:seed'], []]);
  });
});

describe('generated secrets', () => {
  const generate = (options: Record<string, unknown>) => generateSecret(secretOptionsSchema.parse(options));

  it('have the length and the characters that are asked for, one of each kind at least', () => {
    for (let i = 0; i < 100; i++) {
      expect(generate({ PasswordLength: 8, ExcludePunctuation: true, ExcludeCharacters: 'abc' })).toMatch(
        /^(?=.*[d-z])(?=.*[A-Z])(?=.*[0-9])[d-zA-Z0-9]{8}$/,
      );
    }
  });

  it('are put into a template', () => {
    const secret = JSON.parse(generate({ SecretStringTemplate: '{"user":"u"}', GenerateStringKey: 'password' }));
    expect(secret).toEqual({ user: 'u', password: expect.stringMatching(/^.{32}$/) });
  });

  it('cannot be made of nothing', () => {
    const nothing = { ExcludeLowercase: true, ExcludeUppercase: true, ExcludeNumbers: true, ExcludePunctuation: true };
    expect(() => generate(nothing)).toThrow('excludes every character');
  });
});
