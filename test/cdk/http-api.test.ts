import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { OWNER_ROUTES, PUBLIC_ROUTES, ROUTES } from '../../shared/contracts/http/routes.ts';
import { synthesize } from '../support/synthesized-template.ts';

const stack = synthesize();

const routeSchema = z.object({
  RouteKey: z.string(),
  AuthorizationType: z.string(),
  AuthorizerId: z.string().optional(),
  Target: z.string(),
});
const routes = stack
  .resources('AWS::ApiGatewayV2::Route')
  .map(({ properties }) => routeSchema.parse(properties));

const CONSTRUCTS: Record<(typeof ROUTES)[number]['function'], string> = {
  'read-usage': 'ReadUsage',
  'manage-personal-data': 'ManagePersonalData',
  'manage-usage': 'ManageUsage',
  'sync-now': 'SyncNow',
  console: 'Console',
};

/** The function behind a route's target, `integrations/<integration>`. */
function functionBehind(target: string): unknown {
  const integration = stack
    .resources('AWS::ApiGatewayV2::Integration')
    .find(({ logicalId }) => target === `integrations/<${logicalId.slice(0, -8)}>`);
  return integration?.properties.IntegrationUri;
}

test('has the routes of the shared list, and no other', () => {
  expect(routes.map(({ RouteKey }) => RouteKey)).toEqual(
    ROUTES.map(({ method, path }) => `${method} ${path}`),
  );
});

describe.each(ROUTES)('$method $path', ({ method, path, function: name }) => {
  const route = routes.find(({ RouteKey }) => RouteKey === `${method} ${path}`);

  test(`leads to ${name}`, () => {
    expect(functionBehind(route?.Target ?? '')).toBe(`<${CONSTRUCTS[name]}Function.Arn>`);
  });
});

test('every route asks the authorizer, but for those of the console', () => {
  const keys = (type: string) =>
    routes.filter(({ AuthorizationType }) => AuthorizationType === type).map(({ RouteKey }) => RouteKey);
  expect(keys('CUSTOM')).toEqual(OWNER_ROUTES.map(({ method, path }) => `${method} ${path}`));
  expect(keys('NONE')).toEqual(PUBLIC_ROUTES.map(({ method, path }) => `${method} ${path}`));
  expect(new Set(routes.map(({ AuthorizerId }) => AuthorizerId))).toEqual(
    new Set(['<UsageApiOwners>', undefined]),
  );
});

test('no function answers both owners and anybody', () => {
  const forOwners: ReadonlySet<string> = new Set(OWNER_ROUTES.map((route) => route.function));
  expect(PUBLIC_ROUTES.filter((route) => forOwners.has(route.function))).toEqual([]);
});

describe('the authorizer', () => {
  const [authorizer, ...others] = stack.resources('AWS::ApiGatewayV2::Authorizer');

  test('is authorize-owner, and there is no other', () => {
    expect(others).toEqual([]);
    expect(authorizer?.properties).toMatchObject({
      AuthorizerType: 'REQUEST',
      AuthorizerUri: expect.stringContaining('functions/<AuthorizeOwnerFunction.Arn>/invocations'),
      AuthorizerPayloadFormatVersion: '2.0',
      EnableSimpleResponses: true,
    });
  });

  test('is asked at every request, with a token or without, and forgotten at once', () => {
    expect(authorizer?.properties).toMatchObject({ AuthorizerResultTtlInSeconds: 0, IdentitySource: [] });
  });

  test('has as much time as API Gateway gives it', () => {
    const [fn] = stack
      .resources('AWS::Lambda::Function')
      .filter(({ logicalId }) => logicalId.startsWith('AuthorizeOwnerFunction'));
    expect(fn?.properties.Timeout).toBe(10);
  });
});

test('every function behind it gives up before the API does, after 30 seconds', () => {
  const timeouts = Object.values(CONSTRUCTS).map(
    (name) =>
      stack
        .resources('AWS::Lambda::Function')
        .find(({ logicalId }) => logicalId.startsWith(`${name}Function`))?.properties.Timeout,
  );
  expect(timeouts.map(Number).filter((seconds) => !(seconds < 30))).toEqual([]);
});

describe('the stage', () => {
  const [stage] = stack.resources('AWS::ApiGatewayV2::Stage');

  test('throttles', () => {
    expect(stage?.properties.DefaultRouteSettings).toEqual({
      ThrottlingBurstLimit: 40,
      ThrottlingRateLimit: 20,
    });
  });

  test('logs the outcome of each request, and nothing that tells who asked for whom', () => {
    const { Format } = z.object({ Format: z.string() }).parse(stage?.properties.AccessLogSettings);
    const fields = Object.values(z.record(z.string(), z.string()).parse(JSON.parse(Format)));
    expect(fields).toEqual(
      expect.arrayContaining(['$context.requestId', '$context.routeKey', '$context.status']),
    );
    const personal = /path|query|header|cookie|token|identity|sourceIp|userAgent|authoriz|domainName/i;
    expect(fields.filter((field) => personal.test(field))).toEqual([]);
  });
});

test('the stack tells what a user needs to find it', () => {
  expect(stack.outputs).toEqual({
    ApiUrl: 'https://<UsageApi>.execute-api.<AWS::Region>.<AWS::URLSuffix>/',
    BucketName: '<UsageBucket>',
    ConnectionsSecretId: '<ConnectionsSecret>',
    ConsoleUrl: 'https://<UsageApi>.execute-api.<AWS::Region>.<AWS::URLSuffix>/',
    IngestQueueUrl: '<IngestQueue>',
    OAuthAppSecretId: '<SignInOAuthApp>',
    TableName: '<LedgerTable>',
  });
});
