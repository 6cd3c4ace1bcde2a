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
 * | videos | `USER#{ownerId}` | `SERIES#{seriesId}` | series, with how many episodes it has |
 * | videos | `USER#{ownerId}` | `EPISODE#{seriesId}#{number}#{videoId}` | membership of a video in a series (number with 4 digits; `9999~` sorts those without one last) |
 * | videos | `USER#{ownerId}` | `BATCH#{taskId}` | batch translation; sparse index `activeTasks` (`active` = 'BATCH') while it has not ended |
 * | users | `USER#{accountId}` | `PROFILE` | account |
 * | users | `SESSION#{sessionId}` | `SESSION` | session of an account; expires |
 * | users | `EMAIL#{e-mail in lower case}` | `EMAIL` | makes e-mails unique |
 * | users | `JWKS` | `KEY#{kid}` | public signing keys |
 * | lexicon | `WORD#{language}#{lemma in lower case}` | `{part of speech}#{lemma}` | entry of the lexicon; index `levels` |
 * | lexicon | `VERSION` | `VERSION` | hash of the lexicon that the table holds; not there while it is being filled |
 * | translations | hash of (source, target, normalised text) | `TRANSLATION` | translation memory |
 */
export const TTL_ATTRIBUTE = 'expiresAt';

/** Sparse index of tasks that have not ended: `active` = 'TASK', sorted by `updatedAt` (ms). Projects all attributes. */
export const ACTIVE_TASKS_INDEX = { name: 'activeTasks', partitionKey: 'active', sortKey: 'updatedAt' } as const;
export const ACTIVE_TASK = 'TASK';
/** The same for batch translations. */
export const ACTIVE_BATCH = 'BATCH';

/**
 * Entries of the lexicon of one level in alphabetical order: `level` = '{language}#{level}', `sort` as
 * `core/vocabulary/alphabetical-key.ts` makes it. Projects all attributes.
 */
export const LEVELS_INDEX = { name: 'levels', partitionKey: 'level', sortKey: 'sort' } as const;

/** Number set of a task that holds the indices of transcribed parts. */
export const PARTS_DONE_ATTRIBUTE = 'partsDone';

/** Key formats with `{}` for the values, as `States.Format` takes them. */
export const TASK_KEY_FORMAT = { pk: 'USER#{}', sk: 'TASK#{}' } as const;

/** Partition of the public signing keys, the only one of the users table that every API function may read. */
export const PUBLIC_KEYS_PARTITION = 'JWKS';

/**
 * What of each table's stream makes cached values invalid: records whose key attribute begins with one of these. The
 * others (tasks and batches change every second or so) need not be told to the cache. The lexicon changes as a whole, and
 * its version goes before and comes after all of its words: two records tell what thousands would.
 */
export const STREAM_FILTERS = {
  videos: { attribute: 'sk', prefixes: ['VIDEO#', 'CHUNK#', 'SERIES#', 'EPISODE#'] },
  users: { attribute: 'sk', prefixes: ['SESSION'] },
  lexicon: { attribute: 'pk', prefixes: ['VERSION'] },
} as const;
