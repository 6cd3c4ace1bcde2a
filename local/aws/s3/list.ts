/** ListObjects and ListObjectsV2, in S3's order and with continuation tokens that hold across restarts. */
import { readdir } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import { isMissing } from '../files.ts';
import { AwsError, sendXml, xml } from '../wire.ts';
import type { ObjectFiles } from './object-files.ts';

/** S3 answers at most this many keys at once. */
const MAX_KEYS = 1000;
const OBJECT_SUFFIX = '._S3rver_object';

export type ListPage = { keys: string[]; prefixes: string[]; truncated: boolean; last: string };

/** Answers a listing of a bucket. */
export async function listObjects(
  files: ObjectFiles,
  bucket: string,
  query: URLSearchParams,
  response: ServerResponse,
) {
  const v2 = query.get('list-type') === '2';
  const prefix = query.get('prefix') ?? '';
  const delimiter = query.get('delimiter') ?? '';
  const token = query.get('continuation-token');
  const after = token === null ? (query.get(v2 ? 'start-after' : 'marker') ?? '') : decodeToken(token);
  const maxKeys = readMaxKeys(query.get('max-keys'));
  const keys = await collectKeys(files.getBucketPath(bucket), prefix);
  const page = cutPage(keys, { prefix, delimiter, after, maxKeys });

  const encode = query.get('encoding-type') === 'url' ? encodeURIComponent : (key: string) => key;
  const contents = await Promise.all(
    page.keys.map(async (key) => {
      // An object may be deleted while it is listed.
      const metadata = await files.getMetadata(bucket, key).catch(() => undefined);
      if (!metadata) return '';
      return `<Contents>${[
        xml('Key', encode(key)),
        xml('LastModified', new Date(String(metadata['last-modified'])).toISOString()),
        xml('ETag', metadata.etag),
        xml('Size', String(metadata['content-length'])),
        xml('StorageClass', 'STANDARD'),
      ].join('')}</Contents>`;
    }),
  );
  const fields = [
    xml('Name', bucket),
    xml('Prefix', encode(prefix)),
    xml('MaxKeys', String(maxKeys)),
    xml('IsTruncated', String(page.truncated)),
    delimiter && xml('Delimiter', encode(delimiter)),
    v2 && xml('KeyCount', String(page.keys.length + page.prefixes.length)),
    v2 && token !== null && xml('ContinuationToken', token),
    v2 && page.truncated && xml('NextContinuationToken', encodeToken(page.last)),
    !v2 && xml('Marker', encode(after)),
    !v2 && page.truncated && xml('NextMarker', encode(page.last)),
    ...contents,
    ...page.prefixes.map((common) => `<CommonPrefixes>${xml('Prefix', encode(common))}</CommonPrefixes>`),
  ];
  sendXml(
    response,
    200,
    `<ListBucketResult xmlns="http://s3.amazonaws.com/doc/2006-03-01/">${fields.filter(Boolean).join('')}</ListBucketResult>`,
  );
}

/** One page of sorted keys: those after `after`, with what shares a prefix up to the delimiter rolled into one. */
function cutPage(
  keys: string[],
  { prefix, delimiter, after, maxKeys }: { prefix: string; delimiter: string; after: string; maxKeys: number },
): ListPage {
  const page: ListPage = { keys: [], prefixes: [], truncated: false, last: after };
  for (const key of keys) {
    const cut = delimiter ? key.indexOf(delimiter, prefix.length) : -1;
    const entry = cut === -1 ? key : key.slice(0, cut + delimiter.length);
    if (entry <= page.last) continue;
    if (page.keys.length + page.prefixes.length >= maxKeys) {
      page.truncated = maxKeys > 0;
      break;
    }
    (cut === -1 ? page.keys : page.prefixes).push(entry);
    page.last = entry;
  }
  return page;
}

/** All keys of a bucket that begin with `prefix`, sorted. */
async function collectKeys(root: string, prefix: string): Promise<string[]> {
  const keys: string[] = [];
  const walk = async (folder: string, base: string) => {
    const entries = await readdir(folder, { withFileTypes: true }).catch((error: unknown) => {
      if (isMissing(error)) return [];
      throw error;
    });
    for (const entry of entries) {
      if (entry.isDirectory()) {
        const inside = `${base}${entry.name}/`;
        if (inside.startsWith(prefix) || prefix.startsWith(inside)) await walk(`${folder}/${entry.name}`, inside);
      } else if (entry.name.endsWith(OBJECT_SUFFIX)) {
        const key = base + entry.name.slice(0, -OBJECT_SUFFIX.length);
        if (key.startsWith(prefix)) keys.push(key);
      }
    }
  };
  await walk(root, '');
  return keys.sort((a, b) => (a < b ? -1 : 1));
}

function readMaxKeys(value: string | null): number {
  if (value === null) return MAX_KEYS;
  if (!/^\d{1,10}$/.test(value)) {
    throw new AwsError('InvalidArgument', 'Provided max-keys not an integer or within integer range');
  }
  return Math.min(Number(value), MAX_KEYS);
}

const encodeToken = (key: string) => Buffer.from(`1/${key}`).toString('base64url');

function decodeToken(token: string): string {
  const text = Buffer.from(token, 'base64url').toString('utf8');
  if (!text.startsWith('1/')) throw new AwsError('InvalidArgument', 'The continuation token provided is incorrect');
  return text.slice(2);
}
