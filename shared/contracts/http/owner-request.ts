import * as z from 'zod';
import { ownerVerdictSchema } from './owner-verdict.ts';

/**
 * API Gateway's request to a Lambda authorizer, payload format 2.0, as far as it is read.
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-lambda-authorizer.html
 */
export const ownerRequestSchema = z.object({
  version: z.literal('2.0'),
  type: z.literal('REQUEST'),
  /** Names in lower case. API Gateway itself speaks https only; the local run does not. */
  headers: z
    .object({
      authorization: z.string().optional(),
      'x-csrf-token': z.string().optional(),
      'x-forwarded-proto': z.enum(['http', 'https']).catch('https'),
    })
    .default({ 'x-forwarded-proto': 'https' }),
  /** Each `name=value`. */
  cookies: z.array(z.string()).default([]),
  requestContext: z.object({ http: z.object({ method: z.string() }) }),
});
export type OwnerRequest = z.output<typeof ownerRequestSchema>;

/** The simple response: always authorized, because only the functions can tell the client why it is refused. */
export const ownerResponseSchema = z.strictObject({
  isAuthorized: z.literal(true),
  context: ownerVerdictSchema,
});
export type OwnerResponse = z.output<typeof ownerResponseSchema>;
