import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildSync } from 'esbuild';
import { MEDIA_NODE_OPTIONS } from '../functions/contracts/limits.ts';
import { ffmpeg, run as runProgram } from '../scripts/run.ts';
import type { CutMeasurement } from './lib/cut-worker.ts';
import { type LongMedia, longMedia, MINUTES } from './lib/long-media.ts';
import { compare, type Figure, measure } from './lib/report.ts';
import { median } from './lib/statistics.ts';

export const summary =
  `cuts ${MINUTES} minutes of mp4 and webm into 5-minute parts of sound: one process of ours that cuts all of them, ` +
  'beside ffmpeg -c copy; times are those of whole processes, from their start to their end';

const PART_SECONDS = 300;
const ROUNDS = 5;
/** Promised: one read for every 8 MB of the part's span, and 10 for headers, index and reading ahead. */
const BYTES_PER_READ = 8_000_000;
const READS_BESIDE = 10;
const PEAK_MEMORY_MB = 200;
const TIME_RATIO = 1.5;

/** What Lambda's Node.js runtime is started with in a function of 512 MB; on the command line it outdoes NODE_OPTIONS. */
const LAMBDA_OPTIONS = '--max-semi-space-size=25 --max-old-space-size=461';

/** Measures ours and ffmpeg alternately, with the files in the page cache for both. */
export async function run(say: (line: string) => void): Promise<Figure[]> {
  try {
    runProgram('ffmpeg', ['-version']);
  } catch (cause) {
    throw new Error('This bench needs ffmpeg: apt install ffmpeg, or brew install ffmpeg', { cause });
  }
  return inFolder((folder) => {
    const worker = bundleWorker(folder);
    const figures: Figure[] = [];
    for (const container of ['mp4', 'webm'] as const) {
      const media = longMedia(container, say);
      const rounds = Array.from({ length: ROUNDS }, (_, i) => {
        say(`${container}: round ${i + 1} of ${ROUNDS}`);
        return {
          ours: cutHere(worker, media, LAMBDA_OPTIONS),
          each: cutByFfmpeg(media),
          segments: cutByOneFfmpeg(media),
          bounded: cutHere(worker, media, MEDIA_NODE_OPTIONS),
        };
      });
      figures.push(...figuresOf(media, rounds));
    }
    return figures;
  });
}

type Process = CutMeasurement & {
  /** From its start to its end, ms. */
  wall: number;
};
type Round = { ours: Process; each: number; segments: number; bounded: Process };

function figuresOf({ container, seconds, bytes }: LongMedia, rounds: Round[]): Figure[] {
  const ours = median(rounds.map((round) => round.ours.wall));
  const cutting = median(rounds.map((round) => round.ours.milliseconds));
  const parts = rounds[0]?.ours.parts ?? [];
  const span = (bytes * PART_SECONDS) / seconds;
  const reads = Math.max(...parts.map((part) => part.reads));
  const planning = median(rounds.map((round) => round.ours.planning.reads));
  const peakOf = (runs: Process[]) => Math.max(...runs.map((each) => each.peakMemory)) / 1024 / 1024;
  const each = median(rounds.map((round) => round.each));
  const segments = median(rounds.map((round) => round.segments));
  const time = { atMost: TIME_RATIO };
  const memory = { atMost: PEAK_MEMORY_MB };
  const lambdaPeak = peakOf(rounds.map((round) => round.ours));
  const boundedPeak = peakOf(rounds.map((round) => round.bounded));
  const all = `${container}: ${parts.length} parts in one process`;
  return [
    compare(`${all}, beside a run for each`, 'ms', ours, each, `ffmpeg, ${parts.length} runs`, time),
    compare(`${all}, beside a run for all`, 'ms', ours, segments, 'ffmpeg -f segment, 1 run', time),
    measure(`${container}: of our process, cutting`, 'ms', cutting),
    measure(`${container}: most reads of a part`, 'GETs', reads, {
      atMost: Math.floor(span / BYTES_PER_READ) + READS_BESIDE,
    }),
    measure(`${container}: reads of planning`, 'GETs', planning, { atMost: READS_BESIDE }),
    measure(`${container}: peak memory as Lambda starts Node (${LAMBDA_OPTIONS})`, 'MB', lambdaPeak, memory),
    measure(`${container}: peak memory with MEDIA_NODE_OPTIONS (${MEDIA_NODE_OPTIONS})`, 'MB', boundedPeak),
  ];
}

/** The worker as one file of JavaScript, as functions are deployed. */
function bundleWorker(folder: string): string {
  const outfile = join(folder, 'cut-worker.mjs');
  const entryPoints = [join(import.meta.dirname, 'lib', 'cut-worker.ts')];
  buildSync({ entryPoints, outfile, bundle: true, platform: 'node', format: 'esm', target: 'node24' });
  return outfile;
}

function cutHere(worker: string, { path }: LongMedia, nodeOptions: string): Process {
  const begin = performance.now();
  const output = runProgram(process.execPath, [...nodeOptions.split(' '), worker, path, String(PART_SECONDS)]);
  const wall = performance.now() - begin;
  return { ...JSON.parse(output.toString()), wall };
}

/** One run of ffmpeg for each part. @returns ms */
function cutByFfmpeg({ path, seconds, container }: LongMedia): number {
  return inFolder((folder) => {
    const begin = performance.now();
    for (let start = 0; start < seconds; start += PART_SECONDS) {
      const range = ['-ss', String(start), '-t', String(PART_SECONDS)];
      ffmpeg(...range, '-i', path, '-vn', '-c', 'copy', join(folder, `${start}.${soundOf(container)}`));
    }
    return performance.now() - begin;
  });
}

/** All parts by one run of ffmpeg, which reads the file once. @returns ms */
function cutByOneFfmpeg({ path, container }: LongMedia): number {
  return inFolder((folder) => {
    const begin = performance.now();
    const split = ['-f', 'segment', '-segment_time', String(PART_SECONDS)];
    ffmpeg('-i', path, '-vn', '-c', 'copy', ...split, join(folder, `%03d.${soundOf(container)}`));
    return performance.now() - begin;
  });
}

const soundOf = (container: LongMedia['container']) => (container === 'mp4' ? 'm4a' : 'ogg');

/** With a folder of its own, so that two benches at once are not in each other's way. */
function inFolder<T>(work: (folder: string) => T): T {
  const parent = join(tmpdir(), 'langplug-bench');
  mkdirSync(parent, { recursive: true });
  const folder = mkdtempSync(join(parent, 'run-'));
  try {
    return work(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
