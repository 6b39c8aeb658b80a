import type { Propose } from './candidate.ts';
import { matchPrimaryEmails } from './match-primary-emails.ts';
import type { Roster } from './roster.ts';

/**
 * A linked SAML or SCIM attribute of a cloud account equals the primary email of a server account.
 * Policy: "we first check the linked SAML or SCIM identities to see if the identity contains one of the
 * attributes" `NameID`, `emails`, `username`, the name and the emailaddress claim, "matched against the primary
 * email address" (billing/reference/enterprise-license-troubleshooting). GitHub's rows show the NameID alone; the other
 * attributes come from the identities that its GraphQL lists.
 */
export function linkedIdentityMatches(roster: Roster, propose: Propose): void {
  matchPrimaryEmails(roster, (account, take) => roster.addresses.forEachLinked(account, take), propose);
}
