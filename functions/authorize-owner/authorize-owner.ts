import type { EnterpriseOwners, OwnerCheck } from '../../shared/github-ports.ts';
import { requestToken } from './request-token.ts';

/** Who sends this `Authorization` header. What holds no token is not worth asking GitHub. */
export async function authorizeOwner(
  owners: EnterpriseOwners,
  authorization: string | undefined,
): Promise<OwnerCheck> {
  const token = requestToken(authorization);
  return token === null ? { verdict: 'unauthenticated' } : owners.check(token);
}
