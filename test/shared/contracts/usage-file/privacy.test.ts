import { describe, expect, test } from 'vitest';
import { exportOf, read, reportOf } from './files.ts';

const SENTINEL = 'sentinel-10.66.0.1';
const CONTEXT = { hostName: 'ghes.example.com' };

/** A user whose every field that must not be kept is the sentinel. */
function userWith(fields: object) {
  return {
    user_id: 71,
    login: SENTINEL,
    username: SENTINEL,
    name: SENTINEL,
    profile_name: SENTINEL,
    last_logged_ip: SENTINEL,
    raw_login: { ip: SENTINEL, [SENTINEL]: [SENTINEL] },
    created_at: SENTINEL,
    emails: [{ email: 'mona@example.com', primary: true, name: SENTINEL, [SENTINEL]: SENTINEL }],
    [SENTINEL]: SENTINEL,
    ...fields,
  };
}

const INSTANCE = {
  host_name: 'ghes.example.com',
  public_key: SENTINEL,
  features: [SENTINEL],
  [SENTINEL]: SENTINEL,
};

const REPORT_HEADER = 'created_at,id,login,email,role,suspended?,last_logged_ip,dormant?,raw_login,sentinel';
function reportRowWith(id: string, flag: string): string {
  const rawLogin = `"{""ip"": ""${SENTINEL}"", ""${SENTINEL}"": 1}"`;
  return [
    SENTINEL,
    id,
    SENTINEL,
    'mona@example.com',
    SENTINEL,
    flag,
    SENTINEL,
    'false',
    rawLogin,
    SENTINEL,
  ].join(',');
}

describe('names, logins and IP addresses of server accounts', () => {
  test.each<[string, string]>([
    ['an export', exportOf([userWith({})], INSTANCE)],
    ['an encrypted export', exportOf(SENTINEL, INSTANCE)],
    ['a users report', `${REPORT_HEADER}\n${reportRowWith('71', 'false')}\n`],
  ])('do not come out of %s', async (_, file) => {
    const usage = await read(file, CONTEXT);
    expect(usage.kind).not.toBe('rejected');
    const accounts =
      usage.kind === 'usage' && usage.snapshot.kind === 'server' ? usage.snapshot.accounts : [];
    // JSON sees no columns. The address, which is kept, proves that the accounts were looked at.
    const text = JSON.stringify([usage, ...accounts]);
    if (usage.kind === 'usage') expect(text).toContain('mona@example.com');
    expect(text).not.toContain('sentinel');
  });

  test.each<[string, string]>([
    [
      'values of a wrong type',
      exportOf([userWith({ user_id: SENTINEL, site_admin: SENTINEL, emails: SENTINEL })], INSTANCE),
    ],
    ['an address of a wrong type', exportOf([userWith({ emails: [{ email: [SENTINEL] }] })], INSTANCE)],
    ['users by login', exportOf({ [SENTINEL]: { id: SENTINEL } }, INSTANCE)],
    ['a user twice', exportOf([userWith({}), userWith({})], INSTANCE)],
    [
      'a key twice',
      exportOf([userWith({})], INSTANCE).replace(`"${SENTINEL}":`, `"${SENTINEL}":1,"${SENTINEL}":`),
    ],
    [
      'a key twice below an unknown key',
      exportOf([{ [SENTINEL]: {} }], INSTANCE).replace('{}', '{"a":1,"a":2}'),
    ],
    ['a text that is too long', exportOf([userWith({ [SENTINEL]: SENTINEL.repeat(5000) })], INSTANCE)],
    ['a file cut off', exportOf([userWith({})], INSTANCE).slice(0, -30)],
    ['a text without quotes', exportOf([userWith({})], INSTANCE).replace(`"${SENTINEL}"`, SENTINEL)],
    ['a host name that is none', exportOf([userWith({})], { host_name: `/${SENTINEL}` })],
    ['an unknown format', JSON.stringify({ [SENTINEL]: SENTINEL })],
    ['an unknown CSV', `${SENTINEL},b\n${SENTINEL},c\n`],
    ['a report with a wrong id and flag', `${REPORT_HEADER}\n${reportRowWith(SENTINEL, SENTINEL)}\n`],
    [
      'a report with an account twice',
      `${REPORT_HEADER}\n${reportRowWith('71', 'false')}\n${reportRowWith('71', 'false')}\n`,
    ],
    ['a report with a stray quote', `${REPORT_HEADER}\n${SENTINEL}"${SENTINEL},\n`],
    ['a report with an open quote', `${REPORT_HEADER}\n"${SENTINEL}`],
    ['a report with a short row', reportOf(`${SENTINEL},${SENTINEL}`)],
  ])('do not come out of the problems: %s', async (_, file) => {
    const usage = await read(file, CONTEXT);
    expect(usage.kind).toBe('rejected');
    expect(JSON.stringify(usage)).not.toContain('sentinel');
  });
});
