/** Which S3 operation a request is. Source: Amazon S3 API Reference. */
export type S3Request = {
  operation: string;
  /** Empty for ListBuckets. */
  bucket: string;
  /** Decoded; empty for operations on buckets. */
  key: string;
  query: URLSearchParams;
};

/** Operations by method and by the query parameter that selects them ('' for none). */
const BUCKET_OPERATIONS: Record<string, Record<string, string>> = {
  PUT: { '': 'CreateBucket' },
  HEAD: { '': 'HeadBucket' },
  DELETE: { '': 'DeleteBucket' },
  GET: { '': 'ListObjects', 'list-type': 'ListObjectsV2', location: 'GetBucketLocation' },
  POST: { '': 'PostObject', delete: 'DeleteObjects' },
};
const OBJECT_OPERATIONS: Record<string, Record<string, string>> = {
  GET: { '': 'GetObject', uploadId: 'ListParts' },
  HEAD: { '': 'HeadObject' },
  PUT: { '': 'PutObject', uploadId: 'UploadPart' },
  DELETE: { '': 'DeleteObject', uploadId: 'AbortMultipartUpload' },
  POST: { uploads: 'CreateMultipartUpload', uploadId: 'CompleteMultipartUpload' },
};

/** Parameters that refine an operation, as opposed to those that select another one. */
const REFINING =
  /^(x-id|x-amz-.*|response-.*|partNumber|prefix|delimiter|marker|max-keys|encoding-type|start-after|continuation-token|fetch-owner|max-parts|part-number-marker)$/i;

/** @returns undefined for an operation that is not offered */
export function readOperation(method: string, url: string): S3Request & { offered: boolean } {
  const { pathname, searchParams: query } = new URL(url, 'http://localhost');
  const [bucket = '', ...rest] = pathname.slice(1).split('/');
  const key = decode(rest.join('/'));
  const selecting = [...query.keys()].filter((name) => !REFINING.test(name));
  const operations = bucket === '' ? { GET: { '': 'ListBuckets' } } : key ? OBJECT_OPERATIONS : BUCKET_OPERATIONS;
  const byParameter = Object.entries(operations).find(([name]) => name === method)?.[1] ?? {};
  const known =
    selecting.length <= 1 ? Object.entries(byParameter).find(([name]) => name === (selecting[0] ?? '')) : undefined;
  const operation = known?.[1] ?? query.get('x-id') ?? `${method} ?${selecting.join('&')}`;
  return { operation, offered: known !== undefined, bucket: decode(bucket), key, query };
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
