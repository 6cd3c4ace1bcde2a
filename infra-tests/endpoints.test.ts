/** Where functions inside the network find AWS when it is reached over IPv6: docs/adr/0014. */
import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { SendMessageCommand } from '@aws-sdk/client-sqs';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { dynamoClient } from '../functions/adapters/dynamodb/client.ts';
import { elastiCacheClient } from '../functions/adapters/elasticache/client.ts';
import { s3Client } from '../functions/adapters/s3/client.ts';
import { sqsClient } from '../functions/adapters/sqs/client.ts';
import { sfnClient } from '../functions/adapters/stepfunctions/client.ts';
import { translateClient } from '../functions/adapters/translate/client.ts';

/** As Lambda gives it to the functions in the network. */
beforeAll(() => {
  vi.stubEnv('AWS_USE_DUALSTACK_ENDPOINT', 'true');
  vi.stubEnv('AWS_REGION', 'us-east-1');
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'nobody');
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'nothing');
});
afterAll(() => void vi.unstubAllEnvs());

type Client = {
  config: {
    region(): Promise<string>;
    useDualstackEndpoint(): Promise<boolean>;
    endpointProvider(parameters: { Region: string; UseDualStack: boolean; UseFIPS: boolean }): { url: URL };
  };
};

async function hostOf({ config }: Client): Promise<string> {
  const parameters = {
    Region: await config.region(),
    UseDualStack: await config.useDualstackEndpoint(),
    UseFIPS: false,
  };
  return config.endpointProvider(parameters).url.hostname;
}

describe('Over IPv6', () => {
  const clients: [string, () => Client, string][] = [
    ['DynamoDB', dynamoClient, 'dynamodb.us-east-1.api.aws'],
    ['ElastiCache', elastiCacheClient, 'elasticache.us-east-1.api.aws'],
    ['S3', s3Client, 's3.dualstack.us-east-1.amazonaws.com'],
    // Its usual address is reached over both protocols.
    ['Secrets Manager', () => new SecretsManagerClient(), 'secretsmanager.us-east-1.amazonaws.com'],
    ['SQS', sqsClient, 'sqs.us-east-1.api.aws'],
    ['Step Functions', sfnClient, 'states.us-east-1.api.aws'],
    ['Translate', translateClient, 'translate.us-east-1.api.aws'],
  ];

  it.each(clients)('%s is found at an address that has both protocols', async (_service, client, host) => {
    expect(await hostOf(client())).toBe(host);
  });

  it('messages go to that address of SQS, too, although the URL of their queue names another', async () => {
    const client = sqsClient();
    const hosts: unknown[] = [];
    client.middlewareStack.add(
      () =>
        async ({ request }) => {
          if (typeof request === 'object' && request && 'hostname' in request) hosts.push(request.hostname);
          throw new Error('not sent');
        },
      { step: 'finalizeRequest', priority: 'low' },
    );
    const QueueUrl = 'https://sqs.us-east-1.amazonaws.com/000000000000/ingest';
    await expect(client.send(new SendMessageCommand({ QueueUrl, MessageBody: '{}' }))).rejects.toThrow('not sent');
    expect(new Set(hosts)).toEqual(new Set(['sqs.us-east-1.api.aws']));
  });
});
