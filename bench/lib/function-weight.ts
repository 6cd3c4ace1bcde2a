/** What each function of the API weighs, how long it takes to start, and what the cache adds to it. */
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'esbuild';
import { routes } from '../../functions/handlers/api/routes.ts';
import { type FunctionEnvironment, type FunctionName, functionEntries } from '../../functions/runtime/env.ts';
import { alternate, summarise } from './alternate.ts';
import { bundle, importTime, inBundleFolder, KILOBYTE, weigh } from './bundles.ts';
import { CACHE_KILOBYTES } from './cache-weight.ts';
import { compare, compareAll, type Figure, measure } from './report.ts';

const HANDLERS = fileURLToPath(new URL('../../functions/handlers/', import.meta.url));
const CACHE_MODULE = /\/runtime\/cache\.ts$/;
const API_FUNCTIONS = [...new Set(Object.values(routes).map(({ fn }) => fn))];

type Variable = { [N in FunctionName]: keyof FunctionEnvironment<N> }[FunctionName];
type Bundle = { file: string; bytes: number; gzip: number };

/** Enough to start with: nothing is asked for at these addresses before the first request. */
const ENVIRONMENT: Record<Variable | `AWS_${string}`, string> = {
  USERS_TABLE: 'users',
  VIDEOS_TABLE: 'videos',
  LEXICON_TABLE: 'lexicon',
  TRANSLATIONS_TABLE: 'translations',
  MEDIA_BUCKET: 'media',
  SIGNING_KEY_SECRET_ARN: 'arn',
  CACHE_URL: 'redis://127.0.0.1:1',
  CACHE_SECRET_ARN: 'arn',
  CACHE_ENABLED: 'true',
  CACHE_LIFETIMES: '',
  CACHE_NAME: 'cache',
  STAGE: 'bench',
  INGEST_QUEUE_URL: 'http://127.0.0.1:1/ingest',
  INGEST_DLQ_URL: 'http://127.0.0.1:1/ingest-dead',
  INGEST_DLQ_ARN: 'arn',
  TRANSLATION_QUEUE_URL: 'http://127.0.0.1:1/translation',
  TRANSLATION_DLQ_URL: 'http://127.0.0.1:1/translation-dead',
  TRANSLATION_DLQ_ARN: 'arn',
  STATE_MACHINE_ARN: 'arn',
  MAX_UPLOAD_BYTES: '1000000',
  TASK_RETENTION_HOURS: '24',
  AWS_REGION: 'us-east-1',
  AWS_ACCESS_KEY_ID: 'bench',
  AWS_SECRET_ACCESS_KEY: 'bench',
};

export async function measureFunctions(rounds: number, say: (line: string) => void): Promise<Figure[]> {
  say('Bundles of the API functions and their start …');
  return inBundleFolder(async (folder) => {
    const bundles = new Map<string, Bundle>();
    const withoutCache = (name: string) => `${name} without the cache`;
    for (const name of API_FUNCTIONS) {
      bundles.set(name, await bundleOf(name, folder));
      const replaced = { count: 0 };
      const lighter = await bundleOf(name, folder, replaced);
      if (replaced.count > 0) bundles.set(withoutCache(name), lighter);
    }
    const starts = await alternate([...bundles.keys()], rounds, (name) =>
      importTime(bundles.get(name)?.file ?? '', { env: ENVIRONMENT }),
    );
    const init = summarise(starts, (ms) => ms);
    return API_FUNCTIONS.flatMap((name): Figure[] => {
      const whole = bundles.get(name);
      const lighter = bundles.get(withoutCache(name));
      const start = init[name];
      if (!whole || start === undefined) throw new Error(`${name} was not measured`);
      const sizes = measure(`${name}: bundle, minified`, 'KB', whole.bytes / KILOBYTE);
      if (!lighter) {
        const gzip = measure(`${name}: bundle, gzip`, 'KB', whole.gzip / KILOBYTE);
        return [sizes, gzip, measure(`${name}: init in a fresh process`, 'ms', start)];
      }
      const without = { 'without the cache': lighter.gzip / KILOBYTE };
      return [
        sizes,
        ...compareAll(`${name}: bundle, gzip`, 'KB', whole.gzip / KILOBYTE, without),
        measure(`${name}: the cache adds, gzip`, 'KB', (whole.gzip - lighter.gzip) / KILOBYTE, {
          atMost: CACHE_KILOBYTES,
        }),
        compare(
          `${name}: init in a fresh process`,
          'ms',
          start,
          init[withoutCache(name)] ?? Number.NaN,
          'without the cache',
        ),
      ];
    });
  });
}

/** @param replaced counts how often the cache was taken out; without it the cache stays */
async function bundleOf(name: FunctionName, folder: string, replaced?: { count: number }): Promise<Bundle> {
  const plugins = replaced ? [withoutTheCache(replaced)] : [];
  const file = await bundle(join(HANDLERS, functionEntries[name]), folder, `${name}${replaced ? '-uncached' : ''}`, {
    plugins,
  });
  return { file, ...weigh(file) };
}

const withoutTheCache = (replaced: { count: number }): Plugin => ({
  name: 'without the cache',
  setup({ onResolve }) {
    onResolve({ filter: CACHE_MODULE }, () => {
      replaced.count++;
      return { path: join(import.meta.dirname, 'no-cache.ts') };
    });
  },
});
