/** Runs in the thread of a function: loads its bundle once and calls its handler, as Lambda's Node.js runtime does. */
import { parentPort, workerData } from 'node:worker_threads';
import type { ErrorReport, InvokeMessage, WorkerMessage, WorkerSettings } from './messages.ts';

type Handler = (event: unknown, context: unknown) => unknown;

const settings: WorkerSettings = workerData;
const port = parentPort;
if (!port) throw new Error('runtime-worker.ts runs in a worker thread only');
process.setSourceMapsEnabled(true);

const say = (message: WorkerMessage) => port.postMessage(message);

function report(error: unknown): ErrorReport {
  if (error instanceof Error) return { errorType: error.name, errorMessage: error.message, stack: error.stack };
  return { errorType: typeof error, errorMessage: String(error) };
}

async function load(): Promise<Handler> {
  const bundle: Record<string, unknown> = await import(settings.module);
  const handler = bundle[settings.exportName];
  if (!isHandler(handler)) {
    const error = new Error(`${settings.exportName} is undefined or not exported`);
    error.name = 'Runtime.HandlerNotFound';
    throw error;
  }
  if (handler.length > 2) {
    const error = new Error('Node.js 24 has no callback handlers any more: make it an async function');
    error.name = 'Runtime.CallbackHandlerDeprecated';
    throw error;
  }
  return handler;
}

const isHandler = (value: unknown): value is Handler => typeof value === 'function';

async function invoke(handler: Handler, message: InvokeMessage): Promise<void> {
  process.env._X_AMZN_TRACE_ID = message.traceId;
  const context = {
    functionName: settings.functionName,
    functionVersion: '$LATEST',
    invokedFunctionArn: message.invokedFunctionArn,
    memoryLimitInMB: String(settings.memoryMb),
    awsRequestId: message.requestId,
    logGroupName: process.env.AWS_LAMBDA_LOG_GROUP_NAME,
    logStreamName: process.env.AWS_LAMBDA_LOG_STREAM_NAME,
    callbackWaitsForEmptyEventLoop: true,
    getRemainingTimeInMillis: () => Math.max(0, message.deadline - Date.now()),
  };
  try {
    const result = await handler(JSON.parse(message.payload), context);
    say({ type: 'succeeded', requestId: message.requestId, payload: JSON.stringify(result ?? null) });
  } catch (error) {
    say({ type: 'failed', requestId: message.requestId, error: report(error) });
  }
}

try {
  const handler = await load();
  port.on('message', (message: InvokeMessage) => void invoke(handler, message));
  say({ type: 'ready' });
} catch (error) {
  say({ type: 'init-failed', error: report(error) });
}
