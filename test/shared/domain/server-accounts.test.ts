import { describe, expect, test } from 'vitest';
import type { ServerAccount } from '../../../shared/domain/account.ts';
import { EmailNumbers, NO_EMAIL } from '../../../shared/domain/email-numbers.ts';
import type { ServerAccounts } from '../../../shared/domain/server-accounts.ts';
import { ServerAccountsBuilder, serverAccountsOf } from '../../../shared/domain/server-accounts-builder.ts';
import { email, host, serverAccount } from '../../support/accounts.ts';
import { digestOfContent } from '../../support/digest-of-content.ts';

const HOST = host('ghes-a');
const [MONA, LISA, ZOE] = [email('mona@x.io'), email('lisa@x.io'), email('zoe@x.io')];

function accountOf(userId: number, facts: Partial<ServerAccount> = {}): ServerAccount {
  return serverAccount(`${HOST}:${userId}`, facts);
}

function emailsAt(accounts: ServerAccounts, position: number): string[] {
  const emails: string[] = [];
  accounts.forEachEmail(position, (number) => emails.push(accounts.emails.at(number)));
  return emails;
}

function contentAt(accounts: ServerAccounts, position: number): string {
  return digestOfContent((content) => accounts.addTo(content, position), accounts.emails);
}

describe('the addresses of an account', () => {
  const accounts = serverAccountsOf(HOST, [
    accountOf(1, { primaryEmail: LISA, furtherEmails: [MONA, ZOE] }),
    accountOf(2, { furtherEmails: [MONA] }),
    accountOf(3, { primaryEmail: ZOE }),
    accountOf(4, { systemUser: 'ghost', primaryEmail: MONA, furtherEmails: [LISA] }),
  ]);

  test.each([
    [1, [LISA, MONA, ZOE], 'the primary one comes first'],
    [2, [MONA], 'there may be no primary one'],
    [3, [ZOE], 'further ones may be unknown'],
    [4, [], 'nobody is behind a system user'],
  ])('of user %i are %j: %s', (userId, emails) => {
    expect(emailsAt(accounts, accounts.indexOf(userId))).toEqual(emails);
  });

  test('where none is known, there is no number of it', () => {
    expect(accounts.primaryEmailAt(accounts.indexOf(2))).toBe(NO_EMAIL);
  });
});

describe('further addresses that came in any order', () => {
  function accountWith(furtherEmails: string[]): ServerAccounts {
    const builder = new ServerAccountsBuilder();
    for (const each of furtherEmails) builder.addFurtherEmail(builder.emails.add(email(each)));
    builder.addRow(1, 0, NO_EMAIL, true);
    return builder.build(HOST);
  }

  test('are sorted in the account', () => {
    expect(accountWith([ZOE, LISA, MONA]).at(0)?.furtherEmails).toEqual([LISA, MONA, ZOE]);
  });

  test('are the same content', () => {
    expect(contentAt(accountWith([ZOE, MONA]), 0)).toBe(contentAt(accountWith([MONA, ZOE]), 0));
  });
});

test('accounts that are numbered by a table already are not numbered again', () => {
  const accounts = serverAccountsOf(HOST, [accountOf(1, { primaryEmail: MONA })], new EmailNumbers());
  expect(accounts.numberedBy(accounts.emails)).toBe(accounts);
});

/** One change of each field that an account has. */
const CHANGES: readonly Partial<ServerAccount>[] = [
  { userId: 2 },
  { userId: 2 ** 32 + 1 },
  { systemUser: 'ghost' },
  { primaryEmail: null },
  { primaryEmail: ZOE },
  { furtherEmails: null },
  { furtherEmails: [] },
  { furtherEmails: [ZOE] },
  { furtherEmails: [LISA, ZOE] },
  { suspended: true },
  { dormant: null },
  { siteAdmin: true },
  { securityProducts: ['code-security'] },
];

test.each(CHANGES)('an account with %j has another content than before', (change) => {
  const before = accountOf(1, { primaryEmail: MONA, furtherEmails: [LISA] });
  const content = contentAt(serverAccountsOf(HOST, [before]), 0);
  expect(contentAt(serverAccountsOf(HOST, [{ ...before }]), 0)).toBe(content);
  expect(contentAt(serverAccountsOf(HOST, [{ ...before, ...change }]), 0)).not.toBe(content);
});

test('an account with two further addresses has another content when one of them changes', () => {
  const contents = [
    [LISA, MONA],
    [LISA, ZOE],
  ].map((furtherEmails) => contentAt(serverAccountsOf(HOST, [accountOf(1, { furtherEmails })]), 0));
  expect(contents[0]).not.toBe(contents[1]);
});

test('an account has the same content whoever is before and behind it', () => {
  const account = accountOf(2, { primaryEmail: MONA, furtherEmails: [LISA] });
  const [before, behind] = [accountOf(1, { furtherEmails: [ZOE] }), accountOf(3, { furtherEmails: [] })];
  const among = contentAt(serverAccountsOf(HOST, [before, account, behind]), 1);
  expect(among).toBe(contentAt(serverAccountsOf(HOST, [account]), 0));
});
