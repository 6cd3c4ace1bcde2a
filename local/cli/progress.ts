import { SingleBar } from 'cli-progress';
import type { JobProgress } from '../client/run-job.ts';

export type Progress = JobProgress | { phase: 'start' };

export type ProgressDisplay = {
  update(progress: Progress): void;
  /** Writes something else on the terminal: at once, or when the bar has ended, whose line it would spoil. */
  meanwhile(write: () => void): void;
  stop(): void;
};

/** Upload is this share of the whole bar; the rest is processing. */
const UPLOAD_PERCENT = 5;
const MEGABYTE = 1024 * 1024;

/** @param live a bar that moves, for a terminal; otherwise a line for each change */
export const progressDisplay = (stream: NodeJS.WriteStream, live: boolean): ProgressDisplay =>
  live ? bar(stream) : lines(stream);

function bar(stream: NodeJS.WriteStream): ProgressDisplay {
  const single = new SingleBar({
    stream,
    format: '{bar} {percentage} %  {message}',
    barCompleteChar: '█',
    barIncompleteChar: '░',
    barsize: 30,
    autopadding: true,
    hideCursor: true,
    fps: 10,
  });
  const later: (() => void)[] = [];
  let running = true;
  single.start(100, 0, { message: 'Starting' });
  return {
    update: (progress) => single.update(percentOf(progress), { message: messageOf(progress) }),
    meanwhile(write) {
      if (running) later.push(write);
      else write();
    },
    stop() {
      if (!running) return;
      running = false;
      single.stop();
      for (const write of later) write();
    },
  };
}

function lines(stream: NodeJS.WriteStream): ProgressDisplay {
  let last = '';
  let running = true;
  return {
    update(progress) {
      const line = `${String(percentOf(progress)).padStart(3)} %  ${messageOf(progress)}`;
      if (running && line !== last) stream.write(`${line}\n`);
      last = line;
    },
    meanwhile: (write) => write(),
    stop() {
      running = false;
    },
  };
}

function percentOf(progress: Progress): number {
  if (progress.phase === 'start') return 0;
  if (progress.phase === 'upload') {
    return Math.floor((UPLOAD_PERCENT * progress.sent) / Math.max(1, progress.total));
  }
  return Math.floor(UPLOAD_PERCENT + ((100 - UPLOAD_PERCENT) * progress.status.percent) / 100);
}

/** Why a task failed is told afterwards, on lines of its own. */
function messageOf(progress: Progress): string {
  if (progress.phase === 'start') return 'Starting';
  if (progress.phase === 'processing') {
    return progress.status.state === 'failed' ? 'Failed' : progress.status.message;
  }
  const { sent, total } = progress;
  return total < MEGABYTE ? 'Uploading' : `Uploading: ${megabytes(sent)} of ${megabytes(total)} MB`;
}

const megabytes = (bytes: number) => (bytes / MEGABYTE).toFixed(1);
