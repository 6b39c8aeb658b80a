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

const routeProperties = z.strictObject({
  ApiId: z.string(),
  RouteKey: z.string(),
  Target: z.string().startsWith('integrations/'),
  // Whoever reaches 127.0.0.1 counts as the owner of the account, who may call everything.
  AuthorizationType: z.enum(['NONE', 'AWS_IAM']).optional(),
});

export interface RouteDefinition {
  /** `METHOD /path/{parameter}`, or `$default`. */
  readonly routeKey: string;
  readonly functionName: string;
  readonly timeoutMs: number;
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
  const integrations = new Map(
    readResources(template, resolver, integrationProperties, 'AWS::ApiGatewayV2::Integration'),
  );
  const routes = readResources(template, resolver, routeProperties, 'AWS::ApiGatewayV2::Route').map(
    ([logicalId, { RouteKey, Target }]) => {
      const integration = integrations.get(Target.slice('integrations/'.length));
      if (integration === undefined) throw new Error(`${logicalId} leads to no integration of the template`);
      return {
        routeKey: RouteKey,
        functionName: functionNameOf(integration.IntegrationUri),
        timeoutMs: integration.TimeoutInMillis,
      };
    },
  );
  return { id, routes };
}
