/** The log of the local cloud: one line an event on a stream. */
import type { LocalLog } from './types.ts';

const SOURCE_WIDTH = 19;
const STYLES = { info: '', warn: '33', error: '31', verbose: '2' } as const;

/** @param verbose also prints what is only worth seeing when something is looked for */
export function createLog(stream: NodeJS.WriteStream, verbose: boolean): LocalLog {
  const colour = (code: string, text: string) => (stream.isTTY && code ? `\x1b[${code}m${text}\x1b[0m` : text);
  const line = (level: keyof typeof STYLES) => (source: string, message: string) => {
    const mark = level === 'warn' ? 'WARN  ' : level === 'error' ? 'ERROR ' : '';
    const where = source.length > SOURCE_WIDTH ? `${source.slice(0, SOURCE_WIDTH - 1)}…` : source.padEnd(SOURCE_WIDTH);
    const text = colour(STYLES[level], `${mark}${message.trim().replace(/\s*\n\s*/g, ' ')}`);
    stream.write(`${colour('2', clock(new Date()))}  ${colour('36', where)}  ${text}\n`);
  };
  return {
    info: line('info'),
    warn: line('warn'),
    error: line('error'),
    verbose: verbose ? line('verbose') : () => undefined,
  };
}

/** A log that prints nothing, for tests. */
export const silentLog: LocalLog = {
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
  verbose: () => undefined,
};

/** What went wrong, in one line. */
export const nameAndMessage = (error: unknown): string =>
  error instanceof Error ? `${error.name}: ${error.message}` : String(error);

const clock = (time: Date) => time.toTimeString().slice(0, 8);
