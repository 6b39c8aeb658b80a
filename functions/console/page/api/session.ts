import * as z from 'zod';
import { type SessionBody, sessionSchema } from '../../../../shared/contracts/http/session.ts';
import type { Api } from './api.ts';

export type Session = SessionBody;
export type SignedIn = Extract<SessionBody, { readonly signed_in: true }>;

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
