import { SQSClient } from '@aws-sdk/client-sqs';
import { clientConfig, once } from '../client-config.ts';

/** The endpoint comes from the environment and not from the queue's URL, which knows no dual-stack address. */
export const sqsClient = once(() => new SQSClient({ ...clientConfig(5_000), useQueueUrlAsEndpoint: false }));
