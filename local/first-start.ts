/** What happens once over a data folder. */
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';

const FILE = 'first-start.json';
const notesSchema = z.array(z.string());

/** @returns lines for people, shown at this and every later start */
export type FirstStartStep = (url: string, report: (line: string) => void) => Promise<string[]>;

/** Runs the steps unless they were done over this folder before. @returns what they want shown */
export async function onFirstStart(
  dataDir: string,
  steps: readonly FirstStartStep[],
  url: string,
  report: (line: string) => void,
): Promise<string[]> {
  const file = path.join(dataDir, FILE);
  const before = await readFile(file, 'utf8').catch(() => undefined);
  if (before !== undefined) return notesSchema.parse(JSON.parse(before));
  const notes: string[] = [];
  for (const step of steps) notes.push(...(await step(url, report)));
  await writeFile(file, JSON.stringify(notes));
  return notes;
}
