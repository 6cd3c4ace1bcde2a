import { SingleBar } from 'cli-progress';
import type { JobProgress } from '../client/run-job.ts';

export type ProgressDisplay = { update(progress: JobProgress): void; stop(): void };

/** Upload is this share of the whole bar; the rest is processing. */
const UPLOAD_PERCENT = 5;

/** A live bar on a terminal, a line for each change in a pipe. */
export const progressDisplay = (stream: NodeJS.WriteStream): ProgressDisplay =>
  stream.isTTY ? bar(stream) : lines(stream);

function bar(stream: NodeJS.WriteStream): ProgressDisplay {
  const single = new SingleBar({
    stream,
    format: '{bar} {percentage} %  {message}',
    barCompleteChar: '█',
    barIncompleteChar: '░',
    barsize: 30,
    hideCursor: true,
    fps: 10,
  });
  single.start(100, 0, { message: 'Starting' });
  return {
    update: (progress) => single.update(percentOf(progress), { message: messageOf(progress) }),
    stop: () => single.stop(),
  };
}

function lines(stream: NodeJS.WriteStream): ProgressDisplay {
  let last = '';
  return {
    update: (progress) => {
      const line = `${String(percentOf(progress)).padStart(3)} %  ${messageOf(progress)}`;
      if (line !== last) stream.write(`${line}\n`);
      last = line;
    },
    stop: () => {},
  };
}

function percentOf(progress: JobProgress): number {
  if (progress.phase === 'upload') {
    return Math.floor((UPLOAD_PERCENT * progress.sent) / Math.max(1, progress.total));
  }
  return Math.floor(UPLOAD_PERCENT + ((100 - UPLOAD_PERCENT) * progress.status.percent) / 100);
}

function messageOf(progress: JobProgress): string {
  if (progress.phase === 'processing') return progress.status.message;
  return `Uploading: ${megabytes(progress.sent)} of ${megabytes(progress.total)} MB`;
}

const megabytes = (bytes: number) => (bytes / 1024 / 1024).toFixed(1);
