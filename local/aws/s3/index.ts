/** S3: s3rver in this process, behind the checks and the operations that it lacks. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import S3rver from 's3rver';
import S3Error from 's3rver/lib/models/error.js';
import type { LocalLog, S3ObjectEvent } from '../../types.ts';
import { AwsError, describe, type Handler, readBody, sendXml, sendXmlError, unknownOperation, xml } from '../wire.ts';
import { checkAccess, signForS3rver } from './access.ts';
import { answerCors } from './cors.ts';
import { readDeleteRequest } from './delete-request.ts';
import { listObjects } from './list.ts';
import { ObjectFiles, type WriteScope, writeScope } from './object-files.ts';
import { readOperation, type S3Request } from './operations.ts';
import { postObject } from './post-object.ts';

export type S3 = {
  handle: Handler;
  files: ObjectFiles;
  createBucket(name: string): Promise<void>;
  stop(): void;
};

/** Status of errors that are raised here and not by s3rver. */
const STATUS: Record<string, number> = { NoSuchUpload: 404, PreconditionFailed: 412, NoSuchBucket: 404 };

/** @param announce called for every object created or removed, after it is in place */
export function openS3(dataDir: string, announce: (event: S3ObjectEvent) => void, log: LocalLog): S3 {
  const directory = join(dataDir, 's3');
  const files = new ObjectFiles(directory, join(dataDir, 's3-incoming'), announce);
  const s3rver = new S3rver({ directory, silent: true, vhostBuckets: false });
  s3rver.store = files;
  s3rver.context.store = files;
  s3rver.on('error', (error: unknown) => log.verbose('s3', describe(error)));
  const passOn = s3rver.callback();

  const route = async (request: IncomingMessage, response: ServerResponse) => {
    const s3Request = readOperation(request.method ?? 'GET', request.url ?? '/');
    const { operation, bucket, key, query, offered } = s3Request;
    if (operation !== 'PostObject') checkAccess(request, query, Date.now());
    if (!offered) {
      const { message } = unknownOperation('S3', operation);
      throw new AwsError('NotImplemented', message, 501);
    }
    if (key.split('/').some((part) => part === '..' || part === '.')) {
      throw new AwsError(
        'InvalidArgument',
        'The local cloud keeps objects as files: a key must not hold "." or ".." as a part',
      );
    }
    if (bucket && operation !== 'CreateBucket' && !(await files.getBucket(bucket))) {
      throw new AwsError('NoSuchBucket', 'The specified bucket does not exist', 404, { BucketName: bucket });
    }
    const own = OWN_OPERATIONS[operation];
    if (own) return own(files, s3Request, request, response);
    if (await answeredByCondition(files, s3Request, request, response)) return undefined;
    const scope = readScope(request);
    await fixRange(files, s3Request, request);
    signForS3rver(request);
    return writeScope.run(scope, () => passOn(request, response));
  };

  return {
    files,
    handle: async (request, response) => {
      if (answerCors(request, response)) return;
      try {
        await route(request, response);
      } catch (error) {
        sendXmlError(request, response, toAwsError(error));
      }
    },
    async createBucket(name) {
      if (!(await files.getBucket(name))) await files.putBucket(name);
    },
    stop: () => s3rver.logger.close(),
  };
}

type Operation = (
  files: ObjectFiles,
  s3Request: S3Request,
  request: IncomingMessage,
  response: ServerResponse,
) => Promise<void> | void;

