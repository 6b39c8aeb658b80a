import * as z from 'zod';
import { arnSchema, numeric, readResources, withoutLocalEffect } from './properties.ts';
import type { Resolver } from './resolver.ts';
import type { Template } from './template.ts';

/** The longest that an HTTP API waits for an integration, and its default. */
const MAX_INTEGRATION_TIMEOUT_MS = 30_000;

const apiProperties = z.strictObject({
  Name: z.string(),
  ProtocolType: z.literal('HTTP'),
  Description: withoutLocalEffect,
  Tags: withoutLocalEffect,
});

const stageProperties = z.strictObject({
  ApiId: z.string(),
  /** Any other stage would put its name in front of every path. */
  StageName: z.literal('$default'),
  AutoDeploy: z.literal(true),
  AccessLogSettings: withoutLocalEffect,
  DefaultRouteSettings: withoutLocalEffect,
  Description: withoutLocalEffect,
  Tags: withoutLocalEffect,
});

const integrationProperties = z.strictObject({
  ApiId: z.string(),
  IntegrationType: z.literal('AWS_PROXY'),
  IntegrationUri: arnSchema,
  PayloadFormatVersion: z.literal('2.0'),
  TimeoutInMillis: numeric.default(MAX_INTEGRATION_TIMEOUT_MS),
});

/** A Lambda authorizer that is asked at every request, whatever the request carries, and answers yes or no. */
const authorizerProperties = z.strictObject({
  ApiId: z.string(),
  Name: z.string(),
  AuthorizerType: z.literal('REQUEST'),
  AuthorizerUri: arnSchema,
  AuthorizerPayloadFormatVersion: z.literal('2.0'),
  AuthorizerResultTtlInSeconds: numeric.pipe(z.literal(0)),
  EnableSimpleResponses: z.literal(true),
  IdentitySource: z.array(z.string()).max(0).default([]),
});

const routeProperties = z
  .strictObject({
    ApiId: z.string(),
    RouteKey: z.string(),
    Target: z.string().startsWith('integrations/'),
    AuthorizationType: z.enum(['NONE', 'CUSTOM']).default('NONE'),
    AuthorizerId: z.string().optional(),
  })
  .refine(
    ({ AuthorizationType, AuthorizerId }) =>
      (AuthorizationType === 'CUSTOM') === (AuthorizerId !== undefined),
    { path: ['AuthorizerId'], error: 'goes with the AuthorizationType CUSTOM, and only with it' },
  );

export interface RouteDefinition {
  /** `METHOD /path/{parameter}`, or `$default`. */
  readonly routeKey: string;
  readonly functionName: string;
  readonly timeoutMs: number;
  /** Function that is asked first. Null when anybody may call. */
  readonly authorizerName: string | null;
}

export interface HttpApiDefinition {
  readonly id: string;
  readonly routes: readonly RouteDefinition[];
}

/** The URI is the ARN of the function, or a path of API Gateway that holds it. */
function functionNameOf(uri: string): string {
  return /:function:([\w-]+)/.exec(uri)?.[1] ?? uri;
}

/** Null when the template has no HTTP API. Throws when it has several, or one without a stage. */
export function readHttpApi(template: Template, resolver: Resolver): HttpApiDefinition | null {
  const [api, ...others] = readResources(template, resolver, apiProperties, 'AWS::ApiGatewayV2::Api');
  if (others.length > 0) throw new Error('The local run serves one HTTP API; the template has several');
  if (api === undefined) return null;
  const [id] = api;
  const stages = readResources(template, resolver, stageProperties, 'AWS::ApiGatewayV2::Stage');
  if (stages.length === 0) throw new Error(`${id} has no stage, so AWS would answer no request`);
  return { id, routes: readRoutes(template, resolver) };
}

function readRoutes(template: Template, resolver: Resolver): RouteDefinition[] {
  const integrations = new Map(
    readResources(template, resolver, integrationProperties, 'AWS::ApiGatewayV2::Integration'),
  );
  const authorizers = new Map(
    readResources(template, resolver, authorizerProperties, 'AWS::ApiGatewayV2::Authorizer'),
  );
  const routes = readResources(template, resolver, routeProperties, 'AWS::ApiGatewayV2::Route');
  return routes.map(([logicalId, { RouteKey, Target, AuthorizerId }]) => {
    const integration = integrations.get(Target.slice('integrations/'.length));
    if (integration === undefined) throw new Error(`${logicalId} leads to no integration of the template`);
    const authorizer = AuthorizerId === undefined ? null : authorizers.get(AuthorizerId);
    if (authorizer === undefined) throw new Error(`${logicalId} asks no authorizer of the template`);
    return {
      routeKey: RouteKey,
      functionName: functionNameOf(integration.IntegrationUri),
      timeoutMs: integration.TimeoutInMillis,
      authorizerName: authorizer === null ? null : functionNameOf(authorizer.AuthorizerUri),
    };
  });
}
