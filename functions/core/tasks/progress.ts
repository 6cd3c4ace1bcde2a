import { FAILURES } from '../../contracts/failures.ts';
import type { TaskStep } from '../../contracts/task.ts';
import type { Task } from './task.ts';

/**
 * Where each step begins and ends on the scale of 0 to 100 %. Transcribing is most of the time in the cloud, the
 * lessons nearly all of the rest. Steps are in order, so percent never goes back as long as steps do not.
 */
const SCALE: Record<TaskStep, readonly [from: number, to: number]> = {
  queued: [0, 0],
  planning: [2, 2],
  transcribing: [5, 55],
  assembling: [57, 57],
  lessons: [60, 97],
  finishing: [98, 98],
  done: [100, 100],
};

type Progress = Pick<Task, 'step' | 'partsDone' | 'partsTotal' | 'chunksDone' | 'chunksTotal'>;

/** Percent from 0 to 100, from counters that only grow and a step that only moves forward. */
export function percentOf(task: Progress): number {
  const [from, to] = SCALE[task.step];
  return Math.floor(from + (to - from) * shareDone(task));
}

/** One sentence for people about where a task stands. */
export function messageOf(task: Progress & Pick<Task, 'state' | 'error'>): string {
  if (task.state === 'failed') return task.error?.title ?? FAILURES.INTERNAL.title;
  switch (task.step) {
    case 'queued':
      return 'Waiting to start';
    case 'planning':
      return 'Looking at the file';
    case 'transcribing':
      return task.partsTotal === 0
        ? 'Reading the subtitles'
        : `Transcribing: ${task.partsDone.length} of ${task.partsTotal} parts`;
    case 'assembling':
      return 'Putting the sentences together';
    case 'lessons':
      return `Making the lessons: ${task.chunksDone.length} of ${task.chunksTotal} chunks`;
    case 'finishing':
      return 'Finishing';
    case 'done':
      return task.chunksTotal === 1 ? 'Ready: 1 chunk' : `Ready: ${task.chunksTotal} chunks`;
  }
}

function shareDone(task: Progress): number {
  if (task.step === 'transcribing') return share(task.partsDone.length, task.partsTotal);
  if (task.step === 'lessons') return share(task.chunksDone.length, task.chunksTotal);
  return 0;
}

const share = (done: number, total: number) => (total === 0 ? 0 : Math.min(1, done / total));
