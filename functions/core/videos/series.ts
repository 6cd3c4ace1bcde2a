import type { VideoDescription } from '../ports/video-store.ts';
import { ProblemError } from '../problem-error.ts';
import type { Video } from './video.ts';

const ID_CHARACTERS = 32;

/** What two titles of one series have in common: they may differ in case and white space. */
export const normaliseTitle = (title: string) => title.trim().replace(/\s+/gu, ' ').toLowerCase().normalize('NFC');

/**
 * The series that a title names.
 * @param digest of a text, hex (SHA-256)
 */
export const seriesOf = (title: string, digest: (text: string) => string): NonNullable<Video['series']> => ({
  id: digest(normaliseTitle(title)).slice(0, ID_CHARACTERS),
  title,
});

/**
 * A video with another description. Leaving its series drops its episode; moving to another series keeps it.
 * @throws ProblemError INVALID_REQUEST for an episode without a series
 */
export function described(video: Video, changes: VideoDescription, now: number): Video {
  const { series: oldSeries, episode: oldEpisode, ...rest } = video;
  const series = changes.series === undefined ? oldSeries : changes.series;
  const episode = changes.episode === undefined ? oldEpisode : changes.episode;
  if (!series && typeof changes.episode === 'number') {
    throw new ProblemError('INVALID_REQUEST', 'The video belongs to no series, so it can have no episode number.', [
      { field: 'body.episode', reason: 'needs a series: send "series" with it' },
    ]);
  }
  return {
    ...rest,
    title: changes.title ?? video.title,
    ...(series && { series }),
    ...(series && typeof episode === 'number' && { episode }),
    updatedAt: now,
  };
}

const collator = new Intl.Collator('en', { numeric: true });

/** Titles as people sort them: "Ärzte" beside "Arzt", "Staffel 2" before "Staffel 10". Never 0 for different texts. */
export const compareTitles = (a: string, b: string) => collator.compare(a, b) || (a < b ? -1 : a > b ? 1 : 0);
