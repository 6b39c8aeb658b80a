import { REGION } from '../template/account.ts';

/** An answer of DynamoDB or SQS that reports an error. */
export class AwsJsonError extends Error {
  override readonly name = 'AwsJsonError';
  /** Such as `ResourceNotFoundException`. */
  readonly type: string;

  constructor(type: string, message: string) {
    super(`${type}: ${message}`);
    this.type = type;
  }
}

export interface AwsJsonCall {
  readonly endpoint: string;
  /** Such as `DynamoDB_20120810.CreateTable`. */
  readonly target: string;
  readonly body: unknown;
  /** In whose name: the gateway tells callers apart by it. */
  readonly accessKeyId: string;
  readonly signal?: AbortSignal;
}

/**
 * Calls DynamoDB or SQS by their JSON protocol. The request is not signed, because nothing local checks signatures.
 * Throws AwsJsonError.
 */
export async function callAwsJson(call: AwsJsonCall): Promise<Record<string, unknown>> {
  const response = await fetch(call.endpoint, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-amz-json-1.0',
      'x-amz-target': call.target,
      'x-amz-date': '20000101T000000Z',
      authorization:
        `AWS4-HMAC-SHA256 Credential=${call.accessKeyId}/20000101/${REGION}/local/aws4_request, ` +
        'SignedHeaders=host, Signature=none',
    },
    body: JSON.stringify(call.body),
    ...(call.signal && { signal: call.signal }),
  });
  const answer = Object(await response.json());
  if (response.ok) return answer;
  const type = String(answer.__type ?? response.status);
  throw new AwsJsonError(type.slice(type.indexOf('#') + 1), String(answer.message ?? answer.Message ?? ''));
}
