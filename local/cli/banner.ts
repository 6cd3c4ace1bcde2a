import path from 'node:path';
import type { Installed } from '../aws/engines/installed.ts';
import type { LocalCloud } from '../cloud.ts';

export type BannerOptions = {
  cloud: Pick<LocalCloud, 'url' | 'endpoint'>;
  /** Lines about what there is to see. */
  notes: readonly string[];
  engines: Installed;
  /** Whisper cannot hear anything without it. */
  hasFfmpeg: boolean;
  /** Whether reads go through the cache. */
  hasCache: boolean;
  /** Another AWS emulator that is used. */
  awsEndpoint?: string | undefined;
  dataDir: string;
  /** How long the start took. */
  seconds: number;
};

const OFF: [string, string] = ['Cache', 'off (CACHE_ENABLED=false): every read goes to its source'];

/** What people see when everything is running. */
export function banner({
  cloud,
  notes,
  engines,
  hasFfmpeg,
  hasCache,
  awsEndpoint,
  dataDir,
  seconds,
}: BannerOptions): string {
  const rows: [string, string][] = [
    ['API reference', cloud.url],
    ['API', `${cloud.url}/api   (document: ${cloud.url}/openapi.json)`],
    ['AWS services', `${cloud.endpoint}   (for the AWS CLI: --endpoint-url)`],
    ['Speech', awsEndpoint ? `Transcribe of ${awsEndpoint}` : speech(engines, hasFfmpeg)],
    ['Translation', translation(engines)],
    ...(hasCache ? [] : [OFF]),
    ['Data', `${readable(dataDir)}   (kept; --fresh begins anew)`],
  ];
  return [
    '',
    `  LangPlug is running (started in ${seconds.toFixed(1)} s)`,
    '',
    ...rows.map(([name, value]) => `  ${name.padEnd(15)}${value}`),
    ...(notes.length > 0 ? ['', ...notes.map((note) => `  ${note}`)] : []),
    '',
    '  Make a lesson of a video of yours, from another terminal:',
    `    npm run process -- <video> --from de --to en --url ${cloud.url}`,
    '',
    '  Ctrl-C stops everything.',
    '',
  ].join('\n');
}

function readable(folder: string): string {
  const relative = path.relative('', folder);
  return relative === '' || relative.startsWith('..') ? path.resolve(folder) : relative;
}

function speech({ whisper }: Installed, hasFfmpeg: boolean): string {
  if (!whisper) return 'none installed: give videos subtitles, or run "npm run engines:install"';
  return hasFfmpeg ? 'Whisper' : 'Whisper (needs ffmpeg, which is not installed)';
}

function translation({ opusMt }: Installed): string {
  const pairs = Object.keys(opusMt);
  return pairs.length > 0 ? `OPUS-MT (${pairs.join(', ')}), else word by word` : 'word by word, from the glossary';
}
