import { describe, expect, it, vi } from 'vitest';
import { handler as managePersonalData } from '../../functions/manage-personal-data/handler.ts';
import { handler as manageUsage } from '../../functions/manage-usage/handler.ts';
import { handler as readUsage } from '../../functions/read-usage/handler.ts';
import { handler as syncNow } from '../../functions/sync-now/handler.ts';
import { OWNER_ROUTES } from '../../shared/contracts/http/routes.ts';
import { captureOutput } from '../support/captured-output.ts';
import { httpEvent } from '../support/http-client.ts';
import { LAMBDA_CONTEXT } from '../support/lambda-context.ts';

type OwnerRoute = (typeof OWNER_ROUTES)[number];

const HANDLERS: Readonly<Record<OwnerRoute['function'], typeof readUsage>> = {
  'manage-personal-data': managePersonalData,
  'manage-usage': manageUsage,
  'read-usage': readUsage,
  'sync-now': syncNow,
};

const TOKEN = 'ghp_sentinel';

/** An event with the token that the authorizer has seen: API Gateway hands it on. */
function eventOf(route: OwnerRoute, authorizer: object | undefined) {
  const event = httpEvent(`${route.method} ${route.path.replaceAll(/\{\w+\}/g, 'one')}`);
  const requestContext = JSON.parse(JSON.stringify({ ...event.requestContext, authorizer }));
  return { ...event, headers: { ...event.headers, authorization: `Bearer ${TOKEN}` }, requestContext };
}

describe.each(OWNER_ROUTES)('$method $path', (route) => {
  const handler = HANDLERS[route.function];

  it.each([
    ['nobody has judged', undefined, 403],
    ['GitHub does not know', { lambda: { verdict: 'unauthenticated' } }, 401],
    ['is no owner', { lambda: { verdict: 'forbidden' } }, 403],
    ['GitHub could not be asked about', { lambda: { verdict: 'unavailable' } }, 503],
  ])('refuses whom %s', async (_whom, authorizer, status) => {
    captureOutput();
    expect((await handler(eventOf(route, authorizer), LAMBDA_CONTEXT)).statusCode).toBe(status);
  });

  it('lets an owner pass, and tells the token to nobody, whatever goes wrong', async () => {
    vi.stubEnv('POWERTOOLS_LOGGER_LOG_EVENT', 'true');
    const output = captureOutput();
    const owner = { lambda: { verdict: 'owner', login: 'octo-owner' } };
    // Without an environment the function fails behind the door.
    const result = await handler(eventOf(route, owner), LAMBDA_CONTEXT);
    vi.unstubAllEnvs();
    expect(result.statusCode).toBe(500);
    expect(output.lines().length).toBeGreaterThan(0);
    expect(output.text() + JSON.stringify(result)).not.toContain(TOKEN);
  });
});
