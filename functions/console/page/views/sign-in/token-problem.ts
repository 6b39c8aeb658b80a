import type { ApiErrorKind } from '../../api/api-error.ts';
import type { MessageKey } from '../../messages/catalogue.ts';

/** What is wrong with a token, or with the way to GitHub. */
export function tokenProblemOf(kind: ApiErrorKind) {
  switch (kind) {
    case 'signed-out':
    case 'invalid':
      return 'sign-in.unknown-token' satisfies MessageKey;
    case 'forbidden':
      return 'sign-in.not_an_owner' satisfies MessageKey;
    case 'unavailable':
      return 'sign-in.github_unavailable' satisfies MessageKey;
    default:
      return `errors.${kind}.next` satisfies MessageKey;
  }
}
