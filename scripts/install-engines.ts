/**
 * Installs models for the local cloud: speech recognition (Whisper) and translation (OPUS-MT). Nothing of it is part
 * of the project's own dependencies; all of it goes below `.langplug/engines` and can be deleted at any time.
 *
 *     npm run engines:install                                   speech, base size
 *     npm run engines:install -- --from de --to en              speech and German to English
 *     npm run engines:install -- --size small                   a larger, better model of speech
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { sourceLanguageSchema } from '../functions/contracts/languages.ts';
import {
  LIBRARY,
  opusMtModel,
  readInstalled,
  WHISPER_SIZES,
  whisperModel,
  writeInstalled,
} from '../local/aws/engines/installed.ts';
import { type DownloadProgress, type ModelRunner, openModelRunner } from '../local/aws/engines/model-runner.ts';
import { translateByPieces } from '../local/aws/engines/opus-mt.ts';
import { FFMPEG_MISSING, whisperOutputSchema } from '../local/aws/engines/whisper.ts';
import { writeFileAtomic } from '../local/aws/files.ts';
import { findProgram } from '../local/find-program.ts';

const USAGE = `Usage: npm run engines:install [-- --from de --to en] [--size ${WHISPER_SIZES.join('|')}]

  --size   size of the speech model (default: base, about 300 MB; small: about 1 GB)
  --from   language of the videos   } also installs a translation model for this pair,
  --to     language of the lessons  } about 110 MB
  --help   this text
`;

const optionsSchema = z
  .object({
    size: z.enum(WHISPER_SIZES, { error: `--size must be one of ${WHISPER_SIZES.join(', ')}` }).default('base'),
    from: sourceLanguageSchema.optional(),
    to: z
      .string()
      .regex(/^[a-z]{2}$/, '--to must be a code of two letters, such as en')
      .optional(),
  })
  .refine(({ from, to }) => (from === undefined) === (to === undefined), '--from and --to belong together')
  .refine(({ from, to }) => from === undefined || from !== to, '--from and --to must differ');

/** One second of silence: enough to see a speech model work. */
const SILENCE = new Float32Array(16_000);

const print = (line: string) => process.stdout.write(`${line}\n`);

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      size: { type: 'string' },
      from: { type: 'string' },
      to: { type: 'string' },
      dir: { type: 'string', default: '.langplug/engines' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    print(USAGE);
    return 0;
  }
  const options = optionsSchema.safeParse(values);
  if (!options.success) {
    process.stderr.write(`${options.error.issues.map(({ message }) => message).join('\n')}\n\n${USAGE}`);
    return 2;
  }
  // Before hundreds of megabytes are fetched that could not be used.
  if (!findProgram('ffmpeg')) throw new Error(`${FFMPEG_MISSING} Then run this again.`);
  const enginesDir = resolve(values.dir);
  await installLibrary(enginesDir);
  const models = openModelRunner(enginesDir, { allowDownload: true, onProgress: progressPrinter() });
  try {
    const { size, from, to } = options.data;
    await installWhisper(models, enginesDir, whisperModel(size));
    if (from && to) await installOpusMt(models, enginesDir, from, to);
  } finally {
    await models.stop();
  }
  print(`Done. The local cloud uses what is installed in ${enginesDir} from its next start.`);
  return 0;
}

/** Installs the library that runs the models, with a package file of its own. */
async function installLibrary(enginesDir: string) {
  mkdirSync(enginesDir, { recursive: true });
  const packageFile = join(enginesDir, 'package.json');
  if (!existsSync(packageFile)) {
    writeFileAtomic(packageFile, `${JSON.stringify({ name: 'langplug-engines', private: true }, null, 2)}\n`);
  }
  print(`Installing ${LIBRARY.name} ${LIBRARY.version} …`);
  const args = [
    'install',
    '--save-exact',
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
    `${LIBRARY.name}@${LIBRARY.version}`,
  ];
  const code = await new Promise<number>((done, fail) => {
    const npm = spawn('npm', ['--prefix', enginesDir, ...args], {
      cwd: enginesDir,
      stdio: 'inherit',
      // The runtime would fetch hundreds of megabytes for graphics cards; models run on the processor here.
      env: { ...process.env, ONNXRUNTIME_NODE_INSTALL: 'skip' },
    });
    npm.on('error', fail);
    npm.on('close', (status) => done(status ?? 1));
  });
  if (code !== 0) throw new Error(`npm could not install ${LIBRARY.name}: is the internet reachable?`);
}

async function installWhisper(models: ModelRunner, enginesDir: string, model: string) {
  print(`Loading speech recognition ${model} …`);
  const options = { language: 'de', task: 'transcribe', return_timestamps: 'word' };
  const output = await models
    .run({ task: 'automatic-speech-recognition', model, dtype: 'fp32', input: SILENCE, options })
    .catch(explain(model));
  whisperOutputSchema.parse(output);
  writeInstalled(enginesDir, { ...readInstalled(enginesDir), whisper: model });
  print(`${model} works.`);
}

async function installOpusMt(models: ModelRunner, enginesDir: string, from: string, to: string) {
  const model = opusMtModel(from, to);
  print(`Loading translation ${model} …`);
  const translated = await translateByPieces('Hamburg', async (input) => {
    const output = await models
      .run({ task: 'translation', model, dtype: 'q8', input, options: {} })
      .catch(explain(model));
    return z
      .array(z.object({ translation_text: z.string().min(1) }))
      .parse(output)
      .map((text) => text.translation_text);
  });
  const installed = readInstalled(enginesDir);
  writeInstalled(enginesDir, { ...installed, opusMt: { ...installed.opusMt, [`${from}-${to}`]: model } });
  print(`${model} works ("Hamburg" → "${translated}").`);
}

/** Says what to do about a model that does not load. */
const explain = (model: string) => (error: unknown) => {
  const reason = error instanceof Error ? error.message : String(error);
  const unreachable = /fetch failed|ENOTFOUND|EAI_AGAIN|ECONN|ETIMEDOUT|getaddrinfo|network/i.test(reason);
  const missing = /could not locate|401|404|Unauthorized/i.test(reason);
  throw new Error(
    unreachable
      ? `The model ${model} cannot be fetched: https://huggingface.co does not answer (${reason}). Check the internet connection or HTTPS_PROXY and run this again; what was fetched is kept, but nothing counts as installed before it has worked.`
      : missing
        ? `There is no model ${model} on https://huggingface.co (${reason}). Not every pair of languages has one: try going through English.`
        : `The model ${model} does not work: ${reason}`,
  );
};

/** Prints a line whenever a file is another tenth further. */
function progressPrinter() {
  const printed = new Map<string, number>();
  return ({ file, loaded, total }: DownloadProgress) => {
    const tenth = total > 0 ? Math.floor((loaded / total) * 10) : 0;
    if ((printed.get(file) ?? -1) >= tenth) return;
    printed.set(file, tenth);
    print(`  ${file}: ${tenth * 10} % of ${(total / 1e6).toFixed(1)} MB`);
  };
}

main().then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  },
);
