import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { EventBridgeClient } from '@aws-sdk/client-eventbridge';
import { LambdaClient } from '@aws-sdk/client-lambda';
import { S3Client } from '@aws-sdk/client-s3';
import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { SNSClient } from '@aws-sdk/client-sns';
import { SQSClient } from '@aws-sdk/client-sqs';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';

// The SDK keeps connections alive and finds region, credentials and endpoints in the environment by itself.

/** Connecting takes milliseconds inside a region: longer means that nobody answers there. */
const CONNECTION_TIMEOUT_MS = 2_000;

/**
 * DynamoDB answers in milliseconds, the others in tens of them; a request without an answer is sent again. Below
 * the part of a merge lease that is left unused for requests under way.
 */
const REQUEST_TIMEOUT_MS = 5_000;

/** Until S3 begins to answer; a part of a stored report is a few megabytes. */
const S3_REQUEST_TIMEOUT_MS = 30_000;

/** The first attempt included. Waits double from 25 or 50 ms; longer outages are left to the queue. */
const MAX_ATTEMPTS = 5;

/** A client of DynamoDB that takes and gives plain values. Fields that are undefined are left out. */
export function dynamoDbClient(): DynamoDBDocumentClient {
  return documentClientOf(new DynamoDBClient(clientConfig(REQUEST_TIMEOUT_MS)));
}

/** For clients that are made elsewhere, so that all of them treat values in the same way. */
export function documentClientOf(client: DynamoDBClient): DynamoDBDocumentClient {
  // It copies every request and reply for a logger, even where there is none: a tenth of the time of a batch.
  client.middlewareStack.remove('loggerMiddleware');
  return DynamoDBDocumentClient.from(client, { marshallOptions: { removeUndefinedValues: true } });
}

export function s3Client(): S3Client {
  return new S3Client(clientConfig(S3_REQUEST_TIMEOUT_MS));
}

/**
 * For presigned uploads. By default the SDK signs the checksum of the body it is given; here it is given none, so
 * S3 would refuse every upload that is not empty.
 */
export function presigningS3Client(): S3Client {
  return new S3Client({
    ...clientConfig(S3_REQUEST_TIMEOUT_MS),
    requestChecksumCalculation: 'WHEN_REQUIRED',
  });
}

export function sqsClient(): SQSClient {
  return new SQSClient(clientConfig(REQUEST_TIMEOUT_MS));
}

/** For invocations that are not waited for: Lambda answers as soon as it has queued them. */
export function lambdaClient(): LambdaClient {
  return new LambdaClient(clientConfig(REQUEST_TIMEOUT_MS));
}

export function secretsManagerClient(): SecretsManagerClient {
  return new SecretsManagerClient(clientConfig(REQUEST_TIMEOUT_MS));
}

export function eventBridgeClient(): EventBridgeClient {
  return new EventBridgeClient(clientConfig(REQUEST_TIMEOUT_MS));
}

export function snsClient(): SNSClient {
  return new SNSClient(clientConfig(REQUEST_TIMEOUT_MS));
}

function clientConfig(requestTimeout: number) {
  return {
    maxAttempts: MAX_ATTEMPTS,
    requestHandler: {
      connectionTimeout: CONNECTION_TIMEOUT_MS,
      requestTimeout,
      throwOnRequestTimeout: true,
    },
  };
}
