/** What each cache adds to a function: its client for Redis with it, zod not, which every function has anyway. */
import { alternate, summarise } from './alternate.ts';
import { bundle, importTime, inBundleFolder, KILOBYTE, weigh } from './bundles.ts';
import { type ContenderName, fileOf, IN_REDIS } from './contenders/index.ts';
import { compareAll, type Figure } from './report.ts';

/** What the cache may add to a function, KB compressed. */
export const CACHE_KILOBYTES = 70;
const SHARED = ['zod'];
/** One way of using it is enough. */
const NAMES = IN_REDIS.filter((name) => name !== 'bentocache (namespaces)');

export async function measureWeights(rounds: number, say: (line: string) => void): Promise<Figure[]> {
  say('Bundles and their import …');
  return inBundleFolder(async (folder) => {
    const files = new Map<ContenderName, string>();
    for (const name of NAMES) files.set(name, await bundle(fileOf(name), folder, name, { external: SHARED }));
    const fileFor = (name: ContenderName) => files.get(name) ?? '';
    const kilobytes = Object.fromEntries(NAMES.map((name) => [name, weigh(fileFor(name)).gzip / KILOBYTE]));
    const times = await alternate(NAMES, rounds, (name) => importTime(fileFor(name), { before: SHARED }));
    const { ours: weight = Number.NaN, ...peerWeights } = kilobytes;
    const { ours: time = Number.NaN, ...peerTimes } = summarise(times, (ms) => ms);
    return [
      ...compareAll('bundle with its client, gzip', 'KB', weight, peerWeights, { atMost: CACHE_KILOBYTES }),
      ...compareAll('import in a fresh process', 'ms', time, peerTimes),
    ];
  });
}
