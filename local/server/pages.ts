/** Pages of the local cloud and the files that they need. Nothing is loaded from elsewhere. */
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const ownFolder = fileURLToPath(new URL('./pages/', import.meta.url));
const swaggerFolder = path.dirname(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json'));

const own = (name: string) => path.join(ownFolder, name);
const swagger = (name: string) => path.join(swaggerFolder, name);

/** Every path that is served, and its file: nothing else can be asked for. */
const PAGES: Readonly<Record<string, string>> = {
  '/': own('reference.html'),
  '/docs/': own('reference.html'),
  '/docs/reference.css': own('reference.css'),
  '/docs/reference.js': own('reference.js'),
  '/docs/icon.svg': own('icon.svg'),
  '/docs/swagger-ui.css': swagger('swagger-ui.css'),
  '/docs/swagger-ui-bundle.js': swagger('swagger-ui-bundle.js'),
};

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
};

/** Swagger UI needs inline styles and pictures in data URLs. */
const CONTENT_SECURITY_POLICY =
  "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; frame-ancestors 'none'";

/** @returns the file of a page, or undefined when there is no such page. */
export const findPage = (urlPath: string): string | undefined =>
  Object.hasOwn(PAGES, urlPath) ? PAGES[urlPath] : undefined;

export async function sendPage(request: IncomingMessage, response: ServerResponse, file: string): Promise<void> {
  const { size, mtimeMs } = await stat(file);
  const etag = `"${size.toString(36)}-${Math.floor(mtimeMs).toString(36)}"`;
  const headers = {
    'content-type': CONTENT_TYPES[path.extname(file)] ?? 'application/octet-stream',
    'content-security-policy': CONTENT_SECURITY_POLICY,
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-cache',
    etag,
  };
  if (request.headers['if-none-match'] === etag) {
    response.writeHead(304, headers).end();
    return;
  }
  response.writeHead(200, { ...headers, 'content-length': size });
  if (request.method === 'HEAD') {
    response.end();
    return;
  }
  createReadStream(file)
    .on('error', (error) => response.destroy(error))
    .pipe(response);
}
