import { existsSync, statSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { SOURCE_LANGUAGES, sourceLanguageSchema, targetLanguageSchema } from '../../functions/contracts/languages.ts';
import { DEFAULT_CHUNK_MINUTES, MAX_CHUNK_MINUTES, MIN_CHUNK_MINUTES } from '../../functions/contracts/limits.ts';
import type { Job } from '../client/run-job.ts';
import type { EngineSettings } from '../types.ts';

export const USAGE = `Turns a video into a lesson, on a cloud of its own on this machine.

  npm run process -- <media> --from <language> --to <language> [options]

  <media>                 mp4 m4v mov mkv webm mp3 m4a ogg wav flac
  --from <language>       language of the video: ${SOURCE_LANGUAGES.join(', ')}
  --to <language>         language of the translation, for instance en
  --subtitles <file>      SRT or WebVTT in the language of the video: nothing is transcribed then
  --chunk-minutes <n>     wanted length of a chunk, ${MIN_CHUNK_MINUTES} to ${MAX_CHUNK_MINUTES} (default ${DEFAULT_CHUNK_MINUTES})
  --speech <engine>       auto, recorded, whisper or none (default auto)
  --translation <engine>  auto, opus-mt, glossary, or none, which fails when something is to be translated (default auto)
  --url <url>             use a LangPlug that is running already, for instance http://localhost:3000, with its engines
  --json                  print the lesson as one JSON object
  --verbose               print what every function logs
  --help                  print this

Without --subtitles the speech is transcribed: by a recorded transcript beside the media (<name>.transcript.json), or by
a Whisper model ("npm run engines:install"). Exit status: 0 completed, 1 failed, 2 wrong usage.
`;

const SPEECH_ENGINES = ['auto', 'recorded', 'whisper', 'none'] as const;
const TRANSLATION_ENGINES = ['auto', 'opus-mt', 'glossary', 'none'] as const;

export type ProcessArguments = {
  job: Job;
  engines: Pick<EngineSettings, 'speech' | 'translation'>;
  url?: string;
  json: boolean;
  verbose: boolean;
};

/** Wrong usage: the message names the argument and the remedy. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** @returns 'help' when help is asked for. @throws UsageError */
export function parseProcessArguments(argv: string[]): ProcessArguments | 'help' {
  const { values, positionals } = parse(argv);
  if (values.help) return 'help';
  const [media, ...rest] = positionals;
  if (!media) throw new UsageError('Name the media file to process.');
  if (rest.length > 0) {
    throw new UsageError(
      `One media file at a time: "${rest.join(' ')}" is too much. npm keeps options for itself that do not follow "--": npm run process -- ${media} …`,
    );
  }
  requireFile('media file', media);
  if (values.subtitles !== undefined) requireFile('subtitle file', values.subtitles);
  if (values.from === undefined) throw new UsageError(`--from is missing: ${SOURCE_LANGUAGES.join(', ')}.`);
  if (values.to === undefined) throw new UsageError('--to is missing: a language code such as en.');
  const from = sourceLanguageSchema.safeParse(values.from);
  if (!from.success) throw new UsageError(`--from ${values.from} is not known: ${SOURCE_LANGUAGES.join(', ')}.`);
  const to = targetLanguageSchema.safeParse(values.to);
  if (!to.success) throw new UsageError(`--to ${values.to} is not a language that can be translated into.`);
  if (to.data.slice(0, 2) === from.data)
    throw new UsageError(`--to ${values.to} must differ from --from ${values.from}.`);
  if (values.url !== undefined) requireUsableUrl(values.url, values);
  return {
    job: {
      media,
      ...(values.subtitles !== undefined && { subtitles: values.subtitles }),
      from: from.data,
      to: to.data,
      chunkMinutes: chunkMinutes(values['chunk-minutes']),
    },
    engines: {
      speech: oneOf('--speech', SPEECH_ENGINES, values.speech ?? 'auto'),
      translation: oneOf('--translation', TRANSLATION_ENGINES, values.translation ?? 'auto'),
    },
    ...(values.url !== undefined && { url: values.url.replace(/\/+$/, '') }),
    json: values.json,
    verbose: values.verbose,
  };
}

function parse(argv: string[]) {
  try {
    return parseArgs({
      args: argv,
      allowPositionals: true,
      options: {
        from: { type: 'string' },
        to: { type: 'string' },
        subtitles: { type: 'string' },
        'chunk-minutes': { type: 'string', default: String(DEFAULT_CHUNK_MINUTES) },
        speech: { type: 'string' },
        translation: { type: 'string' },
        url: { type: 'string' },
        json: { type: 'boolean', default: false },
        verbose: { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

function requireUsableUrl(url: string, engines: { speech?: string; translation?: string }): void {
  if (!/^https?:\/\//.test(url) || !URL.canParse(url)) {
    throw new UsageError(`--url ${url} is no URL: give it as http://localhost:3000 or https://…`);
  }
  for (const name of ['speech', 'translation'] as const) {
    if (engines[name] === undefined) continue;
    throw new UsageError(
      `--${name} cannot be chosen together with --url: the LangPlug at ${url} has its own engines. Leave one of them out.`,
    );
  }
}

function requireFile(what: string, file: string): void {
  if (!existsSync(file)) throw new UsageError(`There is no ${what} ${file}.`);
  if (!statSync(file).isFile()) throw new UsageError(`The ${what} ${file} is not a file.`);
}

function chunkMinutes(value: string): number {
  const minutes = Number(value);
  if (!Number.isInteger(minutes) || minutes < MIN_CHUNK_MINUTES || minutes > MAX_CHUNK_MINUTES) {
    throw new UsageError(
      `--chunk-minutes ${value} must be a whole number from ${MIN_CHUNK_MINUTES} to ${MAX_CHUNK_MINUTES}.`,
    );
  }
  return minutes;
}

function oneOf<T extends string>(option: string, allowed: readonly T[], value: string): T {
  const found = allowed.find((candidate) => candidate === value);
  if (!found) throw new UsageError(`${option} ${value} is not known: ${allowed.join(', ')}.`);
  return found;
}
