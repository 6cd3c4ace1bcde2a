import { setTimeout as delay } from 'node:timers/promises';
import { median } from './statistics.ts';

/** Lets what one run left behind (garbage, open writes) settle before the next, ms. */
const PAUSE_MS = 20;

/**
 * Measures in rounds, in each of them everybody once, so that whatever slows this machine down for a while slows all.
 * The order turns from round to round.
 * @returns the runs of each
 */
export async function alternate<N extends string, T>(
  names: readonly N[],
  rounds: number,
  run: (name: N, round: number) => Promise<T>,
): Promise<Map<N, T[]>> {
  const runs = new Map<N, T[]>(names.map((name) => [name, []]));
  for (let round = 0; round < rounds; round++) {
    for (const i of names.keys()) {
      const name = names[(i + round) % names.length];
      if (name === undefined) continue;
      runs.get(name)?.push(await run(name, round));
      await delay(PAUSE_MS);
    }
  }
  return runs;
}

/** One number for each, made of its runs. */
export function summarise<N extends string, T>(
  runs: ReadonlyMap<N, readonly T[]>,
  figure: (run: T) => number,
  of: (figures: readonly number[]) => number = median,
): Record<string, number> {
  return Object.fromEntries([...runs].map(([name, each]) => [name, of(each.map(figure))]));
}

export const greatest = (figures: readonly number[]): number => Math.max(...figures);
