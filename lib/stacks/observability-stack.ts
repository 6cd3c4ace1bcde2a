import { Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { Config } from '../config.ts';
import { CacheAlarms } from '../constructs/cache-monitoring/cache-alarms.ts';
import { CacheDashboard } from '../constructs/cache-monitoring/cache-dashboard.ts';
import { CacheMetrics } from '../constructs/cache-monitoring/cache-metrics.ts';
import { RUNBOOK } from '../runbook.ts';
import type { DataStack } from './data-stack.ts';

/**
 * What watches the system as a whole: dashboards, and alarms on figures that no single construct has. Alarms on one queue or
 * function are made where that is.
 */
export class ObservabilityStack extends Stack {
  constructor(scope: Construct, id: string, { config, data }: { config: Config; data: DataStack }) {
    super(scope, id, { description: `LangPlug ${config.stage}: observability` });
    const metrics = new CacheMetrics(config.stage, data.cache.name);
    new CacheDashboard(this, 'CacheDashboard', { stage: config.stage, metrics, runbook: RUNBOOK });
    new CacheAlarms(this, 'CacheAlarms', { metrics, runbook: RUNBOOK });
  }
}
