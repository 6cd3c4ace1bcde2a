import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FAILURES } from '../../../functions/contracts/failures.ts';
import { TASK_STEPS } from '../../../functions/contracts/task.ts';
import { messageOf, percentOf } from '../../../functions/core/tasks/progress.ts';

const upTo = (n: number) => Array.from({ length: n }, (_, i) => i);
const at = (step: (typeof TASK_STEPS)[number], partsDone = 0, chunksDone = 0) => ({
  step,
  partsDone: upTo(partsDone),
  partsTotal: 4,
  chunksDone: upTo(chunksDone),
  chunksTotal: 3,
});

describe('percentOf', () => {
  it('begins at 0 and ends at 100', () => {
    expect(percentOf(at('queued'))).toBe(0);
    expect(percentOf(at('done', 4, 3))).toBe(100);
  });

  it('moves with every part and every chunk', () => {
    const parts = upTo(5).map((n) => percentOf(at('transcribing', n)));
    expect(new Set(parts).size).toBe(5);
    const chunks = upTo(4).map((n) => percentOf(at('lessons', 4, n)));
    expect(new Set(chunks).size).toBe(4);
  });

  it('never goes back while steps move forward and counters grow', () => {
    const moves = fc.array(fc.constantFrom('step' as const, 'part' as const, 'chunk' as const), { maxLength: 30 });
    fc.assert(
      fc.property(moves, fc.nat(10), fc.nat(10), (sequence, partsTotal, chunksTotal) => {
        let step = 0;
        let parts = 0;
        let chunks = 0;
        let before = 0;
        for (const move of sequence) {
          if (move === 'step') step = Math.min(step + 1, TASK_STEPS.length - 1);
          if (move === 'part') parts += 1;
          if (move === 'chunk') chunks += 1;
          const percent = percentOf({
            step: TASK_STEPS[step] ?? 'done',
            partsDone: upTo(parts),
            partsTotal,
            chunksDone: upTo(chunks),
            chunksTotal,
          });
          expect(percent).toBeGreaterThanOrEqual(before);
          expect(percent).toBeLessThanOrEqual(100);
          before = percent;
        }
      }),
    );
  });
});

describe('messageOf', () => {
  it('says how far transcribing and the lessons are', () => {
    expect(messageOf({ ...at('transcribing', 2), state: 'processing' })).toBe('Transcribing: 2 of 4 parts');
    expect(messageOf({ ...at('lessons', 4, 1), state: 'processing' })).toBe('Making the lessons: 1 of 3 chunks');
  });

  it('does not speak of transcribing when subtitles are read', () => {
    expect(messageOf({ ...at('transcribing'), partsTotal: 0, state: 'processing' })).toBe('Reading the subtitles');
  });

  it('says what went wrong once the task has failed', () => {
    const error = { code: 'NO_AUDIO' as const, ...FAILURES.NO_AUDIO, detail: 'No sound.' };
    expect(messageOf({ ...at('planning'), state: 'failed', error })).toBe(FAILURES.NO_AUDIO.title);
  });
});
