/** PostObject: an upload by an HTML form, as browsers send it with a presigned policy. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Readable } from 'node:stream';
import busboy from 'busboy';
import { AwsError, sendXml, xml } from '../wire.ts';
import { type ObjectFiles, writeScope } from './object-files.ts';
import { checkPolicy, type SizeLimits } from './post-policy.ts';

/** S3 takes at most this much before the file, bytes. */
const MAX_FIELDS_BYTES = 20 * 1024;

type Form = { fields: Map<string, string>; file: Readable | Buffer; fileName: string; bytesBefore: number };

export async function postObject(
  files: ObjectFiles,
  bucket: string,
  request: IncomingMessage,
  response: ServerResponse,
) {
  const contentType = request.headers['content-type'] ?? '';
  if (!contentType.startsWith('multipart/form-data')) {
    throw new AwsError('PreconditionFailed', 'At least one of the pre-conditions you specified did not hold', 412, {
      Condition: 'Bucket POST must be of the enclosure-type multipart/form-data',
    });
  }
  const length = Number(request.headers['content-length'] ?? Number.NaN);
  if (Number.isNaN(length)) {
    throw new AwsError('MissingContentLength', 'You must provide the Content-Length HTTP header.', 411);
  }
  const { fields, file, fileName, bytesBefore } = await readForm(request);
  const key = fields.get('key')?.replace(/\$\{filename\}/g, () => fileName);
  if (!key) {
    throw new AwsError(
      'InvalidArgument',
      "Bucket POST must contain a field named 'key'.  If it is specified, please check the order of the fields",
    );
  }
  fields.set('key', key).set('bucket', bucket);
  const size = checkPolicy(fields, Date.now());
  refuseTooLarge(length, bytesBefore, contentType, size);

  const metadata = Object.fromEntries(fields);
  const { md5 } = await writeScope.run({ event: 'Post', ...(size ? { size } : {}) }, () =>
    files.putObject({ bucket, key, content: file, metadata }),
  );
  const location = `http://${request.headers.host}/${bucket}/${key.split('/').map(encodeURIComponent).join('/')}`;
  response.setHeader('ETag', `"${md5}"`);
  response.setHeader('Location', location);
  const status = fields.get('success_action_status');
  if (status === '201') {
    const answer = [xml('Location', location), xml('Bucket', bucket), xml('Key', key), xml('ETag', `"${md5}"`)];
    sendXml(response, 201, `<PostResponse>${answer.join('')}</PostResponse>`);
  } else {
    response.writeHead(status === '200' ? 200 : 204).end();
  }
}

/** Says no before the file has arrived when the length of the request alone tells that it is too large. */
function refuseTooLarge(length: number, bytesBefore: number, contentType: string, size: SizeLimits | undefined) {
  const boundary = /boundary="?([^";]+)/.exec(contentType)?.[1] ?? '';
  const closing = `\r\n--${boundary}--\r\n`.length;
  // What came in the same block as the form's head is not counted: the exact size is checked while it arrives.
  const atLeast = length - bytesBefore - closing;
  if (size && atLeast > size.max) {
    throw new AwsError('EntityTooLarge', 'Your proposed upload exceeds the maximum allowed size', 400, {
      ProposedSize: atLeast,
      MaxSizeAllowed: size.max,
    });
  }
}

/** Reads the fields up to the file, whose content is still to come. */
function readForm(request: IncomingMessage): Promise<Form> {
  return new Promise((resolve, reject) => {
    const malformed = (error: unknown) =>
      reject(
        new AwsError(
          'MalformedPOSTRequest',
          `The body of your POST request is not well-formed multipart/form-data. ${error}`,
        ),
      );
    const fields = new Map<string, string>();
    let received = 0;
    let fieldBytes = 0;
    const form = openForm(request, malformed);
    if (!form) return;
    form.on('field', (name, value) => {
      fieldBytes += name.length + value.length;
      if (fieldBytes > MAX_FIELDS_BYTES) {
        reject(
          new AwsError(
            'MaxPostPreDataLengthExceeded',
            'Your POST request fields preceding the upload file were too large.',
          ),
        );
      } else if (name === 'file') {
        resolve({ fields, file: Buffer.from(value), fileName: '', bytesBefore: received });
      } else {
        fields.set(name.toLowerCase(), value);
      }
    });
    form.on('file', (name, file, { filename }) => {
      if (name === 'file') resolve({ fields, file, fileName: filename ?? '', bytesBefore: received });
      else file.resume();
    });
    form.on('error', malformed);
    form.on('close', () =>
      reject(new AwsError('InvalidArgument', 'POST requires exactly one file upload per request.')),
    );
    request.on('data', (block: Buffer) => {
      received += block.length;
    });
    request.on('close', () => {
      if (!request.complete) form.destroy(new Error('The client went away'));
    });
    request.pipe(form);
  });
}

function openForm(request: IncomingMessage, malformed: (error: unknown) => void) {
  try {
    // The file is streamed; only fields are held in memory.
    return busboy({ headers: request.headers, limits: { fieldSize: MAX_FIELDS_BYTES, files: 1 } });
  } catch (error) {
    malformed(error);
    return undefined;
  }
}
