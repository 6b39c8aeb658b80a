import type { S3Client } from '@aws-sdk/client-s3';

export interface RecordedRequest {
  /** Such as `GetObjectCommand`. */
  readonly command: string;
  readonly input: Readonly<Record<string, unknown>>;
}

/** Fills as the client sends requests. */
export function recordRequests(client: S3Client): readonly RecordedRequest[] {
  const requests: RecordedRequest[] = [];
  client.middlewareStack.add(
    (next, { commandName }) =>
      (args) => {
        requests.push({ command: String(commandName), input: { ...args.input } });
        return next(args);
      },
    { step: 'initialize' },
  );
  return requests;
}
