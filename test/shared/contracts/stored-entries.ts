import fc from 'fast-check';
import { storeAccount } from '../../../shared/contracts/stored-account.ts';
import { storeLicenseRow } from '../../../shared/contracts/stored-license-row.ts';
import { email, licenseRow, ref, serverAccount } from '../../support/accounts.ts';

const EMAILS = [email('mona@example.com'), email('lisa@example.com')];

const DETAILS = {
  name: 'Mona',
  profile: 'https://github.com/mona',
  memberRoles: ['acme:Member'],
  enterpriseRoles: ['Member'],
  organizationsWithPendingInvites: ['acme'],
  twoFactorAuth: true,
  twoFactorAuthRequiredBy: 'acme',
  costCenter: 'R&D',
  securityProducts: ['code-security' as const],
};

/** As `storeAccount` makes them. */
export const ACCOUNTS = [
  serverAccount('ghes-a:1'),
  serverAccount('ghes-a:2', {
    primaryEmail: email('mona@example.com'),
    furtherEmails: EMAILS,
    suspended: false,
    dormant: true,
    siteAdmin: false,
    securityProducts: ['advanced-security', 'secret-protection'],
  }),
  serverAccount('ghes-a:3', {
    furtherEmails: [],
    suspended: null,
    dormant: null,
    siteAdmin: null,
    securityProducts: [],
  }),
].map(storeAccount);

/** As `storeLicenseRow` makes them. */
export const ROWS = [
  licenseRow(),
  licenseRow({
    login: 'Mona',
    serverAccounts: [ref('ghes-a:1'), { hostName: null, userId: 2 }],
    serverPrimaryEmails: EMAILS,
    verifiedEmails: EMAILS,
    samlNameId: 'mona',
    licenseType: 'enterprise',
    visualStudio: { email: email('mona@example.com'), status: 'Matched' },
    totalUserAccounts: 3,
    details: DETAILS,
  }),
  licenseRow({
    serverAccounts: [ref('ghes-a:7')],
    samlNameId: 'Mona@Example.com',
    licenseType: null,
    visualStudio: { email: null, status: null },
  }),
  licenseRow({ visualStudio: { email: email('lisa@example.com'), status: 'Pending Invitation' } }),
].map(storeLicenseRow);

/** Also such as other parts have, so that some changes make no difference. */
const VALUE = fc.oneof(
  fc.constantFrom<unknown>(null, true, 0, -1, 1.5, 2 ** 53, 'ghost', 'enterprise', 'a', [], {}, [null], [1]),
  fc.constantFrom<unknown>(['a'], ['code-security'], ['advanced-security', 'x'], 'mona@example.com'),
  fc.constantFrom<unknown>('Mona@example.com', ['mona@example.com'], ['Mona@example.com'], ['m\u00f6@x.io']),
  fc.constantFrom<unknown>([{ user_id: 1 }], [{ user_id: '1' }], [{ user_id: 1, host_name: null }], [[]]),
  fc.constantFrom<unknown>({ email: 'a' }, { email: 'a@x.io' }, { status: 1 }, { status: '' }),
  fc.jsonValue({ maxDepth: 2 }),
);

/** One of the entries as it is after JSON, with one part replaced or taken away. */
export function changedEntry(entries: readonly object[]): fc.Arbitrary<unknown> {
  return fc
    .tuple(fc.constantFrom(...entries), fc.nat(), fc.option(VALUE, { nil: undefined }))
    .map(([entry, pick, by]) => changed(entry, pick, by));
}

/** @param by undefined to take the part away. */
function changed(entry: object, pick: number, by: unknown): unknown {
  const copy = JSON.parse(JSON.stringify(entry));
  const parts = partsOf(copy);
  const part = parts[pick % parts.length];
  if (part === undefined) return by;
  if (by === undefined) delete part.owner[part.key];
  else part.owner[part.key] = by;
  // What was taken out of a list leaves a hole, and JSON has none.
  return JSON.parse(JSON.stringify(copy));
}

interface Part {
  readonly owner: Record<string, unknown>;
  readonly key: string;
}

function partsOf(owner: Record<string, unknown>): Part[] {
  return Object.entries(owner).flatMap(([key, inner]) => [
    { owner, key },
    ...(typeof inner === 'object' && inner !== null ? partsOf(inner as Record<string, unknown>) : []),
  ]);
}
