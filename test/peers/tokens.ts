import { randomBytes } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';

/** Whose token it is: an owner's with `read:enterprise` (or without any scope), or that of a mere member. */
export type Role = 'owner' | 'owner-without-scope' | 'member';

export const LOGINS: Readonly<Record<Role, string>> = {
  owner: 'octo-owner',
  'owner-without-scope': 'octo-owner',
  member: 'mona-member',
};

/** In the form of a classic personal access token, or of one that an OAuth app is given. */
export function newToken(prefix: 'ghp' | 'gho' = 'ghp'): string {
  return `${prefix}_${randomBytes(18).toString('hex')}`;
}

/** The tokens that a peer's cloud knows. */
export interface CloudTokens {
  readonly owner: string;
  readonly ownerWithoutScope: string;
  readonly member: string;
}

export function newTokens(): CloudTokens {
  return { owner: newToken(), ownerWithoutScope: newToken(), member: newToken() };
}

/** Whose each is. */
export function rolesOf({ owner, ownerWithoutScope, member }: CloudTokens): Map<string, Role> {
  return new Map([
    [owner, 'owner'],
    [ownerWithoutScope, 'owner-without-scope'],
    [member, 'member'],
  ]);
}

export interface Credentials {
  /** Null unless they are given as Basic. */
  readonly username: string | null;
  readonly token: string;
}

/** `Bearer`, `token` or `Basic`; null without an `Authorization` that can be read. */
export function credentialsOf({ authorization }: IncomingHttpHeaders): Credentials | null {
  const [, scheme, value] = /^(bearer|token|basic) +(\S+)$/i.exec(authorization ?? '') ?? [];
  if (scheme === undefined || value === undefined) return null;
  if (scheme.toLowerCase() !== 'basic') return { username: null, token: value };
  const [, username, token] = /^([^:]*):(.*)$/s.exec(Buffer.from(value, 'base64').toString()) ?? [];
  return username === undefined || token === undefined ? null : { username, token };
}
