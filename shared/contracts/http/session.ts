import * as z from 'zod';
import type { Session } from '../../session-ports.ts';
import { githubToken } from '../github/token.ts';

/** Ways to sign in besides a personal access token, which every deployment takes. */
const signInSchema = z.strictObject({ oauth: z.boolean() });

/** `GET /session`; also the 201 of `POST /session`. */
export const sessionSchema = z.discriminatedUnion('signed_in', [
  z.strictObject({
    signed_in: z.literal(true),
    login: z.string().min(1),
    /** Slug. */
    enterprise: z.string().min(1),
    /** To be sent as `x-csrf-token` with every request that changes something. */
    csrf_token: z.string().min(1),
    expires_at: z.iso.datetime(),
    sign_in: signInSchema,
  }),
  z.strictObject({ signed_in: z.literal(false), enterprise: z.string().min(1), sign_in: signInSchema }),
]);
export type SessionBody = z.output<typeof sessionSchema>;

/** `POST /session`: a personal access token. The errors never repeat it. */
export const newSessionSchema = z.strictObject({ token: githubToken('must be a personal access token') });

/** Why a sign-in through GitHub failed: `/#/sign-in?error=...`. */
export const SIGN_IN_ERRORS = ['not_an_owner', 'access_denied', 'expired', 'github_unavailable'] as const;
export type SignInError = (typeof SIGN_IN_ERRORS)[number];

/** Whoever deploys the console, and how to sign in to it. */
export interface ConsoleSettings {
  /** Slug. */
  readonly enterprise: string;
  /** Whether there is an OAuth app. */
  readonly oauth: boolean;
}

export function sessionBody(session: Session | null, { enterprise, oauth }: ConsoleSettings): SessionBody {
  if (session === null) return { signed_in: false, enterprise, sign_in: { oauth } };
  return {
    signed_in: true,
    login: session.login,
    enterprise,
    csrf_token: session.csrfToken,
    expires_at: session.expiresAt,
    sign_in: { oauth },
  };
}
