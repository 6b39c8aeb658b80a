import type { IncomingMessage } from 'node:http';
import { bucketArn } from '../template/account.ts';
import type { Permission } from './access.ts';

/** What a request asks of S3. Bucket and key are in the path, decoded; either may be empty. */
export interface S3Request {
  readonly method: string;
  readonly bucket: string;
  readonly key: string;
  readonly query: URLSearchParams;
  /** `bucket/key` of the object to copy, decoded; null when nothing is copied. */
  readonly copySource: string | null;
}

/** Throws URIError when the path is not URL-encoded. */
export function parseS3Request(request: Pick<IncomingMessage, 'method' | 'url' | 'headers'>): S3Request {
  const { pathname, searchParams } = new URL(`http://local${request.url ?? '/'}`);
  const [, bucket = '', key = ''] = /^\/([^/]*)\/?(.*)$/s.exec(pathname) ?? [];
  const source = request.headers['x-amz-copy-source'];
  return {
    method: request.method ?? 'GET',
    bucket: decodeURIComponent(bucket),
    key: decodeURIComponent(key),
    query: searchParams,
    copySource: typeof source === 'string' ? decodeURIComponent(source).replace(/^\//, '') : null,
  };
}

/** Null for a request that the local run has no permission for, which no role may make. */
export function s3Permissions(request: S3Request): readonly Permission[] | null {
  const { bucket, key, copySource } = request;
  if (bucket === '') return [{ action: 's3:ListAllMyBuckets', resource: '*' }];
  if (key === '') return bucketPermissions(request);
  const action = objectAction(request);
  if (action === null) return null;
  const needed = [{ action, resource: `${bucketArn(bucket)}/${key}` }];
  return copySource === null
    ? needed
    : [...needed, { action: 's3:GetObject', resource: bucketArn(copySource) }];
}

/** What tells a missing object from a forbidden one: without it S3 answers 403 for both. */
export function listPermission({ bucket, key }: S3Request): Permission {
  return { action: 's3:ListBucket', resource: bucketArn(bucket), context: { 's3:prefix': key } };
}

function bucketPermissions({ method, bucket, query }: S3Request): readonly Permission[] | null {
  const resource = bucketArn(bucket);
  if (method === 'HEAD') return [{ action: 's3:ListBucket', resource }];
  if (method !== 'GET') return null;
  if (query.has('location')) return [{ action: 's3:GetBucketLocation', resource }];
  const subresources = [...query.keys()].filter((name) => !LIST_PARAMETERS.has(name.toLowerCase()));
  if (subresources.length > 0) return null;
  return [{ action: 's3:ListBucket', resource, context: { 's3:prefix': query.get('prefix') ?? '' } }];
}

const LIST_PARAMETERS: ReadonlySet<string> = new Set([
  'continuation-token',
  'delimiter',
  'encoding-type',
  'fetch-owner',
  'list-type',
  'marker',
  'max-keys',
  'prefix',
  'start-after',
  'x-id',
]);

function objectAction({ method, query }: S3Request): string | null {
  const multipart = query.has('uploadId');
  if (query.has('tagging') || query.has('acl')) return null;
  switch (method) {
    case 'GET':
    case 'HEAD':
      if (multipart) return 's3:ListMultipartUploadParts';
      return query.has('versionId') ? 's3:GetObjectVersion' : 's3:GetObject';
    case 'PUT':
      return 's3:PutObject';
    case 'POST':
      return multipart || query.has('uploads') ? 's3:PutObject' : null;
    case 'DELETE':
      return multipart ? 's3:AbortMultipartUpload' : 's3:DeleteObject';
    default:
      return null;
  }
}
