/** What the Resource of a Task stands for. */
import * as dynamodb from '@aws-sdk/client-dynamodb';
import * as transcribe from '@aws-sdk/client-transcribe';
import { z } from 'zod';
import type { InvokeFunction } from '../../types.ts';
import { describe } from '../wire.ts';
import { FATAL, StatesError } from './errors.ts';

export type TaskRunner = {
  /** @throws StatesError or FunctionError named as Step Functions names it */
  run(resource: string, input: unknown): Promise<unknown>;
  stop(): void;
};

/** Operations that Step Functions offers for DynamoDB without the prefix `aws-sdk` ("optimised integration"). */
const DYNAMODB_OPERATIONS = ['getItem', 'putItem', 'updateItem', 'deleteItem'];

const invokeSchema = z.object({ FunctionName: z.string(), Payload: z.unknown().optional() });

type Sdk<Command> = {
  client: { send(command: Command): Promise<unknown> };
  /** The SDK package's exports, commands among them. */
  commands: Record<string, unknown>;
  /** What the names of its errors begin with. */
  prefix: string;
};

export function openTasks(endpoint: string, region: string, invokeFunction: InvokeFunction): TaskRunner {
  const options = {
    endpoint,
    region,
    credentials: { accessKeyId: 'stepfunctions', secretAccessKey: 'local' },
    // Retrying is up to the definition.
    maxAttempts: 1,
  };
  const transcribeSdk = {
    client: new transcribe.TranscribeClient(options),
    commands: { ...transcribe },
    prefix: 'Transcribe',
  };
  const dynamoSdk = { client: new dynamodb.DynamoDBClient(options), commands: { ...dynamodb }, prefix: 'DynamoDB' };

  return {
    async run(resource, input) {
      if (/^arn:aws[\w-]*:lambda:/.test(resource)) return invokeFunction(resource, input);
      const [, service = ''] = /^arn:aws[\w-]*:states:::(.+)$/.exec(resource) ?? [];
      if (service === 'lambda:invoke') {
        const { FunctionName, Payload } = readInput(invokeSchema, input);
        const output = await invokeFunction(FunctionName, Payload ?? {});
        return { ExecutedVersion: '$LATEST', Payload: output, StatusCode: 200 };
      }
      const [, sdkOperation] = /^aws-sdk:transcribe:(\w+)$/.exec(service) ?? [];
      if (sdkOperation) return send(transcribeSdk, sdkOperation, input, resource);
      const [, dynamoOperation = ''] = /^dynamodb:(\w+)$/.exec(service) ?? [];
      if (DYNAMODB_OPERATIONS.includes(dynamoOperation)) return send(dynamoSdk, dynamoOperation, input, resource);
      throw notOffered(resource);
    },
    stop() {
      transcribeSdk.client.destroy();
      dynamoSdk.client.destroy();
    },
  };
}

async function send<Command>(
  { client, commands, prefix }: Sdk<Command>,
  operation: string,
  input: unknown,
  resource: string,
): Promise<unknown> {
  const name = `${operation.charAt(0).toUpperCase()}${operation.slice(1)}Command`;
  const Class = commands[name];
  if (!isCommandClass<Command>(Class)) throw notOffered(resource);
  try {
    const output = await client.send(new Class(readInput(z.looseObject({}), input)));
    const { $metadata: _, ...members } = z.looseObject({}).parse(output);
    return members;
  } catch (error) {
    throw named(prefix, error);
  }
}

const isCommandClass = <Command>(value: unknown): value is new (input: object) => Command =>
  typeof value === 'function';

/** The name and cause of a service's error, as Step Functions writes them. */
function named(prefix: string, error: unknown): StatesError {
  const name = error instanceof Error ? error.name : 'UnknownError';
  // The SDK behind the optimised integration has no class for this one.
  const known = prefix === 'DynamoDB' && name === 'ValidationException' ? 'AmazonDynamoDBException' : name;
  const metadata = error instanceof Error && '$metadata' in error ? metadataSchema.safeParse(error.$metadata).data : {};
  const status = metadata?.httpStatusCode ?? 0;
  return new StatesError(
    `${prefix}.${known}`,
    `${describe(error)} (Service: ${prefix}, Status Code: ${status}, Request ID: ${metadata?.requestId ?? 'none'})`,
  );
}

const metadataSchema = z.object({ httpStatusCode: z.number().optional(), requestId: z.string().optional() });

function readInput<T>(schema: z.ZodType<T>, input: unknown): T {
  const parsed = schema.safeParse(input);
  if (parsed.success) return parsed.data;
  throw new StatesError('States.Runtime', `The parameters of the task are not valid: ${parsed.error.message}`, FATAL);
}

const notOffered = (resource: string) =>
  new StatesError('States.Runtime', `The local cloud does not offer the resource ${resource}`, FATAL);
