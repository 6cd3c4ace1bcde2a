/** State machines and executions on disk: JSON lines, so that a killed process loses nothing. */
import { appendFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { readIfPresent, writeFileAtomic } from '../files.ts';

/** Names of executions are unique for this long after their end, ms (Step Functions API Reference, StartExecution). */
const KEEP_MS = 90 * 24 * 3600 * 1000;

export const STATUSES = ['RUNNING', 'SUCCEEDED', 'FAILED', 'TIMED_OUT', 'ABORTED'] as const;
export type Status = (typeof STATUSES)[number];

const machineSchema = z.object({ arn: z.string(), name: z.string(), definition: z.string(), createdAt: z.number() });
const executionSchema = z.object({
  arn: z.string(),
  machineArn: z.string(),
  name: z.string(),
  /** JSON text. */
  input: z.string(),
  status: z.enum(STATUSES),
  /** Milliseconds since the epoch. */
  startedAt: z.number(),
  stoppedAt: z.number().optional(),
  /** JSON text. */
  output: z.string().optional(),
  error: z.string().optional(),
  cause: z.string().optional(),
});
export type MachineRecord = z.infer<typeof machineSchema>;
export type ExecutionRecord = z.infer<typeof executionSchema>;

export type Records = {
  machines: Map<string, MachineRecord>;
  /** By ARN, in the order of their start. */
  executions: Map<string, ExecutionRecord>;
  saveMachine(machine: MachineRecord): void;
  saveExecution(execution: ExecutionRecord): void;
};

export function openRecords(folder: string): Records {
  mkdirSync(folder, { recursive: true });
  const machinesFile = join(folder, 'state-machines.jsonl');
  const executionsFile = join(folder, 'executions.jsonl');
  const machines = new Map(readLines(machinesFile, machineSchema).map((machine) => [machine.arn, machine]));
  const oldest = Date.now() - KEEP_MS;
  const executions = new Map<string, ExecutionRecord>();
  for (const execution of readLines(executionsFile, executionSchema)) executions.set(execution.arn, execution);
  for (const [arn, { stoppedAt }] of executions) if ((stoppedAt ?? oldest) < oldest) executions.delete(arn);
  // Later lines replace earlier ones: write each once, without those that are forgotten.
  writeLines(machinesFile, machines.values());
  writeLines(executionsFile, executions.values());

  return {
    machines,
    executions,
    saveMachine(machine) {
      machines.set(machine.arn, machine);
      appendFileSync(machinesFile, `${JSON.stringify(machine)}\n`);
    },
    saveExecution(execution) {
      executions.set(execution.arn, execution);
      appendFileSync(executionsFile, `${JSON.stringify(execution)}\n`);
    },
  };
}

/** A line that a killed process left unfinished is dropped. */
function readLines<T>(file: string, schema: z.ZodType<T>): T[] {
  return (readIfPresent(file) ?? '').split('\n').flatMap((line) => {
    try {
      return [schema.parse(JSON.parse(line))];
    } catch {
      return [];
    }
  });
}

function writeLines(file: string, records: Iterable<unknown>) {
  writeFileAtomic(file, [...records].map((record) => `${JSON.stringify(record)}\n`).join(''));
}
