import * as z from 'zod';

const scalar = z.union([z.string(), z.number(), z.boolean()]);

const proxyResultSchema = z.object({
  statusCode: z.coerce.number().int().min(100).max(599),
  headers: z.record(z.string(), scalar).default({}),
  cookies: z.array(z.string()).default([]),
  body: z.string().default(''),
  isBase64Encoded: z.boolean().default(false),
});

export interface HttpResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | readonly string[]>>;
  readonly body: Buffer;
}

/**
 * What an HTTP API makes of a function's result (JSON): without a `statusCode` the whole result is the body.
 * Throws ZodError for what AWS answers with status 500.
 */
export function httpResponse(result: string): HttpResponse {
  const value: unknown = JSON.parse(result);
  if (typeof value !== 'object' || value === null || !('statusCode' in value)) {
    return { status: 200, headers: { 'content-type': 'application/json' }, body: Buffer.from(result) };
  }
  const { statusCode, headers, cookies, body, isBase64Encoded } = proxyResultSchema.parse(value);
  const named = Object.entries(headers).map(
    ([name, header]) => [name.toLowerCase(), String(header)] as const,
  );
  return {
    status: statusCode,
    headers: {
      'content-type': 'text/plain; charset=utf-8',
      ...Object.fromEntries(named),
      ...(cookies.length > 0 && { 'set-cookie': cookies }),
    },
    body: Buffer.from(body, isBase64Encoded ? 'base64' : 'utf8'),
  };
}

/** What HTTP APIs answer by themselves. */
export function gatewayError(status: number, message: string): HttpResponse {
  return {
    status,
    headers: { 'content-type': 'application/json' },
    body: Buffer.from(JSON.stringify({ message })),
  };
}
