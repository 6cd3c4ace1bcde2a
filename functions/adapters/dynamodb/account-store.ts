import { type DynamoDBDocumentClient, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import type { Role } from '../../contracts/account.ts';
import type { Account, AccountStore } from '../../core/ports/accounts.ts';
import { dynamoClient } from './client.ts';
import { accountItemSchema, emailItemSchema } from './items.ts';
import { keys } from './keys.ts';
import { getItem } from './query.ts';
import { transact } from './transact.ts';

/** Accounts in the users table; an item a lower-case e-mail makes e-mails unique. */
export class DynamoAccountStore implements AccountStore {
  readonly #client: DynamoDBDocumentClient;
  readonly #table: string;

  constructor(table: string, client = dynamoClient()) {
    this.#client = client;
    this.#table = table;
  }

  async create(account: Account): Promise<boolean> {
    const putNew = (item: Record<string, unknown>) => ({
      Put: { TableName: this.#table, Item: item, ConditionExpression: 'attribute_not_exists(pk)' },
    });
    const refused = await transact(this.#client, [
      putNew({ ...keys.email(account.email), accountId: account.id }),
      putNew({ ...keys.account(account.id), ...account }),
    ]);
    return refused === undefined;
  }

  async get(id: string): Promise<Account | undefined> {
    const item = await getItem(this.#client, this.#table, keys.account(id));
    return item && accountItemSchema.parse(item);
  }

  async findByEmail(email: string): Promise<Account | undefined> {
    const item = await getItem(this.#client, this.#table, keys.email(email));
    if (!item) return undefined;
    const { accountId } = emailItemSchema.parse(item);
    return this.get(accountId);
  }

  async setRole(email: string, role: Role): Promise<boolean> {
    const account = await this.findByEmail(email);
    if (!account) return false;
    await this.#client.send(
      new UpdateCommand({
        TableName: this.#table,
        Key: keys.account(account.id),
        // An account that was deleted in the meantime does not come back.
        ConditionExpression: 'attribute_exists(pk)',
        UpdateExpression: 'SET #role = :role',
        ExpressionAttributeNames: { '#role': 'role' },
        ExpressionAttributeValues: { ':role': role },
      }),
    );
    return true;
  }
}
