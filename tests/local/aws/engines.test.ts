import { execFile } from 'node:child_process';
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LIBRARY, readInstalled, writeInstalled } from '../../../local/aws/engines/installed.ts';
import { openModelRunner } from '../../../local/aws/engines/model-runner.ts';
import { openOpusMt, toPieces, translateByPieces } from '../../../local/aws/engines/opus-mt.ts';
import { decodeAudio, openWhisper, wordsOf } from '../../../local/aws/engines/whisper.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'langplug-engines-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('words of Whisper', () => {
  const chunk = (text: string, start: number | null, end: number | null) => ({ text, timestamp: [start, end] });

  it('keep their text and times', () => {
    expect(wordsOf({ text: '', chunks: [chunk(' Moin', 0.1, 0.5), chunk(' Hamburg!', 0.6, 1.2)] }, 2)).toEqual([
      { text: 'Moin', start: 0.1, end: 0.5 },
      { text: 'Hamburg!', start: 0.6, end: 1.2 },
    ]);
  });

  it('are joined where a piece begins without a space', () => {
    expect(wordsOf({ chunks: [chunk(' Bundes', 0, 0.4), chunk('tag', 0.4, 0.7), chunk('.', 0.7, 0.7)] }, 2)).toEqual([
      { text: 'Bundestag.', start: 0, end: 0.7 },
    ]);
  });

  it('end with the sound when the model gives no end', () => {
    expect(wordsOf({ chunks: [chunk(' Ende', 1, null)] }, 1.5)).toEqual([{ text: 'Ende', start: 1, end: 1.5 }]);
  });

  it('never go back in time nor past the end, whatever the model says', () => {
    const time = fc.option(fc.double({ min: -1, max: 20, noNaN: true }));
    const chunks = fc.array(fc.tuple(fc.constantFrom(' a', ' b', 'c', ' '), time, time), { maxLength: 20 });
    fc.assert(
      fc.property(chunks, fc.double({ min: 0.1, max: 10, noNaN: true }), (list, duration) => {
        const words = wordsOf({ chunks: list.map(([text, start, end]) => chunk(text, start, end)) }, duration);
        let last = 0;
        for (const { start, end } of words) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThanOrEqual(start);
          expect(end).toBeLessThanOrEqual(duration);
          last = end;
        }
      }),
    );
  });
});

describe('sound', () => {
  it('is what the decoder prints, as numbers', async () => {
    const decoder = join(folder, 'decoder');
    // 0.5 and -1 as little-endian 32-bit floats, and a byte too many.
    await writeFile(decoder, "#!/bin/sh\nprintf '\\000\\000\\000\\077\\000\\000\\200\\277\\001'\n");
    await chmod(decoder, 0o755);
    expect(await decodeAudio('x.m4a', decoder)).toEqual(new Float32Array([0.5, -1]));
  });

  it('that cannot be decoded is an error with the decoder’s words', async () => {
    const decoder = join(folder, 'broken-decoder');
    await writeFile(decoder, '#!/bin/sh\necho "moov atom not found" >&2\nexit 1\n');
    await chmod(decoder, 0o755);
    await expect(decodeAudio('x.m4a', decoder)).rejects.toThrow('The sound cannot be decoded: moov atom not found');
  });

  it('needs ffmpeg, and says how to install it', async () => {
    await expect(decodeAudio('x.m4a', join(folder, 'no-ffmpeg'))).rejects.toThrow(
      /^NO_SPEECH_ENGINE: ffmpeg is needed.*apt install ffmpeg/,
    );
  });
});

describe('texts for translation models', () => {
  it('are cut at sentences, short ones kept together', () => {
    const sentence = `${'Wort '.repeat(30).trim()}.`;
    expect(toPieces(`${sentence} ${sentence} Kurz. Ja!`)).toEqual([sentence, `${sentence} Kurz. Ja!`]);
  });

  it('lose no word when they are cut', () => {
    fc.assert(
      fc.property(fc.array(fc.stringMatching(/^[a-zä]{1,20}[.!?]?$/), { maxLength: 200 }), (words) => {
        const pieces = toPieces(words.join(' '));
        expect(pieces.join(' ')).toBe(words.join(' '));
        expect(Math.max(0, ...pieces.map(({ length }) => length))).toBeLessThanOrEqual(300);
      }),
    );
  });

  it('keep their lines, also when the model adds some', async () => {
    fc.assert(
      (await fc.asyncProperty(fc.string({ unit: fc.constantFrom('Ja.', ' ', '\n', 'nein') }), async (text) => {
        const translated = await translateByPieces(text, async (pieces) => pieces.map((piece) => `${piece}\nx`));
        expect(translated.split('\n')).toHaveLength(text.split('\n').length);
      })) as never,
    );
  });

  it('must all be answered', async () => {
    await expect(translateByPieces('a\nb', async () => ['a'])).rejects.toThrow('The model answered 1 texts to 2');
  });
});

describe('engines', () => {
  it('that are not installed say how to install them', () => {
    const models = openModelRunner(folder);
    expect(openWhisper(folder, models).missing()).toContain('npm run engines:install');
    expect(openOpusMt(folder, models).missing('de', 'en')).toContain('--from de --to en');
  });

  it('count as installed by their marker, with the version of the library that they were tried with', () => {
    writeInstalled(folder, { library: LIBRARY.version, whisper: 'w', opusMt: { 'de-en': 'm' } });
    const models = openModelRunner(folder);
    expect(openWhisper(folder, models, () => true).missing()).toBeUndefined();
    expect(openWhisper(folder, models, () => false).missing()).toMatch(/ffmpeg is needed.*apt install ffmpeg/);
    expect(openOpusMt(folder, models).missing('de', 'en')).toBeUndefined();
    expect(openOpusMt(folder, models).missing('en', 'de')).toBeDefined();
    writeInstalled(folder, { library: '0.0.1', whisper: 'w', opusMt: {} });
    expect(readInstalled(folder).whisper).toBeUndefined();
  });

  it('whose library was deleted fail with its name', async () => {
    writeInstalled(folder, { library: LIBRARY.version, opusMt: { 'de-en': 'm' } });
    const models = openModelRunner(folder);
    await expect(openOpusMt(folder, models).translate('x', 'de', 'en')).rejects.toThrow(LIBRARY.name);
    await models.stop();
  });
});

describe('the installer', () => {
  const install = (...args: string[]) =>
    promisify(execFile)(process.execPath, ['scripts/install-engines.ts', '--dir', join(folder, 'installed'), ...args]);

  it('explains itself', async () => {
    expect((await install('--help')).stdout).toContain('npm run engines:install');
  });

  it.each([
    [['--size', 'huge'], '--size must be one of base, small'],
    [['--from', 'de'], '--from and --to belong together'],
    [['--from', 'de', '--to', 'de'], '--from and --to must differ'],
  ])('refuses %j before it fetches anything', async (args, message) => {
    await expect(install(...args)).rejects.toMatchObject({ code: 2, stderr: expect.stringContaining(message) });
  });
});
