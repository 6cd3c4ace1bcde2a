import { join } from 'node:path';
import type { Contender, OpenOptions } from './contender.ts';

/** Each in a file of its own, so that a process, or a bundle, has only what it measures. */
const FILES = {
  ours: 'ours.ts',
  'bentocache (tags)': 'bentocache-tags.ts',
  'bentocache (namespaces)': 'bentocache-namespaces.ts',
  'bentocache (tags, memory)': 'bentocache-memory.ts',
  'cache-manager': 'cache-manager.ts',
  cacheable: 'cacheable.ts',
  'async-cache-dedupe': 'async-cache-dedupe.ts',
  'plain decorator': 'plain-decorator.ts',
} as const;

export type ContenderName = keyof typeof FILES;

/** Ours first. */
export const ALL: readonly ContenderName[] = Object.keys(FILES).filter(isContender);
/** Without the one whose values are out of reach for the invalidations of others. */
export const IN_REDIS = ALL.filter((name) => name !== 'bentocache (tags, memory)');

export function isContender(name: string): name is ContenderName {
  return Object.hasOwn(FILES, name);
}

export const fileOf = (name: ContenderName): string => join(import.meta.dirname, FILES[name]);

export async function openContender(name: ContenderName, url: string, options: OpenOptions = {}): Promise<Contender> {
  const module: { open(url: string, options: OpenOptions): Promise<Contender> } = await import(fileOf(name));
  return module.open(url, options);
}
