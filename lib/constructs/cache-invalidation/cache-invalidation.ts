import { Duration } from 'aws-cdk-lib';
import { Alarm, ComparisonOperator, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { type ITable, Table } from 'aws-cdk-lib/aws-dynamodb';
import { FilterCriteria, FilterRule, StartingPosition } from 'aws-cdk-lib/aws-lambda';
import { DynamoEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import { Construct } from 'constructs';
import { CACHE_FAMILIES, type CacheFamily } from '../../../functions/contracts/cache.ts';
import { STREAM_FILTERS } from '../../../functions/contracts/tables.ts';
import type { Config } from '../../config.ts';
import type { AppFunction } from '../app-function/app-function.ts';

export type CacheInvalidationProps = {
  consumer: AppFunction<'invalidate-cache'>;
  tables: { [T in keyof typeof STREAM_FILTERS]: Table };
  cacheLifetimes: Config['cacheLifetimes'];
  runbook: string;
};

/** Families whose values depend on each table: a write to it may make them invalid. */
const DEPENDENT_FAMILIES: Record<keyof typeof STREAM_FILTERS, CacheFamily[]> = {
  videos: ['video', 'video-list', 'lesson', 'stats'],
  users: ['session'],
  lexicon: ['word', 'level-list'],
};

/** Records of one call: a hundred invalidations are one round trip of some ms. */
const BATCH_SIZE = 100;
/** A stream keeps its records this long, whatever a consumer wants. */
const STREAM_RETENTION = Duration.hours(24);
/** Invalidation that is later than this does harm that somebody sees. */
const LATE = Duration.minutes(1);
/** Two in a row. Longer than the pauses between Lambda's tries of a batch, during which there is no figure. */
const LATE_PERIOD = Duration.minutes(5);
const LATE_PERIODS = 2;

/**
 * Tells the cache of every write to the tables, also by writers that do not reach it: the pipeline runs outside its
 * network, and any writer may die between its write and its invalidation.
 */
export class CacheInvalidation extends Construct {
  constructor(scope: Construct, id: string, props: CacheInvalidationProps) {
    super(scope, id);
    const { function: consumer } = props.consumer;
    for (const name of ['videos', 'users', 'lexicon'] as const) {
      const table: unknown = props.tables[name];
      if (!isTable(table)) throw new Error(`${name} is no table`);
      consumer.addEventSource(
        new DynamoEventSource(table, {
          // Not the latest: a mapping begins to read minutes after it was made, and would miss what was written until then.
          startingPosition: StartingPosition.TRIM_HORIZON,
          batchSize: BATCH_SIZE,
          // No waiting for a fuller batch: until the cache is told, people see what is old.
          maxBatchingWindow: Duration.seconds(0),
          // A call fails when the cache is away, and then for every record: halving a batch would only make more calls.
          bisectBatchOnError: false,
          // Tried again without end until then, and pointless afterwards: every value that the write made invalid has expired.
          maxRecordAge: longestLifetime(DEPENDENT_FAMILIES[name], props.cacheLifetimes),
          filters: [recordsOf(STREAM_FILTERS[name])],
        }),
      );
    }
    new Alarm(this, 'LateAlarm', {
      alarmDescription: `What the pipeline finishes shows up late: learners see an old state of their videos for up to two hours. ${props.runbook}#cache-invalidation-late`,
      metric: consumer.metric('IteratorAge', { period: LATE_PERIOD, statistic: 'Maximum' }),
      threshold: LATE.toMilliseconds(),
      evaluationPeriods: LATE_PERIODS,
      comparisonOperator: ComparisonOperator.GREATER_THAN_THRESHOLD,
      treatMissingData: TreatMissingData.NOT_BREACHING,
    });
  }
}

/** How long a value of one of the families may outlive a write, at most. Event source mappings take whole seconds from 60 on. */
function longestLifetime(families: CacheFamily[], configured: Config['cacheLifetimes']): Duration {
  const lifetimes = families.map((family) => configured[family] ?? CACHE_FAMILIES[family].lifetimeSeconds);
  return Duration.seconds(Math.min(Math.max(60, ...lifetimes), STREAM_RETENTION.toSeconds()));
}

/** Only these records are handed to the function; the others cost nothing. */
const recordsOf = ({ attribute, prefixes }: { attribute: string; prefixes: readonly string[] }) =>
  FilterCriteria.filter({
    dynamodb: { Keys: { [attribute]: { S: prefixes.flatMap((prefix) => FilterRule.beginsWith(prefix)) } } },
  });

/** The library's class and its own interface differ for a compiler that is exact about optional properties. */
const isTable = (table: unknown): table is ITable => table instanceof Table;
