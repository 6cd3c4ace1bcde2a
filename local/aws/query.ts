/** The AWS Query protocol, which the older services speak: operations as forms, answers as XML. */
import { randomUUID } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import { AwsError, describe, type Handler, readBody, sendXml, unknownOperation, xml } from './wire.ts';

/** What an answer is made of. Members that are undefined are left out; items of lists are called `member`. */
export type QueryValue = string | number | Date | undefined | readonly QueryValue[] | { [member: string]: QueryValue };

export type QueryService = {
  /** For people, for instance `ElastiCache`. */
  name: string;
  /** In the scope of signatures. */
  scope: string;
  xmlns: string;
  /** By name, each with the form's fields. */
  operations: Record<string, (fields: Record<string, string>) => Promise<Record<string, QueryValue>>>;
};

export function queryHandler(service: QueryService): Handler {
  return async (request, response) => {
    try {
      const fields = Object.fromEntries(new URLSearchParams((await readBody(request)).toString('utf8')));
      const operation = fields.Action ?? '';
      const run = Object.hasOwn(service.operations, operation) ? service.operations[operation] : undefined;
      if (!run) throw unknownOperation(service.name, operation);
      const result = element(`${operation}Result`, await run(fields));
      const metadata = element('ResponseMetadata', { RequestId: randomUUID() });
      sendXml(
        response,
        200,
        `<${operation}Response xmlns="${service.xmlns}">${result}${metadata}</${operation}Response>`,
      );
    } catch (error) {
      sendQueryError(response, error);
    }
  };
}

/** Anything but an AwsError is an internal failure. */
export function sendQueryError(response: ServerResponse, error: unknown): void {
  const { code, message, status } =
    error instanceof AwsError ? error : new AwsError('InternalFailure', describe(error), 500);
  const content = { Type: status < 500 ? 'Sender' : 'Receiver', Code: code, Message: message };
  sendXml(response, status, element('ErrorResponse', { Error: content, RequestId: randomUUID() }));
}

function element(name: string, value: QueryValue): string {
  if (value === undefined) return '';
  if (Array.isArray(value)) return `<${name}>${value.map((item) => element('member', item)).join('')}</${name}>`;
  if (value instanceof Date) return xml(name, value.toISOString());
  if (typeof value !== 'object') return xml(name, String(value));
  const members = Object.entries(value).map(([member, part]) => element(member, part));
  return `<${name}>${members.join('')}</${name}>`;
}
