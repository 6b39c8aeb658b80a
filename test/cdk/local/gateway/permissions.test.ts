import { describe, expect, it } from 'vitest';
import { accessKeyIdOf } from '../../../../cdk/local/gateway/caller.ts';
import { dynamoDbPermissions } from '../../../../cdk/local/gateway/dynamodb-permissions.ts';
import { parseS3Request, s3Permissions } from '../../../../cdk/local/gateway/s3-request.ts';
import { sqsPermissions } from '../../../../cdk/local/gateway/sqs-permissions.ts';

describe('the permissions of an S3 request', () => {
  const object = 'arn:aws:s3:::b/k';
  it.each([
    { request: 'GET /', action: 's3:ListAllMyBuckets', resource: '*' },
    { request: 'GET /b?list-type=2&prefix=u', action: 's3:ListBucket', resource: 'arn:aws:s3:::b' },
    { request: 'HEAD /b', action: 's3:ListBucket', resource: 'arn:aws:s3:::b' },
    { request: 'GET /b?location', action: 's3:GetBucketLocation', resource: 'arn:aws:s3:::b' },
    { request: 'GET /b/k', action: 's3:GetObject', resource: object },
    { request: 'HEAD /b/k', action: 's3:GetObject', resource: object },
    { request: 'GET /b/k?versionId=1', action: 's3:GetObjectVersion', resource: object },
    { request: 'GET /b/a%20b/c%2Bd', action: 's3:GetObject', resource: 'arn:aws:s3:::b/a b/c+d' },
    { request: 'PUT /b/k', action: 's3:PutObject', resource: object },
    { request: 'POST /b/k?uploads', action: 's3:PutObject', resource: object },
    { request: 'PUT /b/k?uploadId=1&partNumber=1', action: 's3:PutObject', resource: object },
    { request: 'POST /b/k?uploadId=1', action: 's3:PutObject', resource: object },
    { request: 'DELETE /b/k?uploadId=1', action: 's3:AbortMultipartUpload', resource: object },
    { request: 'GET /b/k?uploadId=1', action: 's3:ListMultipartUploadParts', resource: object },
    { request: 'DELETE /b/k', action: 's3:DeleteObject', resource: object },
  ])('$request needs $action', ({ request, action, resource }) => {
    expect(permissionsOf(request)).toEqual([expect.objectContaining({ action, resource })]);
  });

  it('includes reading the source of a copy', () => {
    expect(permissionsOf('PUT /b/k', { 'x-amz-copy-source': '/other/a%20b' })).toEqual([
      { action: 's3:PutObject', resource: object },
      { action: 's3:GetObject', resource: 'arn:aws:s3:::other/a b' },
    ]);
  });

  it('tells policies with a condition which prefix is listed', () => {
    expect(permissionsOf('GET /b?list-type=2&prefix=uploads/')).toMatchObject([
      { context: { 's3:prefix': 'uploads/' } },
    ]);
  });

  it.each(['PUT /b', 'DELETE /b', 'POST /b?delete', 'GET /b?policy', 'PUT /b/k?acl', 'PATCH /b/k'])(
    'is not to be had for %s',
    (request) => expect(permissionsOf(request)).toBeNull(),
  );

  function permissionsOf(request: string, headers = {}) {
    const [method = '', url = ''] = request.split(' ');
    return s3Permissions(parseS3Request({ method, url, headers }));
  }
});

describe('the permissions of a DynamoDB request', () => {
  const table = 'arn:aws:dynamodb:us-east-1:000000000000:table';
  it.each([
    { operation: 'GetItem', body: { TableName: 'T' }, resources: [`${table}/T`] },
    { operation: 'Query', body: { TableName: 'T', IndexName: 'I' }, resources: [`${table}/T/index/I`] },
    { operation: 'PutItem', body: { TableName: `${table}/T` }, resources: [`${table}/T`] },
    {
      operation: 'BatchWriteItem',
      body: { RequestItems: { T: [], U: [] } },
      resources: [`${table}/T`, `${table}/U`],
    },
    { operation: 'ListTables', body: {}, resources: ['*'] },
    { operation: 'GetItem', body: null, resources: ['*'] },
  ])('$operation of $body', ({ operation, body, resources }) => {
    expect(dynamoDbPermissions(`DynamoDB_20120810.${operation}`, body)).toEqual(
      resources.map((resource) => ({ action: `dynamodb:${operation}`, resource })),
    );
  });
});

describe('the permissions of an SQS request', () => {
  const resource = 'arn:aws:sqs:us-east-1:000000000000:Q';
  const QueueUrl = 'http://127.0.0.1:1/000000000000/Q';
  it.each([
    { operation: 'SendMessage', body: { QueueUrl }, permission: { action: 'sqs:SendMessage', resource } },
    {
      operation: 'DeleteMessageBatch',
      body: { QueueUrl },
      permission: { action: 'sqs:DeleteMessage', resource },
    },
    {
      operation: 'GetQueueUrl',
      body: { QueueName: 'Q' },
      permission: { action: 'sqs:GetQueueUrl', resource },
    },
    { operation: 'ListQueues', body: {}, permission: { action: 'sqs:ListQueues', resource: '*' } },
  ])('$operation', ({ operation, body, permission }) => {
    expect(sqsPermissions(`AmazonSQS.${operation}`, body)).toEqual([permission]);
  });
});

describe('the caller of a request', () => {
  const authorization =
    'AWS4-HMAC-SHA256 Credential=KEY/20260101/us-east-1/s3/aws4_request, SignedHeaders=host';
  it.each([
    { where: 'the Authorization header', url: '/', headers: { authorization }, key: 'KEY' },
    {
      where: 'a signed URL',
      url: '/b/k?X-Amz-Credential=KEY%2F20260101%2Fus-east-1%2Fs3',
      headers: {},
      key: 'KEY',
    },
    { where: 'nowhere', url: '/b/k', headers: {}, key: null },
  ])('is named in $where', ({ url, headers, key }) => {
    expect(accessKeyIdOf({ url, headers })).toBe(key);
  });
});
