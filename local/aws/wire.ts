/** What the services behind the front door share: requests, answers and errors as AWS writes them. */
import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { z } from 'zod';

/** An error as an AWS service answers it; `code` is the exception's name. */
export class AwsError extends Error {
  readonly code: string;
  /** HTTP status. */
  readonly status: number;
  /** Further members of the answer. */
  readonly members: Record<string, unknown>;
  constructor(code: string, message: string, status = 400, members: Record<string, unknown> = {}) {
    super(message);
    this.name = code;
    this.code = code;
    this.status = status;
    this.members = members;
  }
}

/** Handles requests of one service. */
export type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void> | void;

/** A service that speaks AWS JSON 1.0 or 1.1: operations by name, input and output as JSON. */
export type JsonService = {
  /** For people, for instance `Transcribe`. */
  name: string;
  /** What comes before the operation in `X-Amz-Target`. */
  target: string;
  version: '1.0' | '1.1';
  operations: Record<string, (input: unknown) => Promise<unknown>>;
};

/** Largest JSON body that is read into memory, bytes. No operation answered here takes more than 1 MB. */
const MAX_JSON_BYTES = 4 * 1024 * 1024;

export async function readBody(request: IncomingMessage, maxBytes = MAX_JSON_BYTES): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    size += chunk.length;
    if (size > maxBytes)
      throw new AwsError('RequestEntityTooLarge', `The request has more than ${maxBytes} bytes`, 413);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** The part of `X-Amz-Target` after the dot. */
export function targetOperation(request: IncomingMessage): string {
  const target = String(request.headers['x-amz-target'] ?? '');
  return target.slice(target.lastIndexOf('.') + 1);
}

export function jsonHandler(service: JsonService): Handler {
  return async (request, response) => {
    const operation = targetOperation(request);
    try {
      const run = Object.hasOwn(service.operations, operation) ? service.operations[operation] : undefined;
      if (!run) throw unknownOperation(service.name, operation);
      const body = (await readBody(request)).toString('utf8');
      const output = await run(parseJson(body || '{}'));
      sendJson(response, 200, output ?? {}, service.version);
    } catch (error) {
      sendJsonError(request, response, error, service.version);
    }
  };
}

export function unknownOperation(service: string, operation: string): AwsError {
  return new AwsError(
    'UnknownOperationException',
    `The local cloud does not offer ${service} ${operation || '(no operation named)'}`,
    501,
  );
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new AwsError('SerializationException', 'The request is not JSON');
  }
}

/** Reads an operation's input. @throws AwsError ValidationException naming the member, or the code given */
export function parseInput<T>(schema: z.ZodType<T>, input: unknown, code = 'ValidationException'): T {
  const parsed = schema.safeParse(input);
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map(({ path, message }) => `'${path.join('.')}': ${message}`);
  throw new AwsError(
    code,
    `${problems.length} validation error${problems.length > 1 ? 's' : ''} detected: ${problems.join('; ')}`,
  );
}

function sendJson(response: ServerResponse, status: number, body: unknown, version: '1.0' | '1.1') {
  const text = JSON.stringify(body);
  response.writeHead(status, {
    'content-type': `application/x-amz-json-${version}`,
    'content-length': Buffer.byteLength(text),
    'x-amzn-requestid': randomUUID(),
  });
  response.end(text);
}

/** Answers an error as JSON services do; anything but an AwsError is an internal failure. */
export function sendJsonError(
  request: IncomingMessage,
  response: ServerResponse,
  error: unknown,
  version: '1.0' | '1.1',
) {
  const known = error instanceof AwsError ? error : new AwsError('InternalFailure', describe(error), 500);
  if (response.headersSent) {
    response.destroy();
    return;
  }
  request.resume();
  response.setHeader('x-amzn-errortype', known.code);
  sendJson(response, known.status, { __type: known.code, message: known.message, ...known.members }, version);
}

/** Answers an error as S3 does, in XML. */
export function sendXmlError(request: IncomingMessage, response: ServerResponse, error: unknown) {
  const known = error instanceof AwsError ? error : new AwsError('InternalError', describe(error), 500);
  if (response.headersSent) {
    response.destroy();
    return;
  }
  // The rest of the body is read and dropped, so that the client is not cut off before it sees the answer.
  request.unpipe();
  request.resume();
  const members = Object.entries(known.members).map(([name, value]) => xml(name, String(value)));
  const requestId = randomUUID();
  sendXml(
    response,
    known.status,
    `<Error>${xml('Code', known.code)}${xml('Message', known.message)}${members.join('')}${xml('RequestId', requestId)}</Error>`,
    request.method === 'HEAD',
  );
}

export function sendXml(response: ServerResponse, status: number, body: string, headersOnly = false) {
  const text = `<?xml version="1.0" encoding="UTF-8"?>\n${body}`;
  response.writeHead(status, {
    'content-type': 'application/xml',
    'content-length': Buffer.byteLength(text),
    'x-amz-request-id': randomUUID(),
  });
  response.end(headersOnly ? undefined : text);
}

/** An XML element with text; control characters that XML 1.0 cannot hold are dropped. */
export function xml(name: string, text: string): string {
  const safe = text.replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`);
  return `<${name}>${safe}</${name}>`;
}

export const describe = (error: unknown) => (error instanceof Error ? error.message : String(error));

/** Time as JSON services write it: seconds since the epoch. */
export const epochSeconds = (ms: number) => ms / 1000;
