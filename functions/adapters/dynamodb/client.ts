import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { clientConfig, once } from '../client-config.ts';

/** DynamoDB answers in single milliseconds; a request without an answer after 3 s is better sent again. */
export const dynamoClient = once(() => documentClient(3_000));

/**
 * For much at once with nobody waiting, as after a deployment. A laptop that starts everything at that moment takes seconds for
 * a batch, and the same batch sent again would make it take longer.
 */
export const bulkDynamoClient = once(() => documentClient(20_000));

const documentClient = (answerWithinMs: number) =>
  DynamoDBDocumentClient.from(new DynamoDBClient(clientConfig(answerWithinMs, 4)), {
    marshallOptions: { removeUndefinedValues: true },
  });
