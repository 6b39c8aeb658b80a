import * as z from 'zod';
import type { Api } from './api.ts';

const signInWays = z.object({ oauth: z.boolean() });

const signedInSchema = z.object({
  signed_in: z.literal(true),
  login: z.string(),
  enterprise: z.string(),
  csrf_token: z.string(),
  expires_at: z.iso.datetime(),
  sign_in: signInWays,
});

const sessionSchema = z.discriminatedUnion('signed_in', [
  signedInSchema,
  z.object({ signed_in: z.literal(false), enterprise: z.string(), sign_in: signInWays }),
]);
export type Session = z.output<typeof sessionSchema>;
export type SignedIn = z.output<typeof signedInSchema>;

export function readSession(api: Api): Promise<Session> {
  return api.get('/session', sessionSchema);
}

export function signInByToken(api: Api, token: string): Promise<Session> {
  return api.change('POST', '/session', sessionSchema, { token });
}

export function signOut(api: Api): Promise<void> {
  return api.change('DELETE', '/session', z.void());
}

/** Where the sign-in at GitHub begins, and comes back from to where one was. */
export function gitHubSignInPath(returnTo: string): string {
  return `/sign-in?return_to=${encodeURIComponent(returnTo)}`;
}
