import { CreateTableCommand, type CreateTableCommandInput } from '@aws-sdk/client-dynamodb';
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { ACTIVE_TASKS_INDEX, LEVELS_INDEX } from '../../functions/contracts/tables.ts';

const key = [
  { AttributeName: 'pk', KeyType: 'HASH' },
  { AttributeName: 'sk', KeyType: 'RANGE' },
] as const;
const keyTypes = [
  { AttributeName: 'pk', AttributeType: 'S' },
  { AttributeName: 'sk', AttributeType: 'S' },
] as const;

type TableDefinition = Omit<CreateTableCommandInput, 'TableName'>;
const plain: TableDefinition = {
  KeySchema: [...key],
  AttributeDefinitions: [...keyTypes],
  BillingMode: 'PAY_PER_REQUEST',
};

/** The tables as the data stack deploys them, as far as their behaviour goes. */
export const tableDefinitions = {
  videos: {
    ...plain,
    AttributeDefinitions: [
      ...keyTypes,
      { AttributeName: ACTIVE_TASKS_INDEX.partitionKey, AttributeType: 'S' },
      { AttributeName: ACTIVE_TASKS_INDEX.sortKey, AttributeType: 'N' },
    ],
    GlobalSecondaryIndexes: [
      {
        IndexName: ACTIVE_TASKS_INDEX.name,
        KeySchema: [
          { AttributeName: ACTIVE_TASKS_INDEX.partitionKey, KeyType: 'HASH' },
          { AttributeName: ACTIVE_TASKS_INDEX.sortKey, KeyType: 'RANGE' },
        ],
        Projection: { ProjectionType: 'ALL' },
      },
    ],
  },
  users: plain,
  lexicon: {
    ...plain,
    AttributeDefinitions: [
      ...keyTypes,
      { AttributeName: LEVELS_INDEX.partitionKey, AttributeType: 'S' },
      { AttributeName: LEVELS_INDEX.sortKey, AttributeType: 'S' },
    ],
    GlobalSecondaryIndexes: [
      {
        IndexName: LEVELS_INDEX.name,
        KeySchema: [
          { AttributeName: LEVELS_INDEX.partitionKey, KeyType: 'HASH' },
          { AttributeName: LEVELS_INDEX.sortKey, KeyType: 'RANGE' },
        ],
        Projection: { ProjectionType: 'ALL' },
      },
    ],
  },
  translations: plain,
} as const satisfies Record<string, TableDefinition>;

/** @returns the table's name */
export async function createTable(
  client: DynamoDBDocumentClient,
  table: keyof typeof tableDefinitions,
  name: string = table,
): Promise<string> {
  await client.send(new CreateTableCommand({ TableName: name, ...tableDefinitions[table] }));
  return name;
}
