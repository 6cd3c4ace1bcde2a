import { UsageError } from './arguments.ts';

/**
 * CDK context that is given by environment variables: `CACHE_ENABLED=false` switches the cache off, as
 * `-c cacheEnabled=false` does at a deployment.
 * @throws UsageError
 */
export function cloudContext({ CACHE_ENABLED }: NodeJS.ProcessEnv): Record<string, string> {
  if (!CACHE_ENABLED) return {};
  if (!['true', 'false'].includes(CACHE_ENABLED)) {
    throw new UsageError(`CACHE_ENABLED=${CACHE_ENABLED} must be true or false.`);
  }
  return { cacheEnabled: CACHE_ENABLED };
}
