/** Values also in the memory of the process: faster, but an invalidation reaches one instance only. */

import { openBentocache } from './bentocache.ts';
import type { OpenOptions } from './contender.ts';

export const open = (url: string, options?: OpenOptions) =>
  openBentocache(url, { ...options, families: 'tags', memory: true });
