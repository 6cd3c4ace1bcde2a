/** Conditions of statements. Source: IAM User Guide, "IAM JSON policy elements: Condition operators". */
import { matchesArn, matchesPattern } from './patterns.ts';

/** What is known of a request, by condition key. */
export type Context = Readonly<Record<string, string | readonly string[]>>;

export type Condition = {
  /** Of the values of a key that can have several: whether each must fit, or one. A key without values fits ForAllValues only. */
  qualifier?: 'ForAllValues' | 'ForAnyValue';
  operator: string;
  /** Holds also for a request that does not have the key. */
  ifExists: boolean;
  /** In lower case, since IAM does not tell the cases of keys apart. */
  key: string;
  wanted: readonly string[];
};

type Comparison = (wanted: string, value: string) => boolean;

const number = (compare: (value: number, wanted: number) => boolean): Comparison => {
  return (wanted, value) => compare(Number(value), Number(wanted));
};

/**
 * None that negates (`StringNotEquals`, …): they hold for a missing key and differ with sets of values; whoever needs
 * one writes it with its tests.
 */
const COMPARISONS: Readonly<Record<string, Comparison>> = {
  StringEquals: (wanted, value) => wanted === value,
  StringEqualsIgnoreCase: (wanted, value) => wanted.toLowerCase() === value.toLowerCase(),
  StringLike: matchesPattern,
  // The same by definition.
  ArnEquals: matchesArn,
  ArnLike: matchesArn,
  Bool: (wanted, value) => wanted.toLowerCase() === value.toLowerCase(),
  NumericEquals: number((value, wanted) => value === wanted),
  NumericLessThan: number((value, wanted) => value < wanted),
  NumericLessThanEquals: number((value, wanted) => value <= wanted),
  NumericGreaterThan: number((value, wanted) => value > wanted),
  NumericGreaterThanEquals: number((value, wanted) => value >= wanted),
};
/** Whether the key is missing. */
const NULL = 'Null';

/**
 * The keys that requests are given here, and how many values they may have. A condition on any other would look at a
 * key that is never there, and hold (IfExists, ForAllValues) or not for the wrong reason.
 */
const KEYS: Readonly<Record<string, 'one' | 'many'>> = {
  'aws:securetransport': 'one',
  'aws:sourceaccount': 'one',
  'aws:sourcearn': 'one',
  'dynamodb:leadingkeys': 'many',
  'iam:passedtoservice': 'one',
  's3:delimiter': 'one',
  's3:max-keys': 'one',
  's3:prefix': 'one',
};

const OPERATOR = /^(?:(ForAllValues|ForAnyValue):)?([A-Za-z]+?)(IfExists)?$/;

/** @throws Error for what is not supported: by its name, and with what to do */
export function readCondition(operatorText: string, keyText: string, wanted: readonly string[]): Condition {
  const [, qualifier, operator = '', ifExists] = OPERATOR.exec(operatorText) ?? [];
  const plain = qualifier === undefined && ifExists === undefined;
  if (!Object.hasOwn(COMPARISONS, operator) && !(operator === NULL && plain)) {
    throw new Error(
      `the condition operator ${operatorText} is not supported: add it to local/aws/iam/conditions.ts, or use one of ` +
        [...Object.keys(COMPARISONS), NULL].join(', '),
    );
  }
  const key = keyText.toLowerCase();
  const values = Object.hasOwn(KEYS, key) ? KEYS[key] : undefined;
  if (values === undefined) {
    throw new Error(
      `the condition key ${keyText} of ${operatorText} is not known of any request: have local/aws/iam/requests tell ` +
        'it, and add it to conditions.ts',
    );
  }
  if (values === 'many' && qualifier === undefined && operator !== NULL) {
    throw new Error(`${keyText} can have several values: write ForAllValues:${operatorText} or ForAnyValue:…`);
  }
  const bad = wanted.find((value) => !isValueOf(operator, value));
  if (bad !== undefined) throw new Error(`"${bad}" is no value for ${operatorText} (${keyText})`);
  return {
    operator,
    ifExists: ifExists !== undefined,
    key,
    wanted,
    ...(isQualifier(qualifier) && { qualifier }),
  };
}

export function holds({ operator, qualifier, ifExists, key, wanted }: Condition, context: Context): boolean {
  const values = valuesOf(context, key);
  if (operator === NULL) return wanted.includes(values.length === 0 ? 'true' : 'false');
  if (values.length === 0) return ifExists || qualifier === 'ForAllValues';
  const compare = COMPARISONS[operator];
  const fits = (value: string) => compare !== undefined && wanted.some((one) => compare(one, value));
  return qualifier === 'ForAllValues' ? values.every(fits) : values.some(fits);
}

function valuesOf(context: Context, key: string): readonly string[] {
  const found = Object.entries(context).find(([name]) => name.toLowerCase() === key)?.[1] ?? [];
  return typeof found === 'string' ? [found] : found;
}

function isValueOf(operator: string, value: string): boolean {
  if (operator === NULL) return value === 'true' || value === 'false';
  if (operator === 'Bool') return /^(true|false)$/i.test(value);
  return !operator.startsWith('Numeric') || (value.trim() !== '' && Number.isFinite(Number(value)));
}

const isQualifier = (text: string | undefined): text is NonNullable<Condition['qualifier']> => text !== undefined;
