import * as z from 'zod';
import { arn } from '../template/account.ts';
import type { ProxyEvent } from './proxy-event.ts';

/** A simple response. */
const responseSchema = z.object({
  isAuthorized: z.boolean(),
  context: z.record(z.string(), z.unknown()).default({}),
});

/** What an authorizer tells the function behind it. */
export type AuthorizerContext = z.output<typeof responseSchema>['context'];

/**
 * What an authorizer is asked: the request without its body.
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-lambda-authorizer.html, format 2.0
 */
export function authorizerEvent({ body: _body, isBase64Encoded: _encoded, ...request }: ProxyEvent) {
  const { apiId, stage, http } = request.requestContext;
  return {
    ...request,
    type: 'REQUEST',
    routeArn: arn('execute-api', `${apiId}/${stage}/${http.method}${http.path}`),
    identitySource: [],
  };
}

/** Null when it refuses. Throws ZodError for a result (JSON) that AWS answers with status 500. */
export function authorizerContext(result: string): AuthorizerContext | null {
  const { isAuthorized, context } = responseSchema.parse(JSON.parse(result));
  return isAuthorized ? context : null;
}

export function withAuthorizer(event: ProxyEvent, context: AuthorizerContext) {
  return { ...event, requestContext: { ...event.requestContext, authorizer: { lambda: context } } };
}
