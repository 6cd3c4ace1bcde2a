/** A thousand callers in four processes want one missing value at the same time: how often is it loaded? */
import { fork } from 'node:child_process';
import { join } from 'node:path';
import * as z from 'zod';
import { greatest, summarise } from './alternate.ts';
import { messageOf } from './child.ts';
import { ALL, type ContenderName } from './contenders/index.ts';
import { compareAll, type Figure } from './report.ts';

/** How long the source takes, ms. */
export const LOAD_MS = 50;
const PROCESSES = 4;
const CALLERS = 1000;
/** Between the order and the start, so that all processes have it by then, ms. */
const LEAD_MS = 100;

export const stampedeOrderSchema = z.object({ key: z.string(), at: z.number(), callers: z.int() });
const stampedeSchema = z.object({ loads: z.int(), failures: z.int(), milliseconds: z.number() });
export type Stampede = z.infer<typeof stampedeSchema>;

export async function measureStampedes(url: string, rounds: number, say: (line: string) => void): Promise<Figure[]> {
  const runs = new Map<ContenderName, Stampede[]>();
  // One after the other: seven times four processes would be in each other's way.
  for (const name of ALL) {
    say(`Stampede: ${CALLERS} callers in ${PROCESSES} processes, ${name} …`);
    runs.set(name, await stampedes(name, url, rounds));
  }
  const title = `${CALLERS} callers in ${PROCESSES} processes miss one key`;
  const worst = (figure: (run: Stampede) => number) => summarise(runs, figure, greatest);
  const { ours: loads = Number.NaN, ...peerLoads } = worst((run) => run.loads);
  const { ours: time = Number.NaN, ...peerTimes } = worst((run) => run.milliseconds);
  const { ours: failures = Number.NaN, ...peerFailures } = worst((run) => run.failures);
  return [
    ...compareAll(`${title}: loads, worst of ${rounds}`, 'calls', loads, peerLoads, { atMost: 1 }),
    ...compareAll(`${title}: failed callers, worst of ${rounds}`, 'callers', failures, peerFailures, { atMost: 0 }),
    ...compareAll(`${title}: until all have it (the source takes ${LOAD_MS} ms)`, 'ms', time, peerTimes),
  ];
}

async function stampedes(name: ContenderName, url: string, rounds: number): Promise<Stampede[]> {
  const worker = join(import.meta.dirname, 'cache-stampede-worker.ts');
  const children = Array.from({ length: PROCESSES }, () => fork(worker, [name, url]));
  try {
    await Promise.all(children.map(messageOf));
    const all: Stampede[] = [];
    for (let round = 0; round < rounds; round++) {
      const order = { key: `stampede ${round}`, at: Date.now() + LEAD_MS, callers: CALLERS / PROCESSES };
      for (const child of children) child.send(order);
      const each = z.array(stampedeSchema).parse(await Promise.all(children.map(messageOf)));
      all.push({
        loads: each.reduce((sum, { loads }) => sum + loads, 0),
        failures: each.reduce((sum, { failures }) => sum + failures, 0),
        milliseconds: greatest(each.map(({ milliseconds }) => milliseconds)),
      });
    }
    return all;
  } finally {
    for (const child of children) child.kill();
  }
}
