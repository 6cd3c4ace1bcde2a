import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { clientConfig, once } from '../client-config.ts';

/** DynamoDB answers in single milliseconds; a request without an answer after 3 s is better sent again. */
export const dynamoClient = once(() =>
  DynamoDBDocumentClient.from(new DynamoDBClient(clientConfig(3_000, 4)), {
    marshallOptions: { removeUndefinedValues: true },
  }),
);
