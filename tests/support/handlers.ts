/** Handlers as Lambda runs them: with their environment, against the local cloud's services, with a real Redis. */
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2, Context } from 'aws-lambda';
import { z } from 'zod';
import { startTestServices } from '../local/aws/services.ts';
import { apiEvent, lambdaContext } from '../runtime/api/api-event.ts';
import { createTable, type tableDefinitions } from './tables.ts';

/** Starts the services with these tables, and points the environment of functions at them: import handlers after this. */
export async function startHandlerServices(tables: readonly (keyof typeof tableDefinitions)[]) {
  const services = await startTestServices();
  const dynamo = DynamoDBDocumentClient.from(new DynamoDBClient(services.client));
  for (const table of tables) await createTable(dynamo, table);
  Object.assign(process.env, {
    AWS_ENDPOINT_URL: services.client.endpoint,
    AWS_REGION: services.client.region,
    AWS_ACCESS_KEY_ID: services.client.credentials.accessKeyId,
    AWS_SECRET_ACCESS_KEY: services.client.credentials.secretAccessKey,
    USERS_TABLE: 'users',
    LEXICON_TABLE: 'lexicon',
    SIGNING_KEY_SECRET_ARN: await services.aws.createSecret('signing-key', 'a secret of at least 32 characters'),
    CACHE_URL: services.aws.redisUrl,
    CACHE_SECRET_ARN: 'none',
    CACHE_ENABLED: 'true',
    CACHE_LIFETIMES: '',
    STAGE: 'test',
    POWERTOOLS_LOG_LEVEL: 'SILENT',
    POWERTOOLS_METRICS_DISABLED: 'true',
  });
  return { ...services, dynamo };
}

type ApiHandler = (event: APIGatewayProxyEventV2, context: Context) => Promise<APIGatewayProxyStructuredResultV2>;

/** Calls a handler of the API. @returns status, headers and the decoded body */
export async function call(
  handler: ApiHandler,
  method: string,
  path: string,
  options: { token?: string; body?: unknown; query?: Record<string, string>; headers?: Record<string, string> } = {},
) {
  const { token, headers, ...rest } = options;
  const event = apiEvent(method, path, {
    ...rest,
    headers: { ...(token !== undefined && { authorization: `Bearer ${token}` }), ...headers },
  });
  const answer = await handler(event, lambdaContext);
  return {
    status: answer.statusCode,
    headers: answer.headers ?? {},
    body: answer.body ? z.record(z.string(), z.unknown()).parse(JSON.parse(answer.body)) : undefined,
  };
}
