/** What an HTTP API makes of the answer of a function, payload format 2.0. */
import { z } from 'zod';
import { isObject } from '../template/template.ts';

export type GatewayResponse = {
  status: number;
  /** `set-cookie` may have several values. */
  headers: Record<string, string | string[]>;
  body: Buffer;
};

const scalar = z.union([z.string(), z.number(), z.boolean()]).transform(String);

const structuredSchema = z.object({
  statusCode: z.coerce.number().int().min(100).max(599),
  headers: z.record(z.string(), scalar).nullish(),
  cookies: z.array(z.string()).nullish(),
  body: z.string().nullish(),
  isBase64Encoded: z.boolean().nullish(),
});

/** Without a status code the whole answer is the JSON body. An answer of a wrong form is an internal error, as in AWS. */
export function httpResponse(answer: unknown): GatewayResponse {
  if (!isObject(answer) || !('statusCode' in answer)) {
    const body = typeof answer === 'string' ? answer : JSON.stringify(answer ?? null);
    return { status: 200, headers: { 'content-type': 'application/json' }, body: Buffer.from(body) };
  }
  const parsed = structuredSchema.safeParse(answer);
  if (!parsed.success) return gatewayError(500);
  const { statusCode, headers, cookies, body, isBase64Encoded } = parsed.data;
  const own: GatewayResponse['headers'] = {};
  for (const [name, value] of Object.entries(headers ?? {})) own[name.toLowerCase()] = value;
  if (cookies && cookies.length > 0) own['set-cookie'] = cookies;
  if (body) own['content-type'] ??= 'text/plain;charset=UTF-8';
  return { status: statusCode, headers: own, body: Buffer.from(body ?? '', isBase64Encoded ? 'base64' : 'utf8') };
}

const MESSAGES = {
  404: 'Not Found',
  413: 'Request Entity Too Large',
  500: 'Internal Server Error',
  503: 'Service Unavailable',
} as const;

/** Answers of API Gateway itself. */
export const gatewayError = (status: keyof typeof MESSAGES): GatewayResponse => ({
  status,
  headers: { 'content-type': 'application/json' },
  body: Buffer.from(JSON.stringify({ message: MESSAGES[status] })),
});
