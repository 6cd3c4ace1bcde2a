import { ElastiCacheClient } from '@aws-sdk/client-elasticache';
import { clientConfig, once } from '../client-config.ts';

/** Asked once, and not for long: what it says is nice to know. */
export const elastiCacheClient = once(() => new ElastiCacheClient(clientConfig(1_000, 1)));
