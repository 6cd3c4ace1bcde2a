import { Logger } from '@aws-lambda-powertools/logger';
import type { FunctionName } from './env.ts';

/** Structured JSON logs, one line an event. */
export const createLogger = (name: FunctionName) => new Logger({ serviceName: name });
export type Log = Pick<Logger, 'debug' | 'info' | 'warn' | 'error'>;
