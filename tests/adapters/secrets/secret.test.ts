import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, describe, expect, it } from 'vitest';
import { SecretsManagerSecret } from '../../../functions/adapters/secrets/secret.ts';

const secrets = mockClient(SecretsManagerClient);
beforeEach(() => void secrets.reset());
const newSecret = () => new SecretsManagerSecret('arn:secret', new SecretsManagerClient({ region: 'us-east-1' }));

describe('A secret', () => {
  it('is fetched once for all who read it', async () => {
    secrets.on(GetSecretValueCommand, { SecretId: 'arn:secret' }).resolves({ SecretString: 'value' });
    const secret = newSecret();
    expect(await Promise.all([secret.read(), secret.read()])).toEqual(['value', 'value']);
    expect(await secret.read()).toBe('value');
    expect(secrets.calls()).toHaveLength(1);
  });

  it('is fetched again after a failure', async () => {
    secrets.on(GetSecretValueCommand).rejectsOnce(new Error('throttled')).resolves({ SecretString: 'value' });
    const secret = newSecret();
    await expect(secret.read()).rejects.toThrow('throttled');
    expect(await secret.read()).toBe('value');
  });

  it('without text is an error that says what to do', async () => {
    secrets.on(GetSecretValueCommand).resolves({});
    await expect(newSecret().read()).rejects.toThrow(/PutSecretValue/);
  });
});
