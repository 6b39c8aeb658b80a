import * as z from 'zod';

/**
 * API Gateway's payload format 2.0, as far as it is read.
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html
 */
export const httpEventSchema = z.object({
  version: z.literal('2.0'),
  /** `GET /people/{id}` */
  routeKey: z.string(),
  /** With the stage or the mapping in front, when there is one. */
  rawPath: z.string().startsWith('/'),
  rawQueryString: z.string(),
  /** Names in lower case. API Gateway itself speaks https only; the local run does not. */
  headers: z.object({
    host: z.string(),
    'x-forwarded-proto': z.enum(['http', 'https']).catch('https'),
    'accept-encoding': z.string().optional(),
    'if-none-match': z.string().optional(),
    'x-csrf-token': z.string().optional(),
    'x-requested-with': z.string().optional(),
  }),
  /** Each `name=value`. */
  cookies: z.array(z.string()).default([]),
  /** Decoded. */
  pathParameters: z.record(z.string(), z.string()).default({}),
  /** Whatever the authorizer said is judged when the owner is asked for, so that what is malformed is denied. */
  requestContext: z.object({ requestId: z.string(), authorizer: z.unknown().optional() }),
  body: z.string().optional(),
  isBase64Encoded: z.boolean(),
});
export type HttpEvent = z.output<typeof httpEventSchema>;
