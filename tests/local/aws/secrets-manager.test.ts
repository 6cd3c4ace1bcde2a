import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import {
  CreateSecretCommand,
  DeleteSecretCommand,
  DescribeSecretCommand,
  GetSecretValueCommand,
  PutSecretValueCommand,
  SecretsManagerClient,
} from '@aws-sdk/client-secrets-manager';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTestServices, type TestServices } from './services.ts';

let services: TestServices;
let secrets: SecretsManagerClient;

beforeAll(async () => {
  services = await startTestServices();
  secrets = new SecretsManagerClient(services.client);
}, 60_000);
afterAll(() => services.end());

it('a secret that exists keeps its value when it is created again by the template', async () => {
  const arn = await services.aws.createSecret('app/key', 'first');
  expect(arn).toMatch(/^arn:aws:secretsmanager:us-east-1:000000000000:secret:app\/key-[0-9a-f]{6}$/);
  expect(await services.aws.createSecret('app/key', 'second')).toBe(arn);
  expect(await secrets.send(new GetSecretValueCommand({ SecretId: arn }))).toMatchObject({
    SecretString: 'first',
    Name: 'app/key',
  });
  await expect(secrets.send(new CreateSecretCommand({ Name: 'app/key', SecretString: 'x' }))).rejects.toMatchObject({
    name: 'ResourceExistsException',
  });
});

it('a new value replaces the current one, which stays the previous one', async () => {
  await secrets.send(new CreateSecretCommand({ Name: 'rotated', SecretString: 'old', Description: 'for tests' }));
  const { VersionId } = await secrets.send(new PutSecretValueCommand({ SecretId: 'rotated', SecretString: 'new' }));
  expect(await secrets.send(new GetSecretValueCommand({ SecretId: 'rotated' }))).toMatchObject({
    SecretString: 'new',
    VersionId,
  });
  expect(
    await secrets.send(new GetSecretValueCommand({ SecretId: 'rotated', VersionStage: 'AWSPREVIOUS' })),
  ).toMatchObject({ SecretString: 'old' });
  const described = await secrets.send(new DescribeSecretCommand({ SecretId: 'rotated' }));
  expect(described).toMatchObject({
    Name: 'rotated',
    Description: 'for tests',
    VersionIdsToStages: { [VersionId ?? '']: ['AWSCURRENT'] },
  });
});

it('a secret that does not exist is not found', async () => {
  await expect(secrets.send(new GetSecretValueCommand({ SecretId: 'none' }))).rejects.toMatchObject({
    name: 'ResourceNotFoundException',
  });
});

it('only the owner of the file can read secrets', async () => {
  await services.aws.createSecret('any', 'x');
  expect((await stat(join(services.dataDir, 'secrets', 'secrets.json'))).mode & 0o777).toBe(0o600);
});

it('an operation that is not offered is refused by name', async () => {
  await expect(secrets.send(new DeleteSecretCommand({ SecretId: 'any' }))).rejects.toMatchObject({
    message: 'The local cloud does not offer Secrets Manager DeleteSecret',
  });
});
