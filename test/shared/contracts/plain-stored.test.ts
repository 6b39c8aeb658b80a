import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type * as z from 'zod';
import { isPlainAccount } from '../../../shared/contracts/plain-account.ts';
import { isPlainLicenseFacts, isPlainLicenseRow } from '../../../shared/contracts/plain-license-row.ts';
import { storeAccount, storedAccount } from '../../../shared/contracts/stored-account.ts';
import {
  storedLicenseFacts,
  storedLicenseRow,
  storeLicenseRow,
} from '../../../shared/contracts/stored-license-row.ts';
import { email, licenseRow, ref, serverAccount } from '../../support/accounts.ts';

const EMAILS = [email('mona@example.com'), email('lisa@example.com')];

const details = {
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

const ACCOUNTS = [
  serverAccount('ghes-a:1'),
  serverAccount('ghes-a:2', {
    primaryEmail: email('mona@example.com'),
    furtherEmails: EMAILS,
    suspended: false,
    dormant: true,
    siteAdmin: false,
    securityProducts: ['advanced-security', 'secret-protection'],
  }),
].map(storeAccount);

const ROWS = [
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
    details,
  }),
].map(storeLicenseRow);

type Check = (entry: unknown) => boolean;

const SHAPES: readonly (readonly [string, readonly object[], Check, z.ZodType])[] = [
  ['an account', ACCOUNTS, isPlainAccount, storedAccount],
  ['a license row', ROWS, isPlainLicenseRow, storedLicenseRow],
  [
    'what decides of a license row',
    ROWS.map(({ details: _, ...facts }) => facts),
    isPlainLicenseFacts,
    storedLicenseFacts,
  ],
];

/** Also such as other parts have, so that some changes make no difference. */
const value = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    true,
    0,
    -1,
    1.5,
    2 ** 53,
    'ghost',
    'enterprise',
    'a',
    [],
    {},
    [null],
    [1],
    ['a'],
  ),
  fc.constantFrom<unknown>(
    ['code-security'],
    ['advanced-security', 'x'],
    [{ user_id: 1 }],
    [{ user_id: '1' }],
  ),
  fc.constantFrom<unknown>({ email: 'a' }, { status: 1 }, [[]], [{ user_id: 1, host_name: null }]),
  fc.jsonValue({ maxDepth: 2 }),
);

/** As it is after JSON, with one part replaced or, where `by` is undefined, taken away. */
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

describe.each(SHAPES)('%s', (_, entries, isPlain, schema) => {
  it.each(entries)('as it is stored is read by hand, and as the schema reads it (%#)', (entry) => {
    const stored: unknown = JSON.parse(JSON.stringify(entry));
    expect(isPlain(stored)).toBe(true);
    expect(schema.parse(stored)).toStrictEqual(stored);
  });

  it('that was changed is read by hand only as the schema reads it', () => {
    const seen = { plain: 0, refused: 0 };
    fc.assert(
      fc.property(
        fc.constantFrom(...entries),
        fc.nat(),
        fc.option(value, { nil: undefined }),
        (entry, pick, by) => {
          const stored = changed(entry, pick, by);
          const { success, data } = schema.safeParse(stored);
          if (!success) seen.refused++;
          if (!isPlain(stored)) return;
          seen.plain++;
          expect(success).toBe(true);
          expect(stored).toMatchObject(Object(data));
        },
      ),
      { numRuns: 2000 },
    );
    expect(seen.plain).toBeGreaterThan(0);
    expect(seen.refused).toBeGreaterThan(0);
  });

  it.each([null, 'text', 1, [], [{}]])('is not %j', (entry) => {
    expect(isPlain(entry)).toBe(false);
  });
});

it('the details of a row make no difference to what decides', () => {
  const row = { ...ROWS[1], details: null };
  expect(isPlainLicenseFacts(row)).toBe(true);
  expect(isPlainLicenseRow(row)).toBe(false);
});
