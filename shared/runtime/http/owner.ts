import { authorizerSchema, type OwnerVerdict } from '../../contracts/http/owner-verdict.ts';
import type { HttpEvent } from './event.ts';
import { HttpError } from './http-error.ts';

/** Time for a passing fault of GitHub to pass; while it lasts, every attempt asks GitHub again. */
const RETRY_AFTER_SECONDS = 30;

/**
 * The login of the enterprise owner who asks.
 * @throws HttpError 401, 403 or 503 for anybody else, and 403 when nobody has judged the request.
 */
export function ownerOf({ requestContext }: HttpEvent): string {
  const authorizer = authorizerSchema.safeParse(requestContext.authorizer);
  if (!authorizer.success) throw forbidden();
  return requireOwner(authorizer.data.lambda);
}

/** The login of the owner whom GitHub was asked about. @throws HttpError 401, 403 or 503 for anybody else. */
export function requireOwner(check: OwnerVerdict): string {
  switch (check.verdict) {
    case 'owner':
      return check.login;
    case 'unauthenticated':
      throw new HttpError(401, 'Requires authentication', {
        headers: { 'www-authenticate': 'Bearer realm="GitHub"' },
      });
    case 'forbidden':
      throw forbidden();
    case 'unavailable':
      throw new HttpError(503, 'GitHub could not be asked who you are; try again later', {
        headers: { 'retry-after': String(RETRY_AFTER_SECONDS) },
      });
  }
}

function forbidden(): HttpError {
  return new HttpError(403, 'Must be an enterprise owner');
}
