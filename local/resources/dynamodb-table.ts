import {
  CreateTableCommand,
  type CreateTableCommandInput,
  DescribeTableCommand,
  DynamoDBClient,
  ResourceNotFoundException,
  type TableDescription,
  UpdateTableCommand,
  UpdateTimeToLiveCommand,
  waitUntilTableExists,
} from '@aws-sdk/client-dynamodb';
import { z } from 'zod';
import { type CreatedResource, clientConfig, physicalName, type ResourceContext, resourceHandler } from './resource.ts';

const keySchema = z.array(z.object({ AttributeName: z.string(), KeyType: z.enum(['HASH', 'RANGE']) }));
const indexSchema = z.object({
  IndexName: z.string(),
  KeySchema: keySchema,
  Projection: z.object({
    ProjectionType: z.enum(['ALL', 'KEYS_ONLY', 'INCLUDE']),
    NonKeyAttributes: z.array(z.string()).optional(),
  }),
});
const streamViewType = z.enum(['KEYS_ONLY', 'NEW_IMAGE', 'OLD_IMAGE', 'NEW_AND_OLD_IMAGES']);

/** The same in `AWS::DynamoDB::Table` and `AWS::DynamoDB::GlobalTable`. */
const propertiesSchema = z.object({
  TableName: z.string().optional(),
  KeySchema: keySchema,
  AttributeDefinitions: z.array(z.object({ AttributeName: z.string(), AttributeType: z.enum(['S', 'N', 'B']) })),
  GlobalSecondaryIndexes: z.array(indexSchema).optional(),
  LocalSecondaryIndexes: z.array(indexSchema).optional(),
  StreamSpecification: z.object({ StreamViewType: streamViewType }).optional(),
  TimeToLiveSpecification: z.object({ AttributeName: z.string().optional(), Enabled: z.coerce.boolean() }).optional(),
});

/** Capacity, backups and encryption have no local meaning. An existing table is kept as it is, with its data. */
export const dynamodbTable = resourceHandler(propertiesSchema, async (properties, context) => {
  const name = properties.TableName ?? physicalName(context, 255);
  const client = new DynamoDBClient(clientConfig(context));
  try {
    const existing = await describe(client, name);
    if (existing) {
      refuseChangedKeys(name, existing, properties);
      return created(name, await withStream(client, existing, properties), context);
    }
    await client.send(new CreateTableCommand(createInput(name, properties)));
    await waitUntilTableExists({ client, maxWaitTime: 30, minDelay: 0.05, maxDelay: 1 }, { TableName: name });
    const ttl = properties.TimeToLiveSpecification;
    if (ttl?.Enabled && ttl.AttributeName) {
      const specification = { AttributeName: ttl.AttributeName, Enabled: true };
      await client.send(new UpdateTimeToLiveCommand({ TableName: name, TimeToLiveSpecification: specification }));
    }
    return created(name, await describe(client, name), context);
  } finally {
    client.destroy();
  }
});

type Properties = z.output<typeof propertiesSchema>;

function createInput(name: string, properties: Properties): CreateTableCommandInput {
  const input: CreateTableCommandInput = {
    TableName: name,
    BillingMode: 'PAY_PER_REQUEST',
    KeySchema: properties.KeySchema,
    AttributeDefinitions: properties.AttributeDefinitions,
  };
  if (properties.GlobalSecondaryIndexes) input.GlobalSecondaryIndexes = properties.GlobalSecondaryIndexes.map(index);
  if (properties.LocalSecondaryIndexes) input.LocalSecondaryIndexes = properties.LocalSecondaryIndexes.map(index);
  if (properties.StreamSpecification) {
    input.StreamSpecification = { StreamEnabled: true, ...properties.StreamSpecification };
  }
  return input;
}

const index = ({ IndexName, KeySchema, Projection }: z.output<typeof indexSchema>) => ({
  IndexName,
  KeySchema,
  Projection: {
    ProjectionType: Projection.ProjectionType,
    ...(Projection.NonKeyAttributes && { NonKeyAttributes: Projection.NonKeyAttributes }),
  },
});

async function describe(client: DynamoDBClient, name: string): Promise<TableDescription | undefined> {
  try {
    return (await client.send(new DescribeTableCommand({ TableName: name }))).Table;
  } catch (error) {
    if (error instanceof ResourceNotFoundException) return undefined;
    throw error;
  }
}

/** A table that was made without a stream gets the one that it has now; one that it has stays as it is. */
async function withStream(
  client: DynamoDBClient,
  existing: TableDescription,
  { StreamSpecification }: Properties,
): Promise<TableDescription> {
  if (!StreamSpecification || existing.StreamSpecification?.StreamEnabled) return existing;
  const request = {
    TableName: existing.TableName,
    StreamSpecification: { StreamEnabled: true, ...StreamSpecification },
  };
  return (await client.send(new UpdateTableCommand(request))).TableDescription ?? existing;
}

/** @throws when the table on disk was made for other keys or indexes: its data cannot be kept. */
function refuseChangedKeys(name: string, existing: TableDescription, wanted: Properties): void {
  const [before, now] = [layout(existing), layout(wanted)];
  if (before === now) return;
  throw new Error(
    `The keys or indexes of table ${name} have changed since its data were written (before: ${before}; now: ${now}). ` +
      'Start once with --fresh to begin with empty data.',
  );
}

type Layout = {
  KeySchema?: { AttributeName?: string | undefined; KeyType?: string | undefined }[] | undefined;
  AttributeDefinitions?: { AttributeName?: string | undefined; AttributeType?: string | undefined }[] | undefined;
};
type LayoutWithIndexes = Layout & {
  GlobalSecondaryIndexes?: (Layout & { IndexName?: string | undefined })[] | undefined;
  LocalSecondaryIndexes?: (Layout & { IndexName?: string | undefined })[] | undefined;
};

/** Keys, key types and indexes in one comparable line. */
function layout(table: LayoutWithIndexes): string {
  const types = new Map(table.AttributeDefinitions?.map((a) => [a.AttributeName, a.AttributeType]));
  const keys = (part: Layout) =>
    (part.KeySchema ?? []).map((k) => `${k.AttributeName}:${types.get(k.AttributeName)}`).join('+');
  const indexes = [...(table.GlobalSecondaryIndexes ?? []), ...(table.LocalSecondaryIndexes ?? [])]
    .map((i) => `${i.IndexName}(${keys(i)})`)
    .sort();
  return [keys(table), ...indexes].join(' ');
}

function created(name: string, table: TableDescription | undefined, context: ResourceContext): CreatedResource {
  const arn = `arn:aws:dynamodb:${context.region}:${context.account}:table/${name}`;
  return {
    ref: name,
    attributes: { Arn: arn, StreamArn: table?.LatestStreamArn ?? `${arn}/stream/none`, TableId: name },
  };
}
