import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { type DynamoDBDocumentClient, PutCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { PUBLIC_KEYS_PARTITION } from '../../contracts/tables.ts';
import type { PublicKey, PublicKeys } from '../../core/ports/accounts.ts';
import { dynamoClient } from './client.ts';
import { keys } from './keys.ts';
import { queryAll } from './query.ts';

const publicKeySchema = z.object({
  kid: z.string(),
  kty: z.literal('OKP'),
  crv: z.literal('Ed25519'),
  x: z.string(),
}) satisfies z.ZodType<PublicKey>;

/** Public signing keys in one partition of the users table, readable by every API function. */
export class DynamoPublicKeys implements PublicKeys {
  readonly #client: DynamoDBDocumentClient;
  readonly #table: string;

  constructor(table: string, client = dynamoClient()) {
    this.#client = client;
    this.#table = table;
  }

  async publish(key: PublicKey): Promise<void> {
    try {
      await this.#client.send(
        new PutCommand({
          TableName: this.#table,
          Item: { ...keys.publicKey(key.kid), ...publicKeySchema.parse(key) },
          ConditionExpression: 'attribute_not_exists(pk)',
        }),
      );
    } catch (error) {
      if (!(error instanceof ConditionalCheckFailedException)) throw error;
    }
  }

  async all(): Promise<PublicKey[]> {
    const range = { table: this.#table, pk: PUBLIC_KEYS_PARTITION, prefix: keys.publicKey('').sk };
    const items = await Array.fromAsync(queryAll(this.#client, range));
    return items.map((item) => publicKeySchema.parse(item));
  }
}
