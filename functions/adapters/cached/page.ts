import * as z from 'zod';
import type { CacheArguments } from '../../core/ports/cache.ts';
import type { Page, PageRequest } from '../../core/ports/video-store.ts';

/** A page of items as it is cached. */
export const cachedPage = <T>(item: z.ZodType<T>): z.ZodType<Page<T>> =>
  z.object({ items: z.array(item), cursor: z.string().exactOptional() });

/** What tells one page of a list from another. */
export const pageArguments = ({ limit, cursor }: PageRequest): CacheArguments => [limit, cursor ?? null];
