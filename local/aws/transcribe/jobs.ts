import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { readIfPresent, writeFileAtomic } from '../files.ts';

const jobSchema = z.object({
  name: z.string(),
  status: z.enum(['IN_PROGRESS', 'COMPLETED', 'FAILED']),
  languageCode: z.string(),
  mediaUri: z.string(),
  mediaFormat: z.string().optional(),
  outputBucket: z.string(),
  outputKey: z.string(),
  /** Milliseconds since the epoch. */
  createdAt: z.number(),
  completedAt: z.number().optional(),
  failureReason: z.string().optional(),
});
export type Job = z.infer<typeof jobSchema>;

export type Jobs = {
  get(name: string): Job | undefined;
  all(): Job[];
  save(job: Job): void;
  remove(name: string): void;
};

/** Transcription jobs, one file each. */
export function openJobs(folder: string): Jobs {
  mkdirSync(folder, { recursive: true });
  const fileOf = (name: string) => join(folder, `${name}.json`);
  const jobs = new Map<string, Job>();
  for (const file of readdirSync(folder)) {
    if (!file.endsWith('.json')) continue;
    const job = jobSchema.parse(JSON.parse(readIfPresent(join(folder, file)) ?? ''));
    jobs.set(job.name, job);
  }
  return {
    get: (name) => jobs.get(name),
    all: () => [...jobs.values()],
    save(job) {
      jobs.set(job.name, job);
      writeFileAtomic(fileOf(job.name), JSON.stringify(job));
    },
    remove(name) {
      jobs.delete(name);
      rmSync(fileOf(name), { force: true });
    },
  };
}
