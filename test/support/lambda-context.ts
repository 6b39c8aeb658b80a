import type { Context } from 'aws-lambda';

/** The context of one invocation. */
export const LAMBDA_CONTEXT: Context = {
  awsRequestId: '11111111-2222-4333-8444-555555555555',
  callbackWaitsForEmptyEventLoop: false,
  functionName: 'license-usage-sync-under-test',
  functionVersion: '$LATEST',
  invokedFunctionArn: 'arn:aws:lambda:us-east-1:123456789012:function:license-usage-sync-under-test',
  logGroupName: '/aws/lambda/under-test',
  logStreamName: 'stream',
  memoryLimitInMB: '1024',
  getRemainingTimeInMillis: () => 30_000,
  done: () => {},
  fail: () => {},
  succeed: () => {},
};