const OWN_OPERATIONS: Record<string, Operation> = {
  PostObject: (files, { bucket }, request, response) => postObject(files, bucket, request, response),
  ListObjects: (files, { bucket, query }, _, response) => listObjects(files, bucket, query, response),
  ListObjectsV2: (files, { bucket, query }, _, response) => listObjects(files, bucket, query, response),
  HeadBucket: (_files, _s3Request, _request, response) => {
    response.writeHead(200, { 'content-length': 0 }).end();
  },
  AbortMultipartUpload: async (files, { bucket, query }, _, response) => {
    await files.abortUpload(bucket, query.get('uploadId') ?? '');
    response.writeHead(204).end();
  },
  ListParts: async (files, { bucket, key, query }, _, response) => {
    const uploadId = query.get('uploadId') ?? '';
    const parts = (await files.listParts(bucket, uploadId)).map(
      ({ number, size, etag, modified }) =>
        `<Part>${xml('PartNumber', String(number))}${xml('LastModified', modified.toISOString())}${xml('ETag', `"${etag}"`)}${xml('Size', String(size))}</Part>`,
    );
    const head = xml('Bucket', bucket) + xml('Key', key) + xml('UploadId', uploadId) + xml('IsTruncated', 'false');
    sendXml(response, 200, `<ListPartsResult>${head}${parts.join('')}</ListPartsResult>`);
  },
  DeleteObjects: async (files, { bucket }, request, response) => {
    const { keys, quiet } = readDeleteRequest((await readBody(request)).toString('utf8'));
    for (const key of keys) await files.deleteObject(bucket, key);
    const deleted = quiet ? [] : keys.map((key) => `<Deleted>${xml('Key', key)}</Deleted>`);
    sendXml(response, 200, `<DeleteResult>${deleted.join('')}</DeleteResult>`);
  },
};

function readScope({ headers }: IncomingMessage): WriteScope {
  const chunkedBody = String(headers['x-amz-content-sha256'] ?? '').startsWith('STREAMING-');
  if (chunkedBody) {
    const encodings = (headers['content-encoding'] ?? '').split(',').map((encoding) => encoding.trim());
    const others = encodings.filter((encoding) => encoding && encoding !== 'aws-chunked').join(',');
    if (others) headers['content-encoding'] = others;
    else delete headers['content-encoding'];
  }
  return { event: 'Put', chunkedBody, ifMatch: headers['if-match'], ifNoneMatch: headers['if-none-match'] };
}

/** Conditions of GET and HEAD: s3rver knows some of them only. */
async function answeredByCondition(
  files: ObjectFiles,
  { bucket, key, operation }: S3Request,
  { headers }: IncomingMessage,
  response: ServerResponse,
): Promise<boolean> {
  if (operation !== 'GetObject' && operation !== 'HeadObject') return false;
  const ifMatch = headers['if-match']?.replaceAll('"', '');
  const ifNoneMatch = headers['if-none-match']?.replaceAll('"', '');
  delete headers['if-modified-since'];
  if (ifMatch === undefined && ifNoneMatch === undefined) return false;
  const found = await files.find(bucket, key);
  if (!found) return false;
  if (ifMatch !== undefined && ifMatch !== '*' && ifMatch !== found.etag) {
    throw new AwsError('PreconditionFailed', 'At least one of the pre-conditions you specified did not hold', 412, {
      Condition: 'If-Match',
    });
  }
  if (ifNoneMatch !== '*' && ifNoneMatch !== found.etag) return false;
  response.writeHead(304, { etag: `"${found.etag}"` }).end();
  return true;
}

/** The last N bytes (`bytes=-N`), which s3rver takes for the first N. */
async function fixRange(files: ObjectFiles, { bucket, key }: S3Request, { headers }: IncomingMessage) {
  const suffix = /^bytes=-(\d+)$/.exec(headers.range ?? '')?.[1];
  if (suffix === undefined) return;
  const size = (await files.find(bucket, key))?.size ?? 0;
  headers.range = `bytes=${Math.max(0, size - Number(suffix))}-`;
}

function toAwsError(error: unknown): unknown {
  if (!(error instanceof S3Error)) return error;
  const detail = 'detail' in error && typeof error.detail === 'object' ? { ...error.detail } : {};
  return new AwsError(error.code, error.message, STATUS[error.code] ?? 400, detail);
}
