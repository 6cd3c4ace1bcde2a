import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { EXAMPLE, EXAMPLE_SUBTITLES } from './support/cloud.ts';
import { running, servicesOf, startCommand, temporaryFolders } from './support/command.ts';

type Run = { code: number | string | null; stdout: string; stderr: string };

/** Runs the command as `npm run process --` does. */
const run = (...args: string[]) =>
  new Promise<Run>((resolve) => {
    execFile(process.execPath, ['local/cli/process.ts', ...args], { timeout: 120_000 }, (error, stdout, stderr) =>
      resolve({ code: error ? (error.code ?? null) : 0, stdout, stderr }),
    );
  });

/** No connection is ever made to port 1: it is among those that `fetch` blocks. */
const TO_NOTHING = [EXAMPLE, '--from', 'de', '--to', 'en', '--url', 'http://127.0.0.1:1'];

let dir: string;
beforeAll(async () => {
  dir = await mkdtemp(path.join(tmpdir(), 'langplug-cli-'));
});
afterAll(() => rm(dir, { recursive: true, force: true }));

describe('npm run process', () => {
  it('prints the lesson as one JSON object', async () => {
    const { code, stdout } = await run(EXAMPLE, '--from', 'de', '--to', 'en', '--chunk-minutes', '1', '--json');
    expect(code).toBe(0);
    const report = JSON.parse(stdout);
    expect(Object.keys(report)).toEqual(
      expect.arrayContaining(['state', 'task', 'chunks', 'segments', 'vocabulary', 'timings']),
    );
    expect(report).toMatchObject({ state: 'completed', task: { state: 'completed', percent: 100 } });
    expect(report.chunks).toHaveLength(2);
    expect(report.segments).toHaveLength(25);
    expect(report.vocabulary.length).toBeGreaterThan(50);
    expect(report.timings.total).toBeGreaterThan(0);
  }, 120_000);

  it('prints progress as plain lines and the lesson for people in a pipe', async () => {
    const options = ['--subtitles', EXAMPLE_SUBTITLES, '--from', 'de', '--to', 'en', '--chunk-minutes', '1'];
    const { code, stdout } = await run(EXAMPLE, ...options);
    expect(code).toBe(0);
    expect(stdout).toMatch(/100 %/);
    expect(stdout).toContain('Chunk 2');
    expect(stdout).toContain('Am Morgen um sieben Uhr scheint die Sonne');
    // No control characters of a terminal.
    expect(stdout).not.toContain(String.fromCharCode(27));
  }, 120_000);

  it('ends with 1 and the reason when the video cannot become a lesson', async () => {
    const media = path.join(dir, 'text.mp4');
    await writeFile(media, 'no video');
    const { code, stdout, stderr } = await run(media, '--from', 'de', '--to', 'en', '--json');
    expect(code).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({
      state: 'failed',
      task: { error: { code: 'UNSUPPORTED_MEDIA' } },
      chunks: [],
    });
    expect(stderr).toContain('Upload an MP4');
  }, 120_000);

  it('ends with 1, the address and the remedy when no LangPlug answers there', async () => {
    const { code, stdout, stderr } = await run(...TO_NOTHING, '--json');
    expect(code).toBe(1);
    expect(stderr).toMatch(/http:\/\/127\.0\.0\.1:1 does not answer.*npm start/);
    expect(JSON.parse(stdout)).toMatchObject({ state: 'failed', task: null, error: { code: 'UNREACHABLE' } });
  });

  it.each([
    ['no media file', []],
    ['a file that is not there', ['nowhere.mp4', '--from', 'de', '--to', 'en']],
    ['no language', [EXAMPLE]],
    ['an unknown language', [EXAMPLE, '--from', 'xx', '--to', 'en']],
    ['a chunk length out of range', [EXAMPLE, '--from', 'de', '--to', 'en', '--chunk-minutes', '90']],
    ['a URL that is none', [EXAMPLE, '--from', 'de', '--to', 'en', '--url', 'localhost:3000']],
    ['an engine for a cloud that runs already', [...TO_NOTHING, '--speech', 'whisper']],
    ['a translation for a cloud that runs already', [...TO_NOTHING, '--translation', 'glossary']],
    ['the same language twice', [EXAMPLE, '--from', 'de', '--to', 'de']],
    ['an unknown option', [EXAMPLE, '--from', 'de', '--to', 'en', '--colour']],
  ])('ends with 2 and says what is wrong for %s', async (_what, args) => {
    const { code, stderr } = await run(...args);
    expect(code).toBe(2);
    expect(stderr).toContain('npm run process -- <media>');
  });

  it('explains itself', async () => {
    const { code, stdout } = await run('--help');
    expect(code).toBe(0);
    expect(stdout).toContain('--chunk-minutes');
  });
});

describe('npm run process, stopped', () => {
  it.each<[string, string, number, NodeJS.Signals[]]>([
    ['by one Ctrl-C, which npm passes on once more', 'Uploading', 130, ['SIGINT', 'SIGINT']],
    ['by its terminal that closes', 'Uploading', 129, ['SIGHUP']],
    ['while it is starting', 'Starting', 143, ['SIGTERM']],
  ])(
    '%s leaves nothing running, no folder and no word',
    async (_when, when, code, signals) => {
      const tmp = path.join(dir, `tmp-${code}`);
      await mkdir(tmp);
      const command = startCommand(['local/cli/process.ts', EXAMPLE, '--from', 'de', '--to', 'en'], { TMPDIR: tmp });
      const services = await servicesOf(async () => (await temporaryFolders(tmp))[0]);
      await command.prints(when);
      await command.signals(signals);
      expect(await command.ended).toBe(code);
      expect(running(services)).toEqual([]);
      expect(await temporaryFolders(tmp)).toEqual([]);
      expect(command.stderr()).toBe('');
    },
    60_000,
  );
});
