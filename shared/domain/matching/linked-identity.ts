import type { LicenseFacts } from '../account.ts';
import { type Email, normalizeEmail } from '../email.ts';
import type { MatchCandidate } from './candidate.ts';
import type { Roster } from './roster.ts';

/**
 * A linked SAML or SCIM attribute of a cloud account equals the primary email of a server account.
 * Policy: "we first check the linked SAML or SCIM identities to see if the identity contains one of the
 * attributes" `NameID`, `emails`, `username`, the name and the emailaddress claim, "matched against the primary
 * email address" (billing/reference/enterprise-license-troubleshooting). GitHub's rows show the NameID alone.
 */
export function* linkedIdentityMatches(roster: Roster): Generator<MatchCandidate> {
  for (const [cloudAccount, row] of roster.cloudRows.entries()) {
    const email = linkedIdentityEmail(row);
    if (email === null) continue;
    for (const account of roster.withPrimaryEmail(email)) {
      yield { rule: 'linked-identity', account, with: cloudAccount, email };
    }
  }
}

/** Null when the NameID is no email address: it may be any name the identity provider gave. */
export function linkedIdentityEmail(row: LicenseFacts): Email | null {
  return row.samlNameId === null ? null : normalizeEmail(row.samlNameId);
}
