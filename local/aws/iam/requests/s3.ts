/** S3. Source: Amazon S3 User Guide, "Required permissions for Amazon S3 API operations". */
import type { IncomingHttpHeaders } from 'node:http';
import { readDeleteRequest } from '../../s3/delete-request.ts';
import { readOperation, type S3Request } from '../../s3/operations.ts';
import { AwsError } from '../../wire.ts';
import { type AwsRequest, type Check, check } from '../check.ts';
import type { Context } from '../conditions.ts';

const bucketArn = (bucket: string) => `arn:aws:s3:::${bucket}`;
const objectArn = (bucket: string, key: string) => `${bucketArn(bucket)}/${key}`;

/** Reading an object. Whoever may not list is not told that it is missing; such a request has no prefix. */
export const readsObject = (bucket: string, key: string): Check[] => [
  check('s3:GetObject', objectArn(bucket, key)),
  { ...check('s3:ListBucket', bucketArn(bucket)), when: 'missing' },
];

/** An upload by form. Its key stands in the form, so S3 asks when it has read it. */
export const writesObject = (bucket: string, key: string): Check[] => [check('s3:PutObject', objectArn(bucket, key))];

type Operation = (request: S3Request, wire: AwsRequest) => Check[];

const writes: Operation = ({ bucket, key }, { headers }) => [...writesObject(bucket, key), ...copiedFrom(headers)];
const lists: Operation = ({ bucket, query }) => [check('s3:ListBucket', bucketArn(bucket), listing(query))];

const OPERATIONS: Readonly<Record<string, Operation>> = {
  ListObjects: lists,
  ListObjectsV2: lists,
  HeadBucket: lists,
  GetObject: ({ bucket, key }) => readsObject(bucket, key),
  HeadObject: ({ bucket, key }) => readsObject(bucket, key),
  PutObject: writes,
  CreateMultipartUpload: writes,
  UploadPart: writes,
  CompleteMultipartUpload: writes,
  AbortMultipartUpload: ({ bucket, key }) => [check('s3:AbortMultipartUpload', objectArn(bucket, key))],
  ListParts: ({ bucket, key }) => [check('s3:ListMultipartUploadParts', objectArn(bucket, key))],
  DeleteObject: ({ bucket, key }) => [check('s3:DeleteObject', objectArn(bucket, key))],
  DeleteObjects: ({ bucket }, { body }) =>
    readDeleteRequest(body.toString('utf8')).keys.map((key) => check('s3:DeleteObject', objectArn(bucket, key))),
};

const read = ({ method, path, query }: Pick<AwsRequest, 'method' | 'path' | 'query'>) =>
  readOperation(method, query.size > 0 ? `${path}?${query}` : path);

/** @throws AwsError for an operation, or for a part of one, whose rights are not known here */
export function s3Checks(request: AwsRequest): Check[] {
  const s3Request = read(request);
  const { operation, offered } = s3Request;
  const checksOf = offered && Object.hasOwn(OPERATIONS, operation) ? OPERATIONS[operation] : undefined;
  if (!checksOf) throw unknown(`S3 ${operation}`);
  const special = [...Object.keys(request.headers), ...request.query.keys()].find((name) => SPECIAL.test(name));
  if (special) throw unknown(`S3 ${operation} with ${special}`);
  return checksOf(s3Request, request);
}

/** Of S3's requests, only this one names in its body what it is about. */
export const s3NeedsBody = (request: Pick<AwsRequest, 'method' | 'path' | 'query'>): boolean =>
  read(request).operation === 'DeleteObjects';

/** Each needs a right of its own. */
const SPECIAL = /^x-amz-(acl|grant-.*|tagging|object-lock-.*|bypass-governance-retention)$/i;

function unknown(what: string): AwsError {
  const message = `The local cloud does not know which rights ${what} needs: add it to local/aws/iam/requests/s3.ts`;
  return new AwsError('NotImplemented', message, 501);
}

/** Condition keys of a listing: only those that it has. */
function listing(query: URLSearchParams): Context {
  const names = ['prefix', 'delimiter', 'max-keys'];
  const given = names.flatMap((name) => {
    const value = query.get(name);
    return value === null ? [] : [[`s3:${name}`, value] as const];
  });
  return Object.fromEntries(given);
}

/** `bucket/key`, percent-encoded, perhaps with a slash before it. */
function copiedFrom(headers: IncomingHttpHeaders): Check[] {
  const source = headers['x-amz-copy-source'];
  if (source === undefined) return [];
  const [, bucket, key] = /^\/?([^/?]+)\/([^?]+)$/.exec(decodeURIComponent(String(source))) ?? [];
  if (!bucket || !key)
    throw new AwsError('InvalidArgument', 'Invalid copy source: write bucket/key, without a version');
  return readsObject(bucket, key);
}
