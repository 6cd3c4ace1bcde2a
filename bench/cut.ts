import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildSync } from 'esbuild';
import { MEDIA_NODE_OPTIONS } from '../functions/contracts/limits.ts';
import { ffmpeg, run as runProgram } from '../scripts/run.ts';
import type { CutMeasurement } from './lib/cut-worker.ts';
import { type LongMedia, longMedia, MINUTES } from './lib/long-media.ts';
import { compare, type Figure, measure, median } from './lib/report.ts';

export const summary = `cuts ${MINUTES} minutes of mp4 and webm into 5-minute parts of sound, beside ffmpeg -c copy`;

const PART_SECONDS = 300;
const ROUNDS = 5;
/** Promised: one read for every 8 MB of the part's span, and 10 for headers, index and reading ahead. */
const BYTES_PER_READ = 8_000_000;
const READS_BESIDE = 10;
const PEAK_MEMORY_MB = 200;
const TIME_RATIO = 1.5;

/** Measures ours and ffmpeg alternately, with the files in the page cache for both. */
export async function run(say: (line: string) => void): Promise<Figure[]> {
  const version = spawnSync('ffmpeg', ['-version']);
  if (version.status !== 0) throw new Error('This bench needs ffmpeg: apt install ffmpeg, or brew install ffmpeg');
  const worker = bundleWorker();
  const figures: Figure[] = [];
  for (const container of ['mp4', 'webm'] as const) {
    const media = longMedia(container, say);
    const rounds = Array.from({ length: ROUNDS }, (_, i) => {
      say(`${container}: round ${i + 1} of ${ROUNDS}`);
      return { ours: cutHere(worker, media), each: cutByFfmpeg(media), segments: cutByOneFfmpeg(media) };
    });
    figures.push(...figuresOf(media, rounds));
  }
  return figures;
}

type Round = { ours: CutMeasurement; each: number; segments: number };

function figuresOf({ container, seconds, bytes }: LongMedia, rounds: Round[]): Figure[] {
  const ours = median(rounds.map((round) => round.ours.milliseconds));
  const parts = rounds[0]?.ours.parts ?? [];
  const span = (bytes * PART_SECONDS) / seconds;
  const reads = Math.max(...parts.map((part) => part.reads));
  const planning = median(rounds.map((round) => round.ours.planning.reads));
  const peak = Math.max(...rounds.map((round) => round.ours.peakMemory)) / 1024 / 1024;
  const each = median(rounds.map((round) => round.each));
  const segments = median(rounds.map((round) => round.segments));
  return [
    compare(`${container}: all parts`, 'ms', ours, each, 'ffmpeg, a run a part', { atMost: TIME_RATIO }),
    compare(`${container}: all parts, ffmpeg in one run`, 'ms', ours, segments, 'ffmpeg -f segment'),
    measure(`${container}: most reads of a part`, 'GETs', reads, {
      atMost: Math.floor(span / BYTES_PER_READ) + READS_BESIDE,
    }),
    measure(`${container}: reads of planning`, 'GETs', planning, { atMost: READS_BESIDE }),
    measure(`${container}: peak memory, all parts in one process`, 'MB', peak, { atMost: PEAK_MEMORY_MB }),
  ];
}

/** The worker as one file of JavaScript, as functions are deployed. */
function bundleWorker(): string {
  const outfile = join(tmpdir(), 'langplug-bench', 'cut-worker.mjs');
  const entryPoints = [join(import.meta.dirname, 'lib', 'cut-worker.ts')];
  buildSync({ entryPoints, outfile, bundle: true, platform: 'node', format: 'esm', target: 'node24' });
  return outfile;
}

function cutHere(worker: string, { path }: LongMedia): CutMeasurement {
  const output = runProgram(process.execPath, [...MEDIA_NODE_OPTIONS.split(' '), worker, path, String(PART_SECONDS)]);
  return JSON.parse(output.toString());
}

/** One run of ffmpeg for each part. @returns ms */
function cutByFfmpeg({ path, seconds, container }: LongMedia): number {
  return inFolder((folder) => {
    for (let start = 0; start < seconds; start += PART_SECONDS) {
      const range = ['-ss', String(start), '-t', String(PART_SECONDS)];
      ffmpeg(...range, '-i', path, '-vn', '-c', 'copy', join(folder, `${start}.${soundOf(container)}`));
    }
  });
}

/** All parts by one run of ffmpeg, which reads the file once. @returns ms */
function cutByOneFfmpeg({ path, container }: LongMedia): number {
  return inFolder((folder) => {
    const split = ['-f', 'segment', '-segment_time', String(PART_SECONDS)];
    ffmpeg('-i', path, '-vn', '-c', 'copy', ...split, join(folder, `%03d.${soundOf(container)}`));
  });
}

const soundOf = (container: LongMedia['container']) => (container === 'mp4' ? 'm4a' : 'ogg');

function inFolder(work: (folder: string) => void): number {
  const folder = join(tmpdir(), 'langplug-bench', 'parts');
  mkdirSync(folder, { recursive: true });
  try {
    const begin = performance.now();
    work(folder);
    return performance.now() - begin;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
