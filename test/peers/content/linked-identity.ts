import type { ConsumedLicense } from '../../support/enterprise/planted.ts';

/** What an identity provider tells of a cloud account. */
export interface LinkedIdentityFacts {
  readonly login: string;
  readonly nameId: string;
}

/** Repeats what the row says of the account's identity, so that it makes no match that the row does not. */
export function linkedIdentityOf({ login, samlNameId }: ConsumedLicense): LinkedIdentityFacts | null {
  return login === '' || samlNameId === '' ? null : { login, nameId: samlNameId };
}
