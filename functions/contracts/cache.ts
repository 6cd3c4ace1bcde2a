/**
 * What is cached, for how long, and what makes it invalid: shared by the cache, the writers, the stream consumer, the
 * dashboard and the admin routes.
 */
import * as z from 'zod';

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/**
 * Families of cached reads. `lifetimeSeconds` is the hard lifetime: no value is ever answered after it. Each can be
 * set at deployment (`-c cacheLifetimes=word=600,stats=60`).
 */
export const CACHE_FAMILIES = {
  word: { lifetimeSeconds: HOUR, holds: 'a word of the lexicon' },
  'level-list': { lifetimeSeconds: DAY, holds: 'a page of the words of a CEFR level' },
  translation: { lifetimeSeconds: DAY, holds: 'the translation of a text' },
  stats: { lifetimeSeconds: 5 * MINUTE, holds: 'the figures of a learner' },
  video: { lifetimeSeconds: 30 * MINUTE, holds: 'a video' },
  'video-list': { lifetimeSeconds: 2 * HOUR, holds: 'a page of videos, series or episodes' },
  lesson: { lifetimeSeconds: 2 * HOUR, holds: 'the chunks of a video and their lessons, of which subtitles are made' },
  session: { lifetimeSeconds: 30 * DAY, holds: 'a session of a signed-in account' },
} as const satisfies Record<string, { lifetimeSeconds: number; holds: string }>;

export type CacheFamily = keyof typeof CACHE_FAMILIES;
export const CACHE_FAMILY_NAMES = Object.keys(CACHE_FAMILIES) as [CacheFamily, ...CacheFamily[]];
export const cacheFamilySchema = z.enum(CACHE_FAMILY_NAMES, {
  error: `must be one of ${CACHE_FAMILY_NAMES.join(', ')}`,
});

/** How long it is remembered that something is missing, seconds. */
export const MISSING_LIFETIME_SECONDS = MINUTE;

/**
 * What a cached value depends on. Every value depends on its family, and on the scopes that its reader names; a write
 * invalidates the scopes that it touches (docs/cache.md has the table), which is one command each, however many values
 * depend on them.
 */
export const cacheScopes = {
  /** All values of a family, for admins and for data that change as a whole. */
  family: (family: CacheFamily) => `family:${family}` as const,
  /** The record of a video. */
  video: (videoId: string) => `video:${videoId}` as const,
  /** The chunks of a video and their lessons: not the record's, so that a new title makes no lesson invalid. */
  lessons: (videoId: string) => `lessons:${videoId}` as const,
  /** Lists of what an owner has: videos, series, episodes; and figures made of them. */
  library: (ownerId: string) => `library:${ownerId}` as const,
  /** A session of an account. */
  session: (sessionId: string) => `session:${sessionId}` as const,
};
export type CacheScope = ReturnType<(typeof cacheScopes)[keyof typeof cacheScopes]>;

/**
 * Lifetimes that differ from `CACHE_FAMILIES`, as `family=seconds` separated by commas; empty for none. As an
 * environment variable and as CDK context.
 */
export const cacheLifetimesSchema = z.string().transform((text, context): Partial<Record<CacheFamily, number>> => {
  const entries = text
    .split(',')
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '')
    .map((entry) => {
      const [name = '', seconds = ''] = entry.split('=').map((part) => part.trim());
      const family = CACHE_FAMILY_NAMES.find((known) => known === name);
      if (family && /^[1-9]\d{0,7}$/.test(seconds)) return [family, Number(seconds)] as const;
      context.addIssue({
        code: 'custom',
        message: `"${entry}" must be a family and its lifetime in seconds, such as word=3600; families are ${CACHE_FAMILY_NAMES.join(', ')}`,
      });
      return undefined;
    })
    .filter((entry) => entry !== undefined);
  return Object.fromEntries(entries);
});

const count = (description: string) => z.int().min(0).meta({ description });
const share = (description: string) => z.number().min(0).max(1).nullable().meta({ description });
const milliseconds = (description: string) => z.number().min(0).nullable().meta({ description });

const cacheFamilyFiguresSchema = z
  .object({
    family: cacheFamilySchema,
    lifetime_seconds: z.int(),
    hits: count('Answered from the cache, stale values included.'),
    stale: count('Hits past their soft lifetime, which were refreshed.'),
    misses: count('Answered by the source.'),
    errors: count('Answered by the source because the cache failed.'),
    hit_rate: share('hits / (hits + misses); null before the first read.'),
    hit_ms: milliseconds('Mean time of a hit, ms.'),
    miss_ms: milliseconds('Mean time of a miss with its load, ms.'),
  })
  .meta({ id: 'CacheFamilyFigures' });

export const cacheFiguresSchema = z
  .object({
    hours: z.int().meta({ description: 'How many hours the figures cover, up to now.' }),
    hits: count('Hits of all families.'),
    misses: count('Misses of all families.'),
    errors: count('Errors of all families.'),
    hit_rate: share('Of all families.'),
    families: z.array(cacheFamilyFiguresSchema),
  })
  .meta({ id: 'CacheFigures' });

/** State of the cache server. What it does not tell is null. */
export const cacheServerSchema = z
  .object({
    engine: z.string().nullable().meta({ example: 'valkey 8.0' }),
    keys: z.int().nullable(),
    memory_bytes: z.int().nullable(),
    memory_limit_bytes: z.int().nullable(),
    clients: z.int().nullable(),
    uptime_seconds: z.int().nullable(),
    /** As ElastiCache reports it. */
    service_status: z.string().nullable().meta({ example: 'available' }),
    last_snapshot_at: z.iso.datetime().nullable(),
  })
  .meta({ id: 'CacheServer' });

export const cacheHealthSchema = z
  .object({
    status: z
      .enum(['up', 'down', 'off'])
      .meta({ description: 'down: requests are answered from the source. off: switched off by CACHE_ENABLED=false.' }),
    hit_rate: share('Of all families in the last hours.'),
    server: cacheServerSchema.nullable().meta({ description: 'null when it does not answer, or is switched off.' }),
  })
  .meta({ id: 'CacheHealth' });

export const clearCacheSchema = z
  .strictObject({
    family: z.enum([...CACHE_FAMILY_NAMES, 'all'], { error: `must be one of all, ${CACHE_FAMILY_NAMES.join(', ')}` }),
  })
  .meta({ id: 'ClearCache' });
export const clearedCacheSchema = z
  .object({ cleared: z.array(cacheFamilySchema) })
  .meta({ id: 'ClearedCache', description: 'Families whose values are all invalid now.' });

export const cacheKeySchema = z
  .object({
    key: z.string(),
    bytes: z.int().meta({ description: 'Stored size.' }),
    expires_in_seconds: z.number(),
    valid: z.boolean().meta({ description: 'false: invalidated, and overwritten at the next read.' }),
  })
  .meta({ id: 'CacheKey' });

export type CacheFigures = z.infer<typeof cacheFiguresSchema>;
export type CacheServer = z.infer<typeof cacheServerSchema>;
export type CacheHealth = z.infer<typeof cacheHealthSchema>;
export type CacheKeyInfo = z.infer<typeof cacheKeySchema>;
