import * as z from 'zod';
import type { OwnerCheck } from '../../github-ports.ts';

/**
 * What authorize-owner found out, as API Gateway hands it on to the functions of the routes: the context of the
 * authorizer's answer, under `requestContext.authorizer.lambda`.
 */
export const ownerVerdictSchema = z.discriminatedUnion('verdict', [
  z.object({ verdict: z.literal('owner'), login: z.string().min(1) }),
  z.object({ verdict: z.literal('unauthenticated') }),
  z.object({ verdict: z.literal('forbidden') }),
  z.object({ verdict: z.literal('unavailable') }),
]) satisfies z.ZodType<OwnerCheck>;
export type OwnerVerdict = z.output<typeof ownerVerdictSchema>;

/** Any other authorizer, or none, has no verdict. */
export const authorizerSchema = z.object({ lambda: ownerVerdictSchema });
