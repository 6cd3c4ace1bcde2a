import middy from '@middy/core';
import httpJsonBodyParser from '@middy/http-json-body-parser';
import httpRouter from '@middy/http-router';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2, Context } from 'aws-lambda';
import type { z } from 'zod';
import { type ApiFunction, cacheControlOf, type Route } from '../../contracts/route.ts';
import type { Identity, TokenVerifier } from '../../core/ports/accounts.ts';
import { ProblemError } from '../../core/problem-error.ts';
import type { AppCache } from '../cache.ts';
import type { Log } from '../logger.ts';
import { validate } from '../validate.ts';
import { contentEncoding } from './content-encoding.ts';
import { withETag } from './etag.ts';
import { isExpected, problemResponse } from './problem-response.ts';

/** A checked request: everything in it is what the route's schemas say. */
export type Call<R extends Route> = {
  params: R extends { params: infer S extends z.ZodType } ? z.output<S> : undefined;
  query: R extends { query: infer S extends z.ZodType } ? z.output<S> : undefined;
  body: R extends { body: infer S extends z.ZodType } ? z.output<S> : undefined;
  /** Who calls; on public routes nobody is asked. */
  identity: R extends { access: 'public' } ? undefined : Identity;
};

/** An answer with another status than the route's own, for instance a readiness report with 503. */
export class Answer<T> {
  readonly status: number;
  readonly body: T;
  constructor(status: number, body: T) {
    this.status = status;
    this.body = body;
  }
}

type Body<R extends Route> = R['answer'] extends { schema: infer S extends z.ZodType }
  ? z.output<S>
  : R['answer'] extends { contentType: string }
    ? string
    : undefined;
export type Implementation<R extends Route> = (call: Call<R>) => Promise<Body<R> | Answer<Body<R>>>;

type Table = Record<string, Route>;
/** One implementation for each route of a function: a missing one, or one too many, does not compile. */
export type Implementations<T extends Table, F extends ApiFunction> = {
  [Id in keyof T as T[Id]['fn'] extends F ? Id : never]: Implementation<T[Id]>;
};

export type ApiDeps = {
  log: Log;
  /** Needed by functions with routes that are not public. */
  verifier?: TokenVerifier;
  /** Is told where each request begins and ends. */
  cache?: RequestScoped;
};

/** What keeps something for the time of one request, such as the time that the cache may take of it. */
export type RequestScoped = Pick<AppCache, 'startRequest' | 'finishRequest'>;

type Event = APIGatewayProxyEventV2;
type Result = APIGatewayProxyStructuredResultV2;

/** A request that takes longer is worth a look. */
const SLOW_REQUEST_MS = 1000;

/**
 * The handler of one API function: finds the route, checks who calls and every input, calls the implementation, and
 * maps its answer or error to HTTP.
 */
export function apiFunction<T extends Table, F extends ApiFunction>(
  table: T,
  fn: F,
  implementations: Implementations<T, F>,
  deps: ApiDeps,
) {
  const router = httpRouter<Event, Result>({
    routes: Object.entries<Route>(table)
      .filter(([, route]) => route.fn === fn)
      .map(([id, route]) => ({
        method: route.method,
        path: route.path,
        handler: routeHandler(route, implementationOf(implementations, id), deps),
      })),
    notFoundResponse: ({ method, path }) => {
      throw new ProblemError('NOT_FOUND', `${method} ${path} is not an address of this API.`);
    },
  });
  const answer = middy<Event, Result>().use(contentEncoding()).use(problems(deps.log)).handler(router);
  // Around middy and not in it: an early answer of a middleware skips those that come later.
  return async (event: Event, context: Context): Promise<Result> => {
    const started = performance.now();
    deps.cache?.startRequest();
    let result: Result | undefined;
    try {
      result = await answer(event, context);
      return result;
    } finally {
      await finishRequest(deps);
      logRequest(deps.log, event, result?.statusCode, Math.round(performance.now() - started));
    }
  };
}

/** Whatever goes wrong once there is an answer is for the log: the answer stands. */
async function finishRequest({ cache, log }: ApiDeps): Promise<void> {
  try {
    await cache?.finishRequest();
  } catch (error) {
    log.error('request could not be finished', { error });
  }
}

type AnyImplementation = (call: {
  params: unknown;
  query: unknown;
  body: unknown;
  identity: unknown;
}) => Promise<unknown>;

function implementationOf(implementations: object, id: string): AnyImplementation {
  const found: unknown = Reflect.get(implementations, id);
  if (typeof found !== 'function') throw new Error(`Route ${id} has no implementation`);
  return async (call) => found(call);
}

/** Lambda's context, with who calls. */
type ApiContext = Context & { caller?: Identity };

function routeHandler(route: Route, implementation: AnyImplementation, deps: ApiDeps) {
  const chain = middy<Event, Result, Error, ApiContext>().before(async ({ event, context }) => {
    // Before anything of the body is looked at: who may not call learns nothing about the request.
    if (route.access !== 'public') context.caller = await identify(route.access, event, deps.verifier);
  });
  if (route.body) chain.use(httpJsonBodyParser());
  const handler = chain.handler(async (event: Event, context: ApiContext) => {
    const answer = await implementation({
      params: route.params && validate('path', route.params, event.pathParameters ?? {}),
      query: route.query && validate('query', route.query, event.queryStringParameters ?? {}),
      body: route.body && validate('body', route.body, event.body),
      identity: context.caller,
    });
    return toResult(route, answer, event.headers['if-none-match']);
  });
  return (event: Event, context: Context) => handler(event, context);
}

/** @throws ProblemError UNAUTHENTICATED, FORBIDDEN */
async function identify(
  access: 'user' | 'admin',
  event: Event,
  verifier: TokenVerifier | undefined,
): Promise<Identity> {
  if (!verifier) throw new Error('A function with routes that are not public needs a token verifier');
  const token = /^Bearer +(\S+)$/i.exec(event.headers.authorization ?? '')?.[1];
  if (!token) throw new ProblemError('UNAUTHENTICATED', 'The request has no access token.');
  const identity = await verifier.verify(token);
  if (!identity) throw new ProblemError('UNAUTHENTICATED', 'The access token is not valid, or not valid any more.');
  if (access === 'admin' && identity.role !== 'admin') throw new ProblemError('FORBIDDEN', 'Only admins may do this.');
  return identity;
}

function toResult(route: Route, answer: unknown, ifNoneMatch: string | undefined): Result {
  const { status, body } = answer instanceof Answer ? answer : { status: route.answer.status, body: answer };
  if (body === undefined) return { statusCode: status, headers: { 'cache-control': 'no-store' } };
  const result = {
    statusCode: status,
    headers: { 'content-type': route.answer.contentType ?? 'application/json', 'cache-control': 'no-store' },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  };
  const cacheControl = cacheControlOf(route);
  return cacheControl && status === 200 ? withETag(result, ifNoneMatch, cacheControl) : result;
}

/** One line for each request: what, how it ended, and how long it took in ms. A warning for a slow one. */
function logRequest(log: Log, event: Event, status: number | undefined, ms: number): void {
  const line = { route: event.routeKey, status, ms, request_id: event.requestContext.requestId };
  if (ms > SLOW_REQUEST_MS) log.warn('slow request', line);
  else log.info('request', line);
}

function problems(log: Log): middy.MiddlewareObj<Event, Result> {
  return {
    onError: (request) => {
      const { event, error } = request;
      const requestId = event.requestContext.requestId;
      if (!isExpected(error)) log.error('request failed', { error, request_id: requestId });
      request.response = problemResponse(error, event.rawPath, requestId);
    },
  };
}
