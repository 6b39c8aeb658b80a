import type { APIGatewayRequestAuthorizerEventV2 } from 'aws-lambda';
import { GitHubEnterpriseOwners } from '../../shared/adapters/github-owners/enterprise-owners.ts';
import {
  type OwnerResponse,
  ownerRequestSchema,
  ownerResponseSchema,
} from '../../shared/contracts/http/owner-request.ts';
import { readConfig } from '../../shared/runtime/config.ts';
import { wrapHandler } from '../../shared/runtime/invocation.ts';
import { lazy } from '../../shared/runtime/lazy.ts';
import { createLogger } from '../../shared/runtime/logger.ts';
import { authorizeOwner } from './authorize-owner.ts';
import { type Config, configSchema } from './config.ts';
import { RecentChecks } from './recent-checks.ts';

// Once per cold start.
const logger = createLogger('authorize-owner');
const owners = lazy(() => connect(readConfig(configSchema)));

function connect({ ENTERPRISE_SLUG, GITHUB_API_URL }: Config): RecentChecks {
  const github = new GitHubEnterpriseOwners({
    apiUrl: GITHUB_API_URL,
    enterprise: ENTERPRISE_SLUG,
    onFailure: (failure) => logger.warn('GitHub could not be asked', { failure }),
  });
  return new RecentChecks(github, Date.now);
}

// Once per event.
async function authorize(event: APIGatewayRequestAuthorizerEventV2): Promise<OwnerResponse> {
  const { headers } = ownerRequestSchema.parse(event);
  const context = await authorizeOwner(owners(), headers.authorization);
  return ownerResponseSchema.parse({ isAuthorized: true, context });
}

// Exported to AWS.
export const handler = wrapHandler(logger, {
  handle: authorize,
  completion: ({ context }) => ({ verdict: context.verdict }),
});
