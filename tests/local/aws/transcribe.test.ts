import { GetObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import {
  DeleteTranscriptionJobCommand,
  GetTranscriptionJobCommand,
  LanguageCode,
  ListTranscriptionJobsCommand,
  StartTranscriptionJobCommand,
  type StartTranscriptionJobCommandInput,
  TranscribeClient,
} from '@aws-sdk/client-transcribe';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { transcriptDocument } from '../../../local/aws/transcribe/output.ts';
import { wordsInside } from '../../../local/aws/transcribe/recorded.ts';
import { startTestServices, type TestServices, until } from './services.ts';

let services: TestServices;
let transcribe: TranscribeClient;
let s3: S3Client;

beforeAll(async () => {
  services = await startTestServices();
  transcribe = new TranscribeClient(services.client);
  s3 = new S3Client({ ...services.client, forcePathStyle: true });
  await services.aws.createBucket('media');
  await services.aws.recordTranscript('video', {
    language: 'de',
    words: [
      { text: 'Moin', start: 9.5, end: 10.01 },
      { text: 'Hamburg,', start: 10.2, end: 10.7 },
      { text: 'du', start: 10.8, end: 11 },
      { text: 'Schöne!', start: 11, end: 11.45 },
      { text: 'Wie', start: 12, end: 12.2 },
      { text: 'geht’s?', start: 12.2, end: 13.001 },
    ],
  });
}, 60_000);
afterAll(() => services.end());

const key = (video: string, cut: string) => `work/owner/${video}/etag/audio/${cut}.m4a`;
async function start(name: string, audio: string, more: Partial<StartTranscriptionJobCommandInput> = {}) {
  await transcribe.send(
    new StartTranscriptionJobCommand({
      TranscriptionJobName: name,
      LanguageCode: LanguageCode.DE_DE,
      Media: { MediaFileUri: `s3://media/${audio}` },
      OutputBucketName: 'media',
      OutputKey: `out/${name}.json`,
      ...more,
    }),
  );
}
const ended = (TranscriptionJobName: string) =>
  until(
    async () => (await transcribe.send(new GetTranscriptionJobCommand({ TranscriptionJobName }))).TranscriptionJob,
    (job) => job?.TranscriptionJobStatus !== 'IN_PROGRESS',
  );
const upload = (Key: string) => s3.send(new PutObjectCommand({ Bucket: 'media', Key, Body: 'sound' }));

describe('a job', () => {
  it('writes the recorded words of its cut in Transcribe’s own format', async () => {
    const audio = key('video', '0001-10000-13000');
    await upload(audio);
    const before = services.aws.engineCalls().transcriptionJobs;
    await start('cut', audio);
    expect(await ended('cut')).toMatchObject({
      TranscriptionJobStatus: 'COMPLETED',
      LanguageCode: 'de-DE',
      CompletionTime: expect.any(Date),
      Transcript: { TranscriptFileUri: `${services.aws.endpoint}/media/out/cut.json` },
    });
    const { Body } = await s3.send(new GetObjectCommand({ Bucket: 'media', Key: 'out/cut.json' }));
    const document = JSON.parse((await Body?.transformToString()) ?? '');
    expect(document).toMatchObject({ jobName: 'cut', accountId: '000000000000', status: 'COMPLETED' });
    expect(document.results.transcripts).toEqual([{ transcript: 'Hamburg, du Schöne! Wie' }]);
    expect(document.results.items.slice(0, 3)).toEqual([
      {
        id: 0,
        type: 'pronunciation',
        alternatives: [{ confidence: '1.000', content: 'Hamburg' }],
        start_time: '0.2',
        end_time: '0.7',
      },
      { id: 1, type: 'punctuation', alternatives: [{ confidence: '0.0', content: ',' }] },
      {
        id: 2,
        type: 'pronunciation',
        alternatives: [{ confidence: '1.000', content: 'du' }],
        start_time: '0.8',
        end_time: '1.0',
      },
    ]);
    expect(document.results.audio_segments).toEqual([
      { id: 0, transcript: 'Hamburg, du Schöne!', start_time: '0.2', end_time: '1.45', items: [0, 1, 2, 3, 4] },
      { id: 1, transcript: 'Wie', start_time: '2.0', end_time: '2.2', items: [5] },
    ]);
    expect(services.aws.engineCalls().transcriptionJobs - before).toBe(1);
  });

  it('has a name of its own until it is deleted', async () => {
    const audio = key('video', '0002-0-1000');
    await upload(audio);
    await start('unique', audio);
    await expect(start('unique', audio)).rejects.toMatchObject({ name: 'ConflictException' });
    await ended('unique');
    await transcribe.send(new DeleteTranscriptionJobCommand({ TranscriptionJobName: 'unique' }));
    await expect(ended('unique')).rejects.toMatchObject({ name: 'BadRequestException' });
    await start('unique', audio);
    expect(await ended('unique')).toMatchObject({ TranscriptionJobStatus: 'COMPLETED' });
  });

  it('without any speech engine fails and says what to do', async () => {
    const audio = key('unrecorded', '0000-0-1000');
    await upload(audio);
    const before = services.aws.engineCalls().transcriptionJobs;
    await start('no-engine', audio);
    expect(await ended('no-engine')).toMatchObject({
      TranscriptionJobStatus: 'FAILED',
      FailureReason: expect.stringMatching(/^NO_SPEECH_ENGINE: .*npm run engines:install/),
    });
    expect(services.aws.engineCalls().transcriptionJobs).toBe(before);
  });

  it('for less than half a second of sound fails as in AWS', async () => {
    const [short, long] = [key('video', '0003-0-499'), key('video', '0003-0-500')];
    await upload(short);
    await upload(long);
    await start('too-short', short);
    await start('long-enough', long);
    expect(await ended('too-short')).toMatchObject({
      TranscriptionJobStatus: 'FAILED',
      FailureReason: expect.stringContaining('at least 500 ms'),
    });
    expect(await ended('long-enough')).toMatchObject({ TranscriptionJobStatus: 'COMPLETED' });
  });

  it('whose sound is not there fails', async () => {
    await start('no-media', 'work/missing.m4a');
    expect(await ended('no-media')).toMatchObject({
      TranscriptionJobStatus: 'FAILED',
      FailureReason: expect.stringContaining("can't be found"),
    });
  });

  it.each([
    ['a name with a space', { TranscriptionJobName: 'a b' }, 'TranscriptionJobName'],
    ['no language', { LanguageCode: undefined }, 'exactly one of'],
    ['two ways to a language', { IdentifyLanguage: true }, 'exactly one of'],
    ['a URI that is none', { Media: { MediaFileUri: 'http://x' } }, 'MediaFileUri'],
    ['a bucket that does not exist', { OutputBucketName: 'nowhere' }, "doesn't exist"],
  ])('with %s is refused', async (_, change, message) => {
    await expect(start('refused', key('video', '0000-0-1'), change)).rejects.toMatchObject({
      name: 'BadRequestException',
      message: expect.stringContaining(message),
    });
  });
});

it('an operation that is not offered is refused by name', async () => {
  await expect(transcribe.send(new ListTranscriptionJobsCommand({}))).rejects.toMatchObject({
    name: 'UnknownOperationException',
    message: 'The local cloud does not offer Transcribe ListTranscriptionJobs',
  });
});

describe('words', () => {
  const words = fc
    .array(fc.tuple(fc.nat(60_000), fc.nat(2_000)), { maxLength: 30 })
    .map((times) =>
      times.map(([start, length], i) => ({ text: `w${i}`, start: start / 1000, end: (start + length) / 1000 })),
    );

  it('belong to a cut when they lie wholly inside it, and keep their length', () => {
    fc.assert(
      fc.property(words, fc.nat(60_000), fc.nat(30_000), (all, offset, length) => {
        const inside = wordsInside(all, offset, offset + length);
        const expected = all.filter(
          ({ start, end }) => start * 1000 >= offset - 1e-6 && end * 1000 <= offset + length + 1e-6,
        );
        expect(inside.map(({ text }) => text)).toEqual(expected.map(({ text }) => text));
        inside.forEach(({ start, end }, i) => {
          expect(start).toBeGreaterThanOrEqual(0);
          expect(end).toBeLessThanOrEqual(length / 1000);
          expect(end - start).toBeCloseTo((expected[i]?.end ?? 0) - (expected[i]?.start ?? 0), 6);
        });
      }),
    );
  });

  it('make up the transcript and its segments, each once', () => {
    const text = fc.stringMatching(/^\p{L}{1,8}[,.!?]?$/u);
    fc.assert(
      fc.property(fc.array(text, { maxLength: 30 }), (texts) => {
        const { results } = transcriptDocument(
          'j',
          'a',
          texts.map((word, i) => ({ text: word, start: i, end: i + 0.5 })),
        );
        expect(results.transcripts[0]?.transcript).toBe(texts.join(' '));
        expect(results.audio_segments.map(({ transcript }) => transcript).join(' ')).toBe(texts.join(' '));
        expect(results.audio_segments.flatMap(({ items }) => items)).toEqual(results.items.map(({ id }) => id));
      }),
    );
  });
});
