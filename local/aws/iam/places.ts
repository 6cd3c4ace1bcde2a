/** What requests leave to the service to know: where they are, how tables are keyed, which queue a dead one belongs to. */
import { z } from 'zod';
import { AwsError } from '../wire.ts';
import { readProperties, type TemplateResource } from './template-resource.ts';

export type Places = {
  region: string;
  account: string;
  /** Name of the attribute that a table or one of its indexes is partitioned by. @throws AwsError ResourceNotFoundException */
  partitionKey(table: string, index?: string): string;
  /** ARNs of the queues whose dead-letter queue this is. */
  sourceQueues(deadLetterArn: string): readonly string[];
};

const keySchema = z.array(z.object({ AttributeName: z.string(), KeyType: z.enum(['HASH', 'RANGE']) }));
const indexesSchema = z.array(z.object({ IndexName: z.string(), KeySchema: keySchema })).default([]);
const tableSchema = z.object({
  KeySchema: keySchema,
  GlobalSecondaryIndexes: indexesSchema,
  LocalSecondaryIndexes: indexesSchema,
});
const queueSchema = z.object({ RedrivePolicy: z.object({ deadLetterTargetArn: z.string() }).optional() });

export function readPlaces(
  resources: readonly TemplateResource[],
  { region, account }: Pick<Places, 'region' | 'account'>,
): Places {
  const partitionKeys = new Map<string, string>();
  const sources = new Map<string, string[]>();
  for (const resource of resources) {
    const { type, ref, attributes } = resource;
    if (type === 'AWS::DynamoDB::Table' || type === 'AWS::DynamoDB::GlobalTable') {
      const { KeySchema, GlobalSecondaryIndexes, LocalSecondaryIndexes } = readProperties(resource, tableSchema);
      partitionKeys.set(ref, hashOf(KeySchema));
      for (const index of [...GlobalSecondaryIndexes, ...LocalSecondaryIndexes]) {
        partitionKeys.set(`${ref}/${index.IndexName}`, hashOf(index.KeySchema));
      }
    }
    if (type === 'AWS::SQS::Queue') {
      const dead = readProperties(resource, queueSchema).RedrivePolicy?.deadLetterTargetArn;
      if (dead && attributes.Arn) sources.set(dead, [...(sources.get(dead) ?? []), attributes.Arn]);
    }
  }
  return {
    region,
    account,
    partitionKey(table, index) {
      const key = partitionKeys.get(index === undefined ? table : `${table}/${index}`);
      if (key) return key;
      const what = index === undefined ? `Table ${table}` : `Index ${index} of table ${table}`;
      throw new AwsError('ResourceNotFoundException', `Requested resource not found: ${what} is not in the template`);
    },
    sourceQueues: (deadLetterArn) => sources.get(deadLetterArn) ?? [],
  };
}

const hashOf = (key: z.output<typeof keySchema>): string =>
  key.find(({ KeyType }) => KeyType === 'HASH')?.AttributeName ?? '';
