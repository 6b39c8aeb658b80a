import type { Propose } from './candidate.ts';
import { matchPrimaryEmails } from './match-primary-emails.ts';
import type { Roster } from './roster.ts';

/**
 * A verified email of a cloud account equals the primary email of a server account.
 * Policy: "If there is no match ..., we attempt to match the primary email address on GitHub Enterprise Server
 * with a verified email address" (billing/reference/enterprise-license-troubleshooting). Of the verified emails
 * an enterprise sees only those on its verified domains, so GitHub may make matches that this rule cannot.
 */
export function verifiedEmailMatches(roster: Roster, propose: Propose): void {
  matchPrimaryEmails(roster, (account, take) => roster.addresses.forEachVerified(account, take), propose);
}
