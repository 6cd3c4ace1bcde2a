/** Which models are installed: `scripts/install-engines.ts` writes a marker once each has worked. */
import { join } from 'node:path';
import { z } from 'zod';
import { readIfPresent, writeFileAtomic } from '../files.ts';

/** The library that runs the models, in `<enginesDir>/node_modules`. */
export const LIBRARY = { name: '@huggingface/transformers', version: '4.3.1' } as const;

export const WHISPER_SIZES = ['base', 'small'] as const;
export type WhisperSize = (typeof WHISPER_SIZES)[number];

/** Exported with the attention that word times are computed from. */
export const whisperModel = (size: WhisperSize) => `onnx-community/whisper-${size}_timestamped`;
export const opusMtModel = (from: string, to: string) => `Xenova/opus-mt-${from}-${to}`;

const installedSchema = z.object({
  /** Version of the library that the models were tried with. */
  library: z.string(),
  /** Model of speech recognition. */
  whisper: z.string().optional(),
  /** Models of translation by pair, for instance `de-en`. */
  opusMt: z.record(z.string(), z.string()).default({}),
});
export type Installed = z.infer<typeof installedSchema>;

const markerOf = (enginesDir: string) => join(enginesDir, 'installed.json');

/** Models are kept here by the library itself. */
export const modelsFolder = (enginesDir: string) => join(enginesDir, 'models');

export function readInstalled(enginesDir: string): Installed {
  const marker = readIfPresent(markerOf(enginesDir));
  const nothing = { library: LIBRARY.version, opusMt: {} };
  if (marker === undefined) return nothing;
  const installed = installedSchema.parse(JSON.parse(marker));
  // Another version of the library has not been tried with these models.
  return installed.library === LIBRARY.version ? installed : nothing;
}

export function writeInstalled(enginesDir: string, installed: Installed) {
  writeFileAtomic(markerOf(enginesDir), `${JSON.stringify(installed, null, 2)}\n`);
}
