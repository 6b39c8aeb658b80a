/** Why the sign-in at GitHub came back without a session. */
export const SIGN_IN_ERRORS = ['not_an_owner', 'access_denied', 'expired', 'github_unavailable'] as const;
