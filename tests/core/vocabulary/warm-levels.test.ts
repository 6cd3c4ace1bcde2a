import { describe, expect, it, vi } from 'vitest';
import { DEFAULT_PAGE_SIZE } from '../../../functions/contracts/limits.ts';
import { InvalidCursor } from '../../../functions/core/ports/video-store.ts';
import { type LevelRequest, warmLevels } from '../../../functions/core/vocabulary/warm-levels.ts';

const often: LevelRequest = { level: 'B2', pair: { language: 'fr', target: 'de' }, page: { limit: 50, cursor: 'x' } };
const firstOfGerman: LevelRequest = {
  level: 'A1',
  pair: { language: 'de', target: 'en' },
  page: { limit: DEFAULT_PAGE_SIZE },
};

const setup = (used: LevelRequest[], renew: (request: LevelRequest) => Promise<void> = async () => {}) => ({
  mostUsed: vi.fn(async () => used),
  renew: vi.fn(renew),
  onError: vi.fn(),
});

describe('warming', () => {
  it('loads the first pages for beginners of every language, though nobody has asked yet', async () => {
    const deps = setup([]);
    expect(await warmLevels(deps)).toEqual({ warmed: 8, failed: 0 });
    const languages = deps.renew.mock.calls.map(([{ level, pair }]) => `${level} ${pair.language}`);
    expect(languages.toSorted()).toEqual(
      ['A1', 'A2'].flatMap((level) => ['de', 'en', 'es', 'fr'].map((language) => `${level} ${language}`)),
    );
    expect(deps.renew).toHaveBeenCalledWith(firstOfGerman);
  });

  it('loads what is used most, and nothing twice', async () => {
    const deps = setup([often, firstOfGerman]);
    expect(await warmLevels(deps)).toEqual({ warmed: 9, failed: 0 });
    expect(deps.renew).toHaveBeenCalledWith(often);
    expect(deps.mostUsed).toHaveBeenCalledWith(50);
  });

  it('goes on after one that fails, and tells of it', async () => {
    const away = new Error('The database is away');
    const deps = setup([often], async (request) => {
      if (request === often) throw away;
    });
    expect(await warmLevels(deps)).toEqual({ warmed: 8, failed: 1 });
    expect(deps.onError.mock.calls).toEqual([[often, away]]);
  });

  it('passes over a page that never was: anybody can ask for one often', async () => {
    const deps = setup([often], async ({ page }) => {
      if (page.cursor !== undefined) throw new InvalidCursor('This is no cursor');
    });
    expect(await warmLevels(deps)).toEqual({ warmed: 8, failed: 0 });
    expect(deps.onError).not.toHaveBeenCalled();
  });

  it('loads a few at once, not all', async () => {
    let [now, most] = [0, 0];
    const deps = setup([often], async () => {
      now += 1;
      most = Math.max(most, now);
      await new Promise(setImmediate);
      now -= 1;
    });
    await warmLevels(deps);
    expect(most).toBe(4);
  });
});
