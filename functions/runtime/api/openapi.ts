import * as z from 'zod';
import { createDocument, type ZodOpenApiOperationObject, type ZodOpenApiPathsObject } from 'zod-openapi';
import { PROBLEMS, type ProblemCode, problemSchema } from '../../contracts/problem.ts';
import { cacheControlOf, type Route } from '../../contracts/route.ts';

/** The OpenAPI 3.1 document of a route table, made from the schemas that validate. */
export function openApiDocument(table: Record<string, Route>, version: string) {
  const paths: ZodOpenApiPathsObject = {};
  for (const [id, route] of Object.entries(table)) {
    paths[route.path] = { ...paths[route.path], [route.method.toLowerCase()]: operation(id, route) };
  }
  return createDocument({
    openapi: '3.1.0',
    info: {
      title: 'LangPlug',
      version,
      description:
        'Turns your own videos into language lessons: upload a video, follow its processing, read its lessons.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: '/' }],
    tags: TAGS,
    paths,
    components: {
      securitySchemes: { accessToken: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } },
    },
  });
}

const TAGS: { name: Route['fn']; description: string }[] = [
  { name: 'auth', description: 'Accounts, sessions and access tokens' },
  { name: 'videos', description: 'Videos with their chunks and subtitles, series, and figures of them' },
  { name: 'tasks', description: 'Progress of what goes on in the background' },
  { name: 'vocabulary', description: 'Words and their levels' },
  { name: 'translations', description: 'Translating texts, at once or in the background' },
  { name: 'admin', description: 'For operators' },
  { name: 'health', description: 'Is it up?' },
];

function operation(id: string, route: Route): ZodOpenApiOperationObject {
  return {
    operationId: id,
    tags: [route.fn],
    summary: route.summary,
    ...(route.description && { description: route.description }),
    security: route.access === 'public' ? [] : [{ accessToken: [] }],
    requestParams: {
      ...(route.params && { path: route.params }),
      ...(route.query && { query: route.query }),
    },
    ...(route.body && { requestBody: { required: true, content: { 'application/json': { schema: route.body } } } }),
    responses: {
      [`${route.answer.status}`]: {
        description: route.answer.description,
        ...(route.answer.schema && { content: { 'application/json': { schema: route.answer.schema } } }),
        ...(route.answer.contentType && { content: { [route.answer.contentType]: { schema: z.string() } } }),
      },
      ...(route.otherAnswer && {
        [`${route.otherAnswer.status}`]: {
          description: route.otherAnswer.description,
          ...(route.answer.schema && { content: { 'application/json': { schema: route.answer.schema } } }),
        },
      }),
      ...(cacheControlOf(route) && { '304': { description: 'Unchanged since the ETag in If-None-Match.' } }),
      ...problemResponses(route),
    },
  };
}

function problemResponses(route: Route) {
  const codes = new Set<ProblemCode>(route.problems);
  if (route.params || route.query || route.body) codes.add('INVALID_REQUEST');
  if (route.body) codes.add('MALFORMED_JSON').add('UNSUPPORTED_MEDIA_TYPE');
  if (route.access !== 'public') codes.add('UNAUTHENTICATED');
  if (route.access === 'admin') codes.add('FORBIDDEN');
  const byStatus = Map.groupBy([...codes].toSorted(), (code) => PROBLEMS[code].status);
  return Object.fromEntries(
    [...byStatus].map(([status, list]) => [
      `${status}` as const,
      {
        description: list.map((code) => `${code}: ${PROBLEMS[code].title}.`).join(' '),
        content: { 'application/problem+json': { schema: problemSchema } },
      },
    ]),
  );
}
