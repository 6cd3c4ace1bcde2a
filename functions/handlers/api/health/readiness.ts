import type { z } from 'zod';
import type { readinessSchema } from '../../../contracts/api.ts';

type Probe = () => Promise<void>;
type Readiness = z.infer<typeof readinessSchema>;

/** Longest wait for one dependency, ms. */
const PROBE_TIMEOUT_MS = 2000;

/**
 * Asks every dependency at once. Without a needed one nothing works (`unavailable`); without a helpful one all
 * works, but slower (`degraded`).
 */
export async function readiness(probes: {
  needed: Record<string, Probe>;
  helpful: Record<string, Probe>;
  onDown: (name: string, error: unknown) => void;
}): Promise<Readiness> {
  const ask = async ([name, probe]: [string, Probe]): Promise<[string, 'up' | 'down']> => {
    try {
      await withTimeout(probe(), name);
      return [name, 'up'];
    } catch (error) {
      probes.onDown(name, error);
      return [name, 'down'];
    }
  };
  const [needed, helpful] = await Promise.all([
    Promise.all(Object.entries(probes.needed).map(ask)),
    Promise.all(Object.entries(probes.helpful).map(ask)),
  ]);
  const isDown = ([, state]: [string, 'up' | 'down']) => state === 'down';
  const status = needed.some(isDown) ? 'unavailable' : helpful.some(isDown) ? 'degraded' : 'ready';
  return { status, dependencies: Object.fromEntries([...needed, ...helpful]) };
}

async function withTimeout(probe: Promise<void>, name: string): Promise<void> {
  const { promise, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(
    () => reject(new Error(`${name} did not answer in ${PROBE_TIMEOUT_MS} ms`)),
    PROBE_TIMEOUT_MS,
  );
  try {
    await Promise.race([probe, promise]);
  } finally {
    clearTimeout(timer);
  }
}
