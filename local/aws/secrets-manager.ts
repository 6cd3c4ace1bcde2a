import { randomBytes, randomUUID } from 'node:crypto';
import { z } from 'zod';
import { readIfPresent, writeFileAtomic } from './files.ts';
import { AwsError, epochSeconds, type JsonService, parseInput } from './wire.ts';

const secretSchema = z.object({
  name: z.string(),
  arn: z.string(),
  description: z.string().optional(),
  /** Milliseconds since the epoch. */
  createdAt: z.number(),
  changedAt: z.number(),
  /** Newest first: the current one and the one before. */
  versions: z.array(z.object({ id: z.string(), value: z.string() })).min(1),
});
type Secret = z.infer<typeof secretSchema>;

const createSchema = z.object({
  Name: z.string().regex(/^[\w/+=.@-]{1,512}$/),
  SecretString: z.string().max(65_536).optional(),
  Description: z.string().optional(),
  ClientRequestToken: z.string().optional(),
});
const putSchema = z.object({
  SecretId: z.string(),
  SecretString: z.string().max(65_536),
  ClientRequestToken: z.string().optional(),
});
const getSchema = z.object({
  SecretId: z.string(),
  VersionId: z.string().optional(),
  VersionStage: z.enum(['AWSCURRENT', 'AWSPREVIOUS']).optional(),
});
const describeSchema = z.object({ SecretId: z.string() });

const STAGES = ['AWSCURRENT', 'AWSPREVIOUS'] as const;

export type SecretsManager = {
  service: JsonService;
  /** An existing secret keeps its value. @returns its ARN */
  ensure(name: string, initialValue: string): string;
};

/** Secrets in one file that only its owner may read (mode 0600). */
export function openSecretsManager(file: string, region: string, account: string): SecretsManager {
  const saved = readIfPresent(file);
  const secrets: Secret[] = saved === undefined ? [] : z.array(secretSchema).parse(JSON.parse(saved));
  const save = () => writeFileAtomic(file, JSON.stringify(secrets, null, 2), 0o600);

  /** By name, ARN, or ARN without its random ending. */
  const find = (id: string): Secret => {
    const found = secrets.find(({ name, arn }) => id === name || id === arn || id === arn.slice(0, -7));
    if (!found) throw new AwsError('ResourceNotFoundException', "Secrets Manager can't find the specified secret.");
    return found;
  };

  const create = (name: string, value: string | undefined, description?: string, token: string = randomUUID()) => {
    if (secrets.some((secret) => secret.name === name)) {
      throw new AwsError('ResourceExistsException', `The operation failed because the secret ${name} already exists.`);
    }
    if (value === undefined) {
      throw new AwsError('InvalidParameterException', 'The local cloud keeps secrets with a SecretString only');
    }
    const now = Date.now();
    const secret: Secret = {
      name,
      arn: `arn:aws:secretsmanager:${region}:${account}:secret:${name}-${randomBytes(3).toString('hex')}`,
      ...(description === undefined ? {} : { description }),
      createdAt: now,
      changedAt: now,
      versions: [{ id: token, value }],
    };
    secrets.push(secret);
    save();
    return secret;
  };

  const operations: JsonService['operations'] = {
    CreateSecret: async (input) => {
      const { Name, SecretString, Description, ClientRequestToken } = parseInput(createSchema, input);
      const secret = create(Name, SecretString, Description, ClientRequestToken);
      return { ARN: secret.arn, Name, VersionId: secret.versions[0]?.id };
    },
    PutSecretValue: async (input) => {
      const { SecretId, SecretString, ClientRequestToken } = parseInput(putSchema, input);
      const secret = find(SecretId);
      const version = { id: ClientRequestToken ?? randomUUID(), value: SecretString };
      if (!secret.versions.some(({ id }) => id === version.id)) secret.versions.unshift(version);
      secret.versions.length = Math.min(secret.versions.length, STAGES.length);
      secret.changedAt = Date.now();
      save();
      return { ARN: secret.arn, Name: secret.name, VersionId: version.id, VersionStages: ['AWSCURRENT'] };
    },
    GetSecretValue: async (input) => {
      const { SecretId, VersionId, VersionStage = 'AWSCURRENT' } = parseInput(getSchema, input);
      const secret = find(SecretId);
      const index = VersionId ? secret.versions.findIndex(({ id }) => id === VersionId) : STAGES.indexOf(VersionStage);
      const version = secret.versions[index];
      if (!version) {
        throw new AwsError(
          'ResourceNotFoundException',
          `Secrets Manager can't find the specified secret value for ${VersionId ? `VersionId: ${VersionId}` : `staging label: ${VersionStage}`}`,
        );
      }
      return {
        ARN: secret.arn,
        Name: secret.name,
        VersionId: version.id,
        SecretString: version.value,
        VersionStages: [STAGES[index]],
        CreatedDate: epochSeconds(secret.createdAt),
      };
    },
    DescribeSecret: async (input) => {
      const secret = find(parseInput(describeSchema, input).SecretId);
      const stages = secret.versions.map(({ id }, index) => [id, [STAGES[index]]]);
      return {
        ARN: secret.arn,
        Name: secret.name,
        Description: secret.description,
        CreatedDate: epochSeconds(secret.createdAt),
        LastChangedDate: epochSeconds(secret.changedAt),
        VersionIdsToStages: Object.fromEntries(stages),
      };
    },
  };

  return {
    service: { name: 'Secrets Manager', target: 'secretsmanager', version: '1.1', operations },
    ensure: (name, initialValue) => (secrets.find((secret) => secret.name === name) ?? create(name, initialValue)).arn,
  };
}
