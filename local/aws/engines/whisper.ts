/** Speech recognition by a Whisper model on this machine. */
import { spawn } from 'node:child_process';
import { z } from 'zod';
import { MIN_DURATION_SECONDS } from '../../../functions/contracts/limits.ts';
import { findProgram } from '../../find-program.ts';
import type { TimedWord } from '../transcribe/output.ts';
import { EngineError, type SpeechEngine, TOO_SHORT } from './engine.ts';
import { readInstalled } from './installed.ts';
import type { ModelRunner } from './model-runner.ts';

/** Whisper listens to mono sound of this many samples a second. */
const SAMPLE_RATE = 16_000;
/** Whisper hears 30 s at once; windows overlap by 5 s on each side, so that no word is cut. */
const WINDOW = { chunk_length_s: 30, stride_length_s: 5 };

export const whisperOutputSchema = z.object({
  chunks: z.array(
    z.object({
      text: z.string(),
      /** Seconds; the end is missing when the sound ends within the word. */
      timestamp: z.tuple([z.number().nullable(), z.number().nullable()]),
    }),
  ),
});

/** Why no sound can be decoded, and what to do. */
export const FFMPEG_MISSING =
  'ffmpeg is needed to decode sound. Install it (Debian, Ubuntu: apt install ffmpeg, macOS: brew install ffmpeg).';

/** @param hasFfmpeg asked each time: it may be installed meanwhile */
export function openWhisper(
  enginesDir: string,
  models: ModelRunner,
  hasFfmpeg: () => boolean = () => findProgram('ffmpeg') !== undefined,
): SpeechEngine {
  return {
    missing() {
      if (readInstalled(enginesDir).whisper) return hasFfmpeg() ? undefined : FFMPEG_MISSING;
      return 'no speech model is installed on this machine. Add subtitles, or install a model with "npm run engines:install".';
    },
    async transcribe(file, language) {
      const model = readInstalled(enginesDir).whisper;
      if (!model) throw new EngineError('No speech model is installed');
      const input = await decodeAudio(file);
      if (input.length < SAMPLE_RATE * MIN_DURATION_SECONDS) throw new EngineError(TOO_SHORT);
      const output = await models.run({
        task: 'automatic-speech-recognition',
        model,
        dtype: 'fp32',
        input,
        options: { ...WINDOW, language: language.slice(0, 2), task: 'transcribe', return_timestamps: 'word' },
      });
      return wordsOf(output, input.length / SAMPLE_RATE);
    },
  };
}

/**
 * Words from what the model heard: pieces without a space before them belong to the word before, times never go back
 * and never pass the end of the sound.
 * @param duration of the sound, seconds
 */
export function wordsOf(output: unknown, duration: number): TimedWord[] {
  const words: TimedWord[] = [];
  for (const { text, timestamp } of whisperOutputSchema.parse(output).chunks) {
    const trimmed = text.trim();
    if (!trimmed) continue;
    const previous = words.at(-1);
    const start = clamp(timestamp[0] ?? previous?.end ?? 0, previous?.start ?? 0, duration);
    const end = clamp(timestamp[1] ?? duration, start, duration);
    const continues = previous !== undefined && !/^\s/.test(text);
    if (continues)
      words[words.length - 1] = { ...previous, text: previous.text + trimmed, end: Math.max(previous.end, end) };
    else
      words.push({ text: trimmed, start: Math.max(start, previous?.end ?? 0), end: Math.max(end, previous?.end ?? 0) });
  }
  return words;
}

const clamp = (value: number, min: number, max: number) => Math.min(Math.max(value, min), Math.max(min, max));

/** Decodes any audio file to samples between -1 and 1, mono, 16 kHz. @throws EngineError when ffmpeg is missing or fails */
export function decodeAudio(file: string, ffmpeg = 'ffmpeg'): Promise<Float32Array<ArrayBuffer>> {
  const args = ['-v', 'error', '-i', file, '-f', 'f32le', '-ac', '1', '-ar', String(SAMPLE_RATE), '-'];
  const decoder = spawn(ffmpeg, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  const samples: Buffer[] = [];
  let errors = '';
  decoder.stdout.on('data', (block: Buffer) => samples.push(block));
  decoder.stderr.on('data', (block: Buffer) => {
    errors = (errors + block.toString('utf8')).slice(-500);
  });
  return new Promise((resolve, reject) => {
    decoder.on('error', (error) => {
      const missing = 'code' in error && error.code === 'ENOENT';
      const reason = missing ? `NO_SPEECH_ENGINE: ${FFMPEG_MISSING}` : error.message;
      reject(new EngineError(reason));
    });
    decoder.on('close', (code) => {
      if (code !== 0) return reject(new EngineError(`The sound cannot be decoded: ${errors.trim()}`));
      const bytes = Buffer.concat(samples);
      // A copy of its own: numbers must begin at a multiple of their size.
      return resolve(new Float32Array(Uint8Array.from(bytes.subarray(0, bytes.length - (bytes.length % 4))).buffer));
    });
  });
}
