/** What happens once over a data folder. */
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';

const FILE = 'first-start.json';
const notesSchema = z.array(z.string());

/** @returns lines for people, shown at this and every later start */
export type FirstStartStep = (url: string, report: (line: string) => void) => Promise<string[]>;

/**
 * Runs the steps unless they were done over this folder before. A step that fails is reported and keeps nobody from
 * starting; all are tried again at the next start.
 * @returns what they want shown
 */
export async function onFirstStart(
  dataDir: string,
  steps: readonly FirstStartStep[],
  url: string,
  report: (line: string) => void,
): Promise<string[]> {
  const file = path.join(dataDir, FILE);
  const before = await notesOf(file);
  if (before) return before;
  const notes: string[] = [];
  let failed = false;
  for (const step of steps) {
    try {
      notes.push(...(await step(url, report)));
    } catch (error) {
      failed = true;
      report(`  WARN  ${error instanceof Error ? error.message : String(error)}`);
      report('        The rest is running; this is tried again at the next start.');
    }
  }
  if (!failed) await writeFile(file, JSON.stringify(notes));
  return notes;
}

/** @returns undefined when there are none, or a crash left half a file. */
async function notesOf(file: string): Promise<string[] | undefined> {
  try {
    return notesSchema.parse(JSON.parse(await readFile(file, 'utf8')));
  } catch {
    return undefined;
  }
}
