import { describe, expect, test } from 'vitest';
import type { LicenseFacts } from '../../../shared/domain/account.ts';
import { EmailNumbers, NO_EMAIL } from '../../../shared/domain/email-numbers.ts';
import { type LicenseRows, NAME_ID } from '../../../shared/domain/license-rows.ts';
import { licenseRowsOf } from '../../../shared/domain/license-rows-builder.ts';
import { email, licenseRow, ref } from '../../support/accounts.ts';
import { digestOfContent } from '../../support/digest-of-content.ts';

const [MONA, LISA, ZOE] = [email('mona@x.io'), email('lisa@x.io'), email('zoe@x.io')];
const POSITION = 1;

/** A row with others before and behind it. */
function rowsWith(facts: Partial<LicenseFacts>): LicenseRows {
  return licenseRowsOf([
    licenseRow({ login: 'a', verifiedEmails: [ZOE], serverAccounts: [ref('ghes-c:9')] }),
    licenseRow({ login: 'mona', ...facts }),
    licenseRow({ visualStudio: { email: LISA, status: 'Matched' } }),
  ]);
}

function addressesOf(rows: LicenseRows, numbers: Iterable<number>): (string | null)[] {
  return Array.from(numbers, (number) => (number === NO_EMAIL ? null : rows.emails.at(number)));
}

describe('a row tells', () => {
  test.each([
    [{}, true],
    [{ login: null, serverAccounts: [ref('ghes-a:1')] }, false],
  ])('of %j whether it has a cloud account: %s', (facts, hasLogin) => {
    expect(rowsWith(facts).hasLogin(POSITION)).toBe(hasLogin);
  });

  test('its server accounts, their hosts where GitHub names them', () => {
    const serverAccounts = [ref('ghes-a:1'), { hostName: null, userId: 2 }, ref('ghes-a:3')];
    const rows = rowsWith({ serverAccounts });
    expect(rows.countServerAccounts(POSITION)).toBe(3);
    expect(rows.serverAccountsAt(POSITION)).toEqual(serverAccounts);
    expect(rows.hosts).toEqual([null, 'ghes-c', 'ghes-a']);
  });

  test('its verified addresses', () => {
    const rows = rowsWith({ verifiedEmails: [LISA, MONA] });
    expect(addressesOf(rows, rows.verifiedEmailsAt(POSITION))).toEqual([LISA, MONA]);
  });

  test.each([
    ['mona@x.io', MONA],
    ['Mona@X.io', MONA],
    ['mona', null],
    ['Mona', null],
    ['0123', null],
    [null, null],
  ])('of the NameID %j which address it is: %j', (samlNameId, address) => {
    const rows = rowsWith({ samlNameId });
    expect(addressesOf(rows, [rows.samlEmailAt(POSITION)])).toEqual([address]);
    expect(rows.at(POSITION).samlNameId).toBe(samlNameId);
  });

  test('that the NameID is an address when the login is the same one', () => {
    const rows = licenseRowsOf([licenseRow({ login: 'Mona@X.io', samlNameId: MONA })]);
    expect(addressesOf(rows, [rows.samlEmailAt(0)])).toEqual([MONA]);
    expect(rows.at(0).samlNameId).toBe(MONA);
  });

  test.each([
    [{ email: ZOE, status: 'Matched' }, ZOE],
    [{ email: null, status: 'Pending Invitation' }, null],
    [null, null],
  ])('of the subscription %j which address it has: %j', (visualStudio, address) => {
    const rows = rowsWith({ visualStudio });
    expect(addressesOf(rows, [rows.visualStudioEmailAt(POSITION)])).toEqual([address]);
  });

  test.each([0, 1, null])('how many accounts GitHub counts: %j', (totalUserAccounts) => {
    expect(rowsWith({ totalUserAccounts }).totalUserAccountsAt(POSITION)).toBe(totalUserAccounts);
  });
});

describe('rows that are in columns already', () => {
  const rows = rowsWith({ verifiedEmails: [LISA], serverPrimaryEmails: [MONA] });

  test('are not put there again', () => {
    expect(licenseRowsOf(rows)).toBe(rows);
  });

  test('are numbered again by another table alone', () => {
    expect(licenseRowsOf(rows, rows.emails)).toBe(rows);
    const emails = new EmailNumbers();
    expect(licenseRowsOf(rows, emails).emails).toBe(emails);
    expect([...licenseRowsOf(rows, emails)]).toEqual([...rows]);
  });
});

function contentOf(facts: Partial<LicenseFacts>): string {
  const rows = rowsWith(facts);
  return digestOfContent((content) => rows.addAccountTo(content, POSITION), rows.emails);
}

const ACCOUNT = { verifiedEmails: [LISA], samlNameId: 'mona' };

test.each<Partial<LicenseFacts>>([
  { login: 'Mona' },
  { samlNameId: null },
  { samlNameId: 'Mona' },
  { licenseType: null },
  { licenseType: 'visual-studio-subscription' },
  { verifiedEmails: [] },
  { verifiedEmails: [ZOE] },
  { verifiedEmails: [LISA, ZOE] },
])('a cloud account with %j has another content than before', (change) => {
  expect(contentOf({ ...ACCOUNT, ...change })).not.toBe(contentOf(ACCOUNT));
});

test.each<Partial<LicenseFacts>>([
  { serverAccounts: [ref('ghes-a:1')], serverPrimaryEmails: [ZOE] },
  { visualStudio: { email: ZOE, status: 'Matched' } },
  { totalUserAccounts: 7 },
])('what a row has beside the cloud account, %j, is no content of it', (change) => {
  expect(contentOf({ ...ACCOUNT, ...change })).toBe(contentOf(ACCOUNT));
});

test.each([
  ['Mona', false],
  ['mona@x.io', true],
  ['Mona@X.io', false],
])('of the NameID %j the content is the text, or the address that it is: %j', (samlNameId, isAddress) => {
  const emails = new EmailNumbers();
  const content = digestOfContent((content) => {
    content.addText('mona');
    if (isAddress) content.addAddress(emails.add(email(samlNameId)));
    else content.addText(samlNameId);
    for (const number of [0, 0]) content.addNumber(number);
  }, emails);
  expect(contentOf({ samlNameId, licenseType: null })).toBe(content);
});

test('a NameID that is the login in lower case is told by that alone', () => {
  const contents = ['mona', 'lisa'].map((samlNameId) =>
    contentOf({ login: 'Mona', samlNameId, licenseType: null }),
  );
  const content = digestOfContent((content) => {
    content.addText('Mona');
    content.addNumber(NAME_ID.loginInLowerCase);
    for (const number of [0, 0]) content.addNumber(number);
  });
  expect(contents.map((each) => each === content)).toEqual([true, false]);
});

test('an empty NameID is another than none', () => {
  expect(contentOf({ samlNameId: '' })).not.toBe(contentOf({ samlNameId: null }));
});
