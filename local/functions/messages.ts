/** What the host and the thread of a function say to each other. Payloads travel as JSON, as they do in Lambda. */

export type WorkerSettings = {
  /** URL of the bundle. */
  module: string;
  /** Name of the exported handler. */
  exportName: string;
  functionName: string;
  memoryMb: number;
};

export type InvokeMessage = {
  requestId: string;
  /** JSON. */
  payload: string;
  invokedFunctionArn: string;
  /** Milliseconds since the epoch. */
  deadline: number;
  traceId: string;
};

export type ErrorReport = { errorType: string; errorMessage: string; stack?: string | undefined };

export type WorkerMessage =
  | { type: 'ready' }
  | { type: 'init-failed'; error: ErrorReport }
  | { type: 'succeeded'; requestId: string; payload: string }
  | { type: 'failed'; requestId: string; error: ErrorReport };
