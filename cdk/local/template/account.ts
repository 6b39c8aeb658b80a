/** The account that the local run pretends to be in. All services on this machine agree on it. */
export const ACCOUNT_ID = '000000000000';
export const REGION = 'us-east-1';
export const PARTITION = 'aws';
export const URL_SUFFIX = 'amazonaws.com';

export function arn(service: string, resource: string): string {
  return `arn:${PARTITION}:${service}:${REGION}:${ACCOUNT_ID}:${resource}`;
}

/** Buckets and roles have no region in their ARN, buckets no account either. */
export function bucketArn(bucket: string): string {
  return `arn:${PARTITION}:s3:::${bucket}`;
}

export function roleArn(role: string): string {
  return `arn:${PARTITION}:iam::${ACCOUNT_ID}:role/${role}`;
}

/** Secrets Manager puts six characters behind the name, so that a new secret of an old name has another ARN. */
export function secretArn(name: string): string {
  return arn('secretsmanager', `secret:${name}-000000`);
}
