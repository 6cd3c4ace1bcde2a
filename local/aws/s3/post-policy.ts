/** The policy of a POST upload. Source: Amazon S3 API Reference, "POST Policy". */
import { z } from 'zod';
import { AwsError } from '../wire.ts';

/** Bytes. */
export type SizeLimits = { min: number; max: number };

const policySchema = z.object({
  expiration: z.iso.datetime({ offset: true }),
  conditions: z.array(
    z.union([
      z.tuple([z.string(), z.string(), z.string()]),
      z.tuple([z.literal('content-length-range'), z.coerce.number(), z.coerce.number()]),
      z.record(z.string(), z.string()),
    ]),
  ),
});

/** Fields that need no condition. */
const UNCONDITIONAL = /^(policy|file|awsaccesskeyid|signature|x-amz-signature|x-ignore-.*)$/;

/**
 * Checks the fields of an upload against its policy.
 * @param fields by name in lower case, with `bucket` and the final `key`
 * @returns the sizes that the policy allows
 * @throws AwsError AccessDenied or InvalidPolicyDocument
 */
export function checkPolicy(fields: ReadonlyMap<string, string>, now: number): SizeLimits | undefined {
  const encoded = fields.get('policy');
  if (encoded === undefined) throw new AwsError('AccessDenied', 'Access Denied', 403);
  if (!fields.has('x-amz-signature') && !fields.has('signature')) {
    throw new AwsError(
      'InvalidArgument',
      "Bucket POST must contain a field named 'X-Amz-Signature'.  If it is specified, please check the order of the fields",
    );
  }
  const policy = decodePolicy(encoded);
  if (now > Date.parse(policy.expiration)) throw denied('Policy expired.');

  const covered = new Set<string>();
  let size: SizeLimits | undefined;
  for (const condition of policy.conditions) {
    if (!Array.isArray(condition)) {
      for (const [name, value] of Object.entries(condition)) check(fields, covered, 'eq', name, value);
    } else if (typeof condition[1] === 'number') {
      size = { min: condition[1], max: Number(condition[2]) };
    } else if (/^content-length-range$/i.test(condition[0])) {
      size = { min: Number(condition[1]), max: Number(condition[2]) };
    } else {
      check(fields, covered, condition[0], condition[1].replace(/^\$/, ''), String(condition[2]));
    }
  }
  const extra = [...fields.keys()].filter(
    (name) => !covered.has(name) && !UNCONDITIONAL.test(name) && name !== 'bucket',
  );
  if (extra.length > 0) throw denied(`Extra input fields: ${extra.join(', ')}`);
  return size;
}

function check(
  fields: ReadonlyMap<string, string>,
  covered: Set<string>,
  operator: string,
  name: string,
  wanted: string,
) {
  const field = name.toLowerCase();
  covered.add(field);
  const value = fields.get(field) ?? '';
  const holds =
    operator === 'eq' ? value === wanted : operator === 'starts-with' ? value.startsWith(wanted) : undefined;
  if (holds === undefined) throw invalid(`unknown operator ${operator}`);
  if (!holds) throw denied(`Policy Condition failed: ["${operator}", "$${name}", "${wanted}"]`);
}

function decodePolicy(encoded: string) {
  try {
    return policySchema.parse(JSON.parse(Buffer.from(encoded, 'base64').toString('utf8')));
  } catch {
    throw invalid('Invalid JSON.');
  }
}

const denied = (reason: string) => new AwsError('AccessDenied', `Invalid according to Policy: ${reason}`, 403);
const invalid = (reason: string) => new AwsError('InvalidPolicyDocument', `Invalid Policy: ${reason}`);
