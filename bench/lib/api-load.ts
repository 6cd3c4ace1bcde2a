/** The load: reads, translations and writes, by a process of its own. */
import { fork } from 'node:child_process';
import { join } from 'node:path';
import * as z from 'zod';
import { messageOf } from './child.ts';

const loadDataSchema = z.object({
  /** With an access token of their owner. */
  videos: z.array(z.object({ id: z.string(), token: z.string() })).min(1),
  chunksPerVideo: z.int(),
  words: z.array(z.object({ word: z.string(), language: z.string(), target: z.string() })).min(1),
  texts: z.array(z.string()).min(1),
});
export const loadOrderSchema = z.object({
  url: z.string(),
  data: loadDataSchema,
  seconds: z.number(),
  connections: z.int(),
  /** Another one asks for other things. */
  seed: z.int(),
});
const loadResultSchema = z.object({
  /** Answered requests. */
  requests: z.int(),
  perSecond: z.number(),
  /** ms */
  p50: z.number(),
  p95: z.number(),
  p99: z.number(),
  /** Answers that are no success, by their status, and what broke or came too late. */
  errors: z.record(z.string(), z.int()),
});
export type LoadData = z.infer<typeof loadDataSchema>;
export type LoadOrder = z.infer<typeof loadOrderSchema>;
export type LoadResult = z.infer<typeof loadResultSchema>;

export async function load(order: LoadOrder): Promise<LoadResult> {
  const child = fork(join(import.meta.dirname, 'api-load-worker.ts'), {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  try {
    await messageOf(child);
    child.send(order);
    return loadResultSchema.parse(await messageOf(child));
  } finally {
    child.kill();
  }
}
