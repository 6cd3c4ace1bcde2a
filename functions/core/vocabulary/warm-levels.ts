import pLimit from 'p-limit';
import type { CefrLevel } from '../../contracts/lesson.ts';
import { DEFAULT_PAGE_SIZE } from '../../contracts/limits.ts';
import type { LexiconPair } from '../ports/lexicon.ts';
import { InvalidCursor, type PageRequest } from '../ports/video-store.ts';

/** A page of the words of a level. */
export type LevelRequest = { level: CefrLevel; pair: LexiconPair; page: PageRequest };

export type WarmLevelsDeps = {
  /** Pages that are read most, most read first. */
  mostUsed(limit: number): Promise<LevelRequest[]>;
  renew(request: LevelRequest): Promise<void>;
  onError(request: LevelRequest, error: unknown): void;
};

/** How many of the most used pages are kept warm: some 4 KB each, and 50 reads every few hours cost nothing. */
const MOST_USED = 50;
/** The first page of these is what a new learner sees first, however few have looked at it yet. */
const FIRST_LEVELS: readonly CefrLevel[] = ['A1', 'A2'];
/** Every language of the lexicon, into English as the one that most learners know, and English into Spanish as the next. */
const FIRST_PAIRS: readonly LexiconPair[] = [
  { language: 'de', target: 'en' },
  { language: 'en', target: 'es' },
  { language: 'es', target: 'en' },
  { language: 'fr', target: 'en' },
];
const AT_ONCE = 4;

/**
 * Loads the pages of levels that are most likely to be asked for into the cache. One that fails does not keep the others
 * from being loaded.
 */
export async function warmLevels(deps: WarmLevelsDeps): Promise<{ warmed: number; failed: number }> {
  const requests = new Map(
    [...firstPages(), ...(await deps.mostUsed(MOST_USED))].map((request) => [JSON.stringify(request), request]),
  );
  const outcomes = await pLimit(AT_ONCE).map(requests.values(), (request) => renew(deps, request));
  const count = (wanted: Outcome) => outcomes.filter((outcome) => outcome === wanted).length;
  return { warmed: count('warmed'), failed: count('failed') };
}

const firstPages = (): LevelRequest[] =>
  FIRST_PAIRS.flatMap((pair) => FIRST_LEVELS.map((level) => ({ level, pair, page: { limit: DEFAULT_PAGE_SIZE } })));

type Outcome = 'warmed' | 'skipped' | 'failed';

async function renew(deps: WarmLevelsDeps, request: LevelRequest): Promise<Outcome> {
  try {
    await deps.renew(request);
    return 'warmed';
  } catch (error) {
    // Anybody can ask often for a page that never was.
    if (error instanceof InvalidCursor) return 'skipped';
    deps.onError(request, error);
    return 'failed';
  }
}
