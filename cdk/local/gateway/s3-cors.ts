import type { IncomingHttpHeaders, ServerResponse } from 'node:http';
import type { BucketDefinition, CorsRule } from '../template/buckets.ts';

type Headers = Readonly<Record<string, string>>;

interface CrossOriginRequest {
  /** Of the request itself, or of the one that a preflight asks about. */
  readonly method: string;
  readonly headers: IncomingHttpHeaders;
}

const VARY = 'Origin, Access-Control-Request-Headers, Access-Control-Request-Method';

/**
 * What S3 tells a browser about requests from pages of other origins.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/cors.html
 */
export class BucketCors {
  readonly #rules: ReadonlyMap<string, readonly CorsRule[]>;

  constructor(buckets: readonly BucketDefinition[]) {
    this.#rules = new Map(buckets.map(({ name, corsRules }) => [name, corsRules]));
  }

  /** Headers for the answer to a request; none when no rule is for it. */
  headersFor(bucket: string, request: CrossOriginRequest): Headers {
    const { origin = '' } = request.headers;
    const rule = this.#matching(bucket, request);
    if (rule === null) return {};
    return { 'access-control-allow-origin': origin, 'access-control-allow-credentials': 'true', vary: VARY };
  }

  /** Answers what a browser asks before it sends such a request: nobody has signed that, and anybody may ask. */
  answerPreflight(bucket: string, headers: IncomingHttpHeaders, response: ServerResponse): void {
    const method = headers['access-control-request-method'] ?? '';
    const rule = this.#matching(bucket, { method, headers });
    if (rule === null) {
      response.writeHead(403, { 'content-type': 'application/xml' });
      response.end('<Error><Code>AccessForbidden</Code><Message>CORSResponse</Message></Error>');
      return;
    }
    response.writeHead(200, {
      ...this.headersFor(bucket, { method, headers }),
      'access-control-allow-methods': rule.methods.join(', '),
      ...(rule.headers.length > 0 && { 'access-control-allow-headers': rule.headers.join(', ') }),
      ...(rule.maxAgeSeconds !== null && { 'access-control-max-age': String(rule.maxAgeSeconds) }),
    });
    response.end();
  }

  #matching(bucket: string, { method, headers }: CrossOriginRequest): CorsRule | null {
    const { origin = '', 'access-control-request-headers': asked = '' } = headers;
    const names = asked
      .toLowerCase()
      .split(',')
      .map((name) => name.trim())
      .filter((name) => name !== '');
    const isMatch = (rule: CorsRule) =>
      rule.origins.includes(origin) &&
      rule.methods.includes(method) &&
      names.every((name) => rule.headers.includes(name));
    return this.#rules.get(bucket)?.find(isMatch) ?? null;
  }
}
