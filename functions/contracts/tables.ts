/**
 * Keys and indexes of the DynamoDB tables, shared by the adapters, the state machine (which marks parts without a
 * function) and CDK. Every table has the keys `pk` and `sk` and the TTL attribute `expiresAt` (seconds).
 *
 * | table | pk | sk | item |
 * |---|---|---|---|
 * | videos | `USER#{ownerId}` | `VIDEO#{videoId}` | video; ids are UUIDv7, so they sort by time |
 * | videos | `USER#{ownerId}` | `TASK#{taskId}` | task; sparse index `activeTasks` while it has not ended |
 * | videos | `USER#{ownerId}#VIDEO#{videoId}` | `CHUNK#{index}` | finished chunk (index with 4 digits) |
 * | videos | `USER#{ownerId}#VIDEO#{videoId}` | `WORDS#{index}#{page}` | vocabulary rows of a chunk, a page an item |
 * | users | `USER#{accountId}` | `PROFILE` | account |
 * | users | `EMAIL#{e-mail in lower case}` | `EMAIL` | makes e-mails unique |
 * | users | `JWKS` | `KEY#{kid}` | public signing keys |
 * | translations | hash of (source, target, normalised text) | `TRANSLATION` | translation memory |
 */
export const TTL_ATTRIBUTE = 'expiresAt';

/** Sparse index of tasks that have not ended: `active` = 'TASK', sorted by `updatedAt` (ms). Projects all attributes. */
export const ACTIVE_TASKS_INDEX = { name: 'activeTasks', partitionKey: 'active', sortKey: 'updatedAt' } as const;
export const ACTIVE_TASK = 'TASK';

/** Number set of a task that holds the indices of transcribed parts. */
export const PARTS_DONE_ATTRIBUTE = 'partsDone';

/** Key formats with `{}` for the values, as `States.Format` takes them. */
export const TASK_KEY_FORMAT = { pk: 'USER#{}', sk: 'TASK#{}' } as const;

/** Partition of the public signing keys, the only one of the users table that every API function may read. */
export const PUBLIC_KEYS_PARTITION = 'JWKS';
