import { openBentocache } from './bentocache.ts';
import type { OpenOptions } from './contender.ts';

export const open = (url: string, options?: OpenOptions) => openBentocache(url, { ...options, families: 'namespaces' });
