import { DeleteCommand, type DynamoDBDocumentClient, PutCommand } from '@aws-sdk/lib-dynamodb';
import type { Session, SessionStore } from '../../core/ports/accounts.ts';
import type { Clock } from '../../core/ports/clock.ts';
import { SystemClock } from '../node/clock.ts';
import { dynamoClient } from './client.ts';
import { sessionItem, sessionItemSchema } from './items.ts';
import { keys } from './keys.ts';
import { getItem } from './query.ts';

/** Sessions in the users table. One that has expired is gone, though DynamoDB may take days to remove it. */
export class DynamoSessionStore implements SessionStore {
  readonly #client: DynamoDBDocumentClient;
  readonly #table: string;
  readonly #clock: Clock;

  constructor(table: string, clock: Clock = new SystemClock(), client = dynamoClient()) {
    this.#client = client;
    this.#table = table;
    this.#clock = clock;
  }

  async create(session: Session): Promise<void> {
    await this.#client.send(new PutCommand({ TableName: this.#table, Item: sessionItem(session) }));
  }

  async get(id: string): Promise<Session | undefined> {
    const item = await getItem(this.#client, this.#table, keys.session(id));
    if (!item) return undefined;
    const session = sessionItemSchema.parse(item);
    return session.expiresAt > this.#clock.now() ? session : undefined;
  }

  async end(id: string): Promise<void> {
    await this.#client.send(new DeleteCommand({ TableName: this.#table, Key: keys.session(id) }));
  }
}
