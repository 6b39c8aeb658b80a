import { type Email, normalizeEmail } from '../email.ts';
import type { ObservedUsage } from '../observe.ts';
import type { MatchCandidate } from './candidate.ts';
import type { CloudRow, Roster } from './roster.ts';

/**
 * A linked SAML or SCIM attribute of a cloud account equals the primary email of a server account.
 * Policy: "we first check the linked SAML or SCIM identities to see if the identity contains one of the
 * attributes" `NameID`, `emails`, `username`, the name and the emailaddress claim, "matched against the primary
 * email address" (billing/reference/enterprise-license-troubleshooting). GitHub's rows show the NameID alone; the other
 * attributes come from the identities that its GraphQL lists.
 */
export function* linkedIdentityMatches(roster: Roster): Generator<MatchCandidate> {
  for (const [cloudAccount, row] of roster.cloudRows.entries()) {
    for (const email of linkedIdentityEmails(row, roster)) {
      for (const account of roster.withPrimaryEmail(email)) {
        yield { rule: 'linked-identity', account, with: cloudAccount, email };
      }
    }
  }
}

const NONE: readonly Email[] = [];

/** Sorted. A NameID may be any name that the identity provider gave; one that is no email address is left out. */
export function linkedIdentityEmails(
  row: Pick<CloudRow, 'login' | 'samlNameId'>,
  { linkedEmails }: Pick<ObservedUsage, 'linkedEmails'>,
): readonly Email[] {
  const linked = (linkedEmails.size > 0 && linkedEmails.get(row.login.toLowerCase())) || NONE;
  const nameId = row.samlNameId === null ? null : normalizeEmail(row.samlNameId);
  if (nameId === null || linked.includes(nameId)) return linked;
  return linked.length === 0 ? [nameId] : [nameId, ...linked].sort();
}
