import type { Key } from './keys.ts';

/** What an update does, by attribute. Values that are undefined are left out. */
export type Change = {
  set?: Record<string, unknown>;
  remove?: readonly string[];
  /** Adds to number sets, so that doing it twice changes nothing; or to a number, where the transaction sees to that. */
  add?: Record<string, Set<number> | number>;
  /** Takes out of number sets. */
  take?: Record<string, Set<number>>;
  /** Attributes as `#name`; values as `:name`, from `values` or from what is set. @default none: the item is made if need be */
  condition?: string;
  values?: Record<string, unknown>;
};

/** An update as both UpdateItem and TransactWriteItems take it. */
export type Update = {
  TableName: string;
  Key: Key;
  UpdateExpression: string;
  ConditionExpression?: string;
  ExpressionAttributeNames: Record<string, string>;
  ExpressionAttributeValues?: Record<string, unknown>;
};

/** Spells out an update. Every attribute goes by a placeholder, because many names are reserved words of DynamoDB. */
export function updateOf(table: string, key: Key, change: Change): Update {
  const set = defined(change.set);
  const add = defined(change.add);
  const take = defined(change.take);
  const clauses = [
    clause('SET', Object.keys(set), (name) => `#${name} = :${name}`),
    clause('REMOVE', change.remove ?? [], (name) => `#${name}`),
    clause('ADD', Object.keys(add), (name) => `#${name} :${name}`),
    clause('DELETE', Object.keys(take), (name) => `#${name} :${name}`),
  ].filter((text) => text !== '');
  const UpdateExpression = clauses.join(' ');
  const values = { ...set, ...add, ...take, ...change.values };
  return {
    TableName: table,
    Key: key,
    UpdateExpression,
    ...(change.condition !== undefined && { ConditionExpression: change.condition }),
    ExpressionAttributeNames: namesIn(`${UpdateExpression} ${change.condition ?? ''}`),
    ...valuesOf(values),
  };
}

/** A conditional deletion as both DeleteItem and TransactWriteItems take it. */
export const deletionOf = (
  table: string,
  key: Key,
  { condition, values = {} }: { condition: string; values?: Record<string, unknown> },
) => ({
  TableName: table,
  Key: key,
  ConditionExpression: condition,
  ExpressionAttributeNames: namesIn(condition),
  ...valuesOf(values),
});

/** The names behind all `#name` of an expression. */
export function namesIn(expression: string): Record<string, string> {
  return Object.fromEntries([...expression.matchAll(/#(\w+)/g)].map(([placeholder, name = '']) => [placeholder, name]));
}

/** DynamoDB refuses an empty map of values. */
const valuesOf = (values: Record<string, unknown>) =>
  Object.keys(values).length === 0
    ? {}
    : {
        ExpressionAttributeValues: Object.fromEntries(
          Object.entries(values).map(([name, value]) => [`:${name}`, value]),
        ),
      };

const clause = (verb: string, names: readonly string[], phrase: (name: string) => string) =>
  names.length === 0 ? '' : `${verb} ${names.map(phrase).join(', ')}`;

const defined = <T>(values: Record<string, T> = {}): Record<string, T> =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
