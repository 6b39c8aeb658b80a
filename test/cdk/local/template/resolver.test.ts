import { describe, expect, it } from 'vitest';
import { Resolver } from '../../../../cdk/local/template/resolver.ts';

const ENDPOINTS = {
  api: 'http://a',
  s3: 'http://s',
  dynamodb: 'http://d',
  sqs: 'http://q',
  lambda: 'http://l',
  secretsManager: 'http://m',
  eventBridge: 'http://e',
  sns: 'http://n',
};
const resource = (Type: string, Properties = {}) => ({ Type, Properties });

const resolver = new Resolver(
  {
    Resources: {
      Bucket: resource('AWS::S3::Bucket'),
      NamedBucket: resource('AWS::S3::Bucket', { BucketName: 'given' }),
      Queue: resource('AWS::SQS::Queue'),
      Table: resource('AWS::DynamoDB::GlobalTable'),
      Function: resource('AWS::Lambda::Function'),
      Role: resource('AWS::IAM::Role'),
      Api: resource('AWS::ApiGatewayV2::Api'),
      Alarm: resource('AWS::CloudWatch::Alarm'),
      ComputedName: resource('AWS::S3::Bucket', { BucketName: { Ref: 'AWS::Region' } }),
    },
  },
  ENDPOINTS,
);

describe('the resolver', () => {
  it.each([
    { value: 'text', becomes: 'text' },
    { value: { a: [1, true, null] }, becomes: { a: [1, true, null] } },
    { value: { Ref: 'AWS::Region' }, becomes: 'us-east-1' },
    { value: { Ref: 'AWS::AccountId' }, becomes: '000000000000' },
    { value: { Ref: 'AWS::Partition' }, becomes: 'aws' },
    { value: { Ref: 'Bucket' }, becomes: 'bucket' },
    { value: { Ref: 'NamedBucket' }, becomes: 'given' },
    { value: { Ref: 'Queue' }, becomes: 'http://q/000000000000/Queue' },
    { value: { Ref: 'Table' }, becomes: 'Table' },
    { value: { 'Fn::GetAtt': ['Bucket', 'Arn'] }, becomes: 'arn:aws:s3:::bucket' },
    { value: { 'Fn::GetAtt': 'Queue.Arn' }, becomes: 'arn:aws:sqs:us-east-1:000000000000:Queue' },
    {
      value: { 'Fn::GetAtt': ['Table', 'Arn'] },
      becomes: 'arn:aws:dynamodb:us-east-1:000000000000:table/Table',
    },
    {
      value: { 'Fn::GetAtt': ['Function', 'Arn'] },
      becomes: 'arn:aws:lambda:us-east-1:000000000000:function:Function',
    },
    { value: { 'Fn::GetAtt': ['Role', 'Arn'] }, becomes: 'arn:aws:iam::000000000000:role/Role' },
    { value: { 'Fn::GetAtt': ['Api', 'ApiEndpoint'] }, becomes: 'http://a' },
    { value: { 'Fn::Join': ['/', ['a', { Ref: 'Bucket' }, 1]] }, becomes: 'a/bucket/1' },
    { value: { 'Fn::Select': ['1', { 'Fn::Split': ['-', { Ref: 'AWS::Region' }] }] }, becomes: 'east' },
    {
      value: { 'Fn::Sub': `\${Bucket.Arn}/\${AWS::Region}/\${!aws:username}` },
      becomes: `arn:aws:s3:::bucket/us-east-1/\${aws:username}`,
    },
    { value: { 'Fn::Sub': [`\${x}!`, { x: { Ref: 'Bucket' } }] }, becomes: 'bucket!' },
    { value: { a: { Ref: 'AWS::NoValue' }, b: [{ Ref: 'AWS::NoValue' }, 1] }, becomes: { b: [1] } },
    { value: { Ref: 'AWS::NoValue' }, becomes: undefined },
  ])('makes $becomes of $value', ({ value, becomes }) => {
    expect(resolver.resolve(value)).toEqual(becomes);
  });

  it.each([
    { value: { Ref: 'Nothing' }, message: 'Nothing is no resource of the template' },
    { value: { Ref: 'Alarm' }, message: 'the local run has no name for Alarm (AWS::CloudWatch::Alarm)' },
    {
      value: { 'Fn::GetAtt': ['Bucket', 'WebsiteURL'] },
      message: 'the local run has no attribute WebsiteURL for Bucket',
    },
    { value: { 'Fn::If': ['C', 1, 2] }, message: 'the local run does not know the function Fn::If' },
    { value: { 'Fn::Join': ['', [{ a: 1 }]] }, message: 'Fn::Join: expected text, found {"a":1}' },
    { value: { 'Fn::Join': ['', 'x'] }, message: 'Fn::Join: expected a list, found "x"' },
    { value: { 'Fn::Select': [3, ['a']] }, message: 'Fn::Select: there is no item 3' },
    {
      value: { Ref: 'ComputedName' },
      message: 'ComputedName: BucketName is computed; the local run needs a literal name or none',
    },
  ])('refuses $value', ({ value, message }) => {
    expect(() => resolver.resolve(value)).toThrow(message);
  });
});
