/** Series and memberships of videos in them, which change together with the videos. */
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { InvalidCursor, type Page, type PageRequest, type Series } from '../../core/ports/video-store.ts';
import { compareTitles, normaliseTitle } from '../../core/videos/series.ts';
import type { Video } from '../../core/videos/video.ts';
import { EXISTS } from './conditions.ts';
import { seriesItemSchema } from './items.ts';
import { keys, partitions, prefixes } from './keys.ts';
import { decodeCursor, encodeCursor, getItem, queryAll } from './query.ts';
import { deleteIf, type TransactItems } from './transact.ts';
import { deletionOf, updateOf } from './update.ts';

/** The video's membership is the one that was read: the condition under which it may be changed. */
export function membershipIsStill({ series, episode }: Video) {
  const conditions = [
    EXISTS,
    series ? '#series = :oldSeries' : 'attribute_not_exists(#series)',
    episode === undefined ? 'attribute_not_exists(#episode)' : '#episode = :oldEpisode',
  ];
  return {
    condition: conditions.join(' AND '),
    values: { ...(series && { oldSeries: series }), ...(episode !== undefined && { oldEpisode: episode }) },
  };
}

/**
 * What else changes when a video becomes another; undefined: it is not there. The title of a series is the one that was
 * given last, and its time that of the video that was described last.
 */
export function membershipChanges(table: string, before: Video | undefined, after: Video | undefined): TransactItems {
  const [old, next] = [before && membershipOf(before), after && membershipOf(after)];
  const isSameSeries = old?.series.id === next?.series.id;
  const isSamePlace = isSameSeries && old?.episode === next?.episode;
  if (isSamePlace && old?.series.title === next?.series.title) return [];
  const count = (ownerId: string, seriesId: string, by: number, set: Record<string, unknown> = {}) => ({
    Update: updateOf(table, keys.series(ownerId, seriesId), {
      set: { ...set, updatedAt: after?.updatedAt },
      add: { episodeCount: by },
    }),
  });
  const items: TransactItems = [];
  if (old && !isSamePlace) items.push({ Delete: { TableName: table, Key: old.key } });
  if (old && !isSameSeries) items.push(count(old.ownerId, old.series.id, -1));
  if (next && !isSamePlace) items.push({ Put: { TableName: table, Item: { ...next.key, videoId: next.videoId } } });
  if (next) items.push(count(next.ownerId, next.series.id, isSameSeries ? 0 : 1, next.series));
  return items;
}

function membershipOf({ ownerId, id: videoId, series, episode }: Video) {
  return series && { ownerId, videoId, series, episode, key: keys.episode({ ownerId, videoId }, series.id, episode) };
}

/**
 * Forgets the series that a video was in, if it was the last. Whoever reads takes one without episodes for none, so
 * nothing is wrong when this does not come to pass.
 */
export async function forgetEmptySeries(
  client: DynamoDBDocumentClient,
  table: string,
  ownerId: string,
  seriesId: string,
): Promise<void> {
  const isEmpty = { condition: '#episodeCount <= :none', values: { none: 0 } };
  await deleteIf(client, deletionOf(table, keys.series(ownerId, seriesId), isEmpty));
}

export async function findSeries(
  client: DynamoDBDocumentClient,
  table: string,
  ownerId: string,
  seriesId: string,
): Promise<Series | undefined> {
  const item = await getItem(client, table, keys.series(ownerId, seriesId));
  const series = item && seriesItemSchema.parse(item);
  return series && series.episodeCount > 0 ? series : undefined;
}

/**
 * One page of the series of an owner, by title. All are read, since their keys are digests: a series takes some 200 bytes,
 * so a thousand of them are one call, and they are sorted as people sort.
 * @throws InvalidCursor
 */
export async function listSeries(
  client: DynamoDBDocumentClient,
  table: string,
  ownerId: string,
  page: PageRequest,
): Promise<Page<Series>> {
  const list = { pk: partitions.owner(ownerId), prefix: prefixes.series };
  const after = page.cursor === undefined ? undefined : nameOfCursor(page.cursor, list);
  const items = await Array.fromAsync(queryAll(client, { table, ...list }));
  const rest = items
    .map((item) => seriesItemSchema.parse(item))
    .filter(({ episodeCount }) => episodeCount > 0)
    .map((series) => ({ series, name: normaliseTitle(series.title) }))
    .filter(({ name }) => after === undefined || compareTitles(name, after) > 0)
    .toSorted((a, b) => compareTitles(a.name, b.name));
  const shown = rest.slice(0, page.limit);
  const last = shown.at(-1);
  return {
    items: shown.map(({ series }) => series),
    ...(rest.length > shown.length && last && { cursor: encodeCursor([list.pk, `${list.prefix}${last.name}`]) }),
  };
}

/** Name of the series after which the page begins. */
function nameOfCursor(cursor: string, list: { pk: string; prefix: string }): string {
  const [pk, sk = ''] = decodeCursor(cursor, 2);
  if (pk !== list.pk || !sk.startsWith(list.prefix)) throw new InvalidCursor('This cursor belongs to another list');
  return sk.slice(list.prefix.length);
}
