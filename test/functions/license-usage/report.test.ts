import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as z from 'zod';
import { compareUsage } from '../../../cdk/local/demo/compare-usage.ts';
import { usageReportSchema } from '../../../shared/contracts/usage-report.ts';
import { restoredCell } from '../../../shared/domain/neutral-cell.ts';
import { generateEnterprise } from '../../support/enterprise/enterprise.ts';
import { ANOMALY_KINDS } from '../../support/enterprise/planted.ts';
import { runCommand, writeEnterpriseFiles } from '../../support/license-usage-command.ts';

const enterprise = generateEnterprise({ people: 300, seed: 5 });
const { truth } = enterprise;

let directory: string;
let files: readonly string[];

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'license-usage-report-'));
  files = await writeEnterpriseFiles(enterprise, directory);
});
afterAll(() => rm(directory, { recursive: true }));

async function reportOf(...args: readonly string[]) {
  const { status, stdout } = await runCommand('report', '--json', ...args);
  expect(status).toBe(0);
  return usageReportSchema.parse(JSON.parse(stdout));
}

describe('the files of an enterprise', () => {
  test('give the usage that was planted', async () => {
    const { usage } = await reportOf(...files);
    expect(compareUsage(usage, truth.usage)).toEqual([]);
  });

  test('give the findings that were planted, and the encrypted export', async () => {
    const { usage, findings } = await reportOf(...files);
    for (const kind of ANOMALY_KINDS) {
      const { count, seatsRecoverable } = truth.anomalies[kind];
      expect.soft(usage.findings[kind], kind).toEqual({ count, seats: seatsRecoverable });
    }
    expect(usage.findings['usage-encrypted'].count).toBe(1);
    expect(findings).toHaveLength(Object.values(usage.findings).reduce((sum, { count }) => sum + count, 0));
  });

  test("explain how GitHub's number differs from ours", async () => {
    const { usage } = await reportOf(...files);
    const { totals, explanations = [] } = usage.reconciliation ?? {};
    const { seatsConsumed } = truth.usage.github;
    expect(totals).toMatchObject({ ours: truth.usage.consumed, github: seatsConsumed });
    expect(explanations.reduce((sum, { seats }) => sum + seats, 0)).toBe(totals?.difference);
    for (const { finding_kind: kind } of explanations) expect(usage.findings[kind].count).toBeGreaterThan(0);
  });

  test("of server instances alone leave GitHub's number out", async () => {
    const exports = files.filter((file) => file.includes('license-usage.json'));
    expect((await reportOf(...exports)).usage.reconciliation).toBeNull();
    const { stdout } = await runCommand('report', ...exports);
    expect(stdout).toContain('People by instance');
    expect(stdout).not.toContain("GitHub's number");
  });

  test('in another order give the same', async () => {
    expect(await reportOf(...files.toReversed())).toEqual(await reportOf(...files));
  });

  test('count the newest of one source and channel, and the report says which', async () => {
    const licenses = files.filter((file) => /consumed_licenses.*csv$/.test(file));
    const report = await reportOf(...licenses);
    expect(report.files).toMatchObject([
      { path: expect.stringMatching(/acme\.csv$/), outcome: 'counted' },
      {
        path: expect.stringMatching(/acme-2024\.csv$/),
        outcome: 'superseded',
        superseded_by: report.files[0]?.path,
      },
    ]);
  });

  test('become a table without colors where the output is piped', async () => {
    const { status, stdout, stderr } = await runCommand('report', ...files);
    expect(status).toBe(0);
    expect(stdout).toBe(stripVTControlCharacters(stdout));
    expect(stdout).toMatch(new RegExp(`licenses consumed +${truth.usage.consumed}\\n`));
    expect(stdout).toMatch(/counted-twice +Counted twice by GitHub/);
    expect(stdout).toMatch(
      /Why GitHub's number differs\n {2}GitHub counts \d+ licenses, \d+ more than the \d+ counted here\./,
    );
    expect(stdout).toMatch(/\+\d+ +counted-twice +GitHub has not matched accounts/);
    expect(stdout).toContain('consumed_licenses-acme.csv is newer');
    expect(stderr).toBe('');
  });
});

describe('addresses', () => {
  const address = /[\w.-]+@[\w-]+\.example\.com/;

  test.each([[[]], [['--json']]])('are not shown (%s)', async (options) => {
    const { stdout } = await runCommand('report', ...options, ...files);
    expect(stdout).not.toMatch(address);
  });

  test.each([[[]], [['--json']]])('are shown to who asks for them (%s)', async (options) => {
    const { stdout } = await runCommand('report', '--show-people', ...options, ...files);
    expect(stdout).toMatch(address);
  });
});

describe('--out', () => {
  const peopleSchema = z.array(
    z.strictObject({
      id: z.string(),
      login: z.string().nullable(),
      accounts: z.array(z.string()),
      emails: z.array(z.string()),
      consumes: z.boolean(),
      reason: z.string(),
    }),
  );

  test('writes every person once, in CSV as in JSON', async () => {
    const [csv, json] = [join(directory, 'people.csv'), join(directory, 'people.json')];
    for (const out of [csv, json]) {
      expect(await runCommand('report', '--out', out, ...files)).toMatchObject({ status: 0 });
    }
    const people = peopleSchema.parse(JSON.parse(await readFile(json, 'utf8')));
    expect(people).toHaveLength(truth.usage.people);
    expect(people.filter(({ consumes }) => consumes)).toHaveLength(truth.usage.consumed);
    expect(new Set(people.map(({ id }) => id)).size).toBe(people.length);

    const rows = z
      .array(z.record(z.string(), z.string()))
      .parse(parse(await readFile(csv), { columns: true }));
    const restored = rows.map((row) =>
      Object.fromEntries(Object.entries(row).map(([key, cell]) => [key, restoredCell(cell)])),
    );
    expect(restored).toEqual(
      people.map((person) => ({
        ...person,
        login: person.login ?? '',
        accounts: person.accounts.join(', '),
        emails: person.emails.join(', '),
        consumes: String(person.consumes),
      })),
    );
  });

  test('writes no cell that a spreadsheet takes for a formula', async () => {
    const [licenses, out] = [join(directory, 'formula.json'), join(directory, 'formula.csv')];
    await writeFile(
      licenses,
      JSON.stringify({ total_seats_consumed: 1, users: [{ github_com_login: '=1+1' }] }),
    );
    await runCommand('report', '--out', out, licenses);
    const [row] = z.array(z.array(z.string())).parse(parse(await readFile(out), { from: 2 }));
    expect(row?.slice(1, 3)).toEqual(["'=1+1", "'@=1+1"]);
  });

  test('takes CSV and JSON only', async () => {
    const { status, stderr } = await runCommand('report', '--out', 'people.xlsx', ...files);
    expect(status).toBe(1);
    expect(stderr).toContain('.csv or .json');
  });
});

describe('exit status', () => {
  test('3 with --fail-on-findings when seats are recoverable', async () => {
    expect(await runCommand('report', '--fail-on-findings', ...files)).toMatchObject({ status: 3 });
  });

  test('0 with --fail-on-findings when there are none', async () => {
    const encrypted = files.filter((file) => file.endsWith('ghes-amer.example.com-license-usage.json'));
    const result = await runCommand('report', '--fail-on-findings', ...encrypted);
    expect(result).toMatchObject({ status: 0 });
    expect(result.stdout).toContain('encrypted users, which only GitHub can read: add its all_users.csv');
  });

  test.each([
    ['no file', [], 'missing required argument'],
    ['a file that is not there', ['nowhere.json'], 'nowhere.json cannot be read: check the path'],
    ['a folder', ['.'], 'is not a file'],
    ['an unknown option', ['--fast', 'x.json'], "unknown option '--fast'"],
    ['no host name', ['--host', 'a b', 'x.json'], 'no host name'],
  ])('1 for %s', async (_, args, message) => {
    const { status, stdout, stderr } = await runCommand('report', ...args);
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr).toContain(message);
  });

  test('1 for people that cannot be written', async () => {
    const out = join(directory, 'no-such-folder', 'people.csv');
    const { status, stderr } = await runCommand('report', '--out', out, ...files);
    expect(status).toBe(1);
    expect(stderr).toContain('no such file or directory');
  });

  test('2 for a rejected file, with the first 20 problems and nothing reported', async () => {
    const users = Array.from({ length: 25 }, () => ({ user_id: 'secret' }));
    const broken = join(directory, 'broken.json');
    await writeFile(broken, JSON.stringify({ instance: { host_name: 'ghes.example.com' }, users }));
    const { status, stdout, stderr } = await runCommand('report', broken, ...files);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toContain(`${broken} is rejected: invalid-content`);
    expect(stderr).toMatch(/line 1, column \d+, \$\.users\[0\]\.user_id: expected /);
    expect(stderr.match(/expected /g)).toHaveLength(20);
    expect(stderr).toMatch(/and \d+ more problems/);
    expect(stderr).not.toContain('secret');
  });
});

describe('a users report', () => {
  const REPORT = 'id,login,email,role,suspended?,dormant?\n71,mona,mona@work.example.com,admin,false,false\n';
  let report: string;

  beforeAll(async () => {
    report = join(directory, 'all_users.csv');
    await writeFile(report, REPORT);
  });

  test('without its instance is rejected, with what to do', async () => {
    const { status, stderr } = await runCommand('report', report);
    expect(status).toBe(2);
    expect(stderr).toContain('Name the instance: HOST=FILE, or --host HOST.');
  });

  test.each([
    ['HOST=FILE', (path: string) => [`ghes.example.com=${path}`]],
    ['--host', (path: string) => ['--host', 'https://GHES.example.com/', path]],
  ])('takes its instance from %s', async (_, argsFor) => {
    const { usage } = await reportOf(...argsFor(report));
    expect(usage.server_instances).toMatchObject([{ host_name: 'ghes.example.com', accounts: 1 }]);
  });

  test('takes --host only where nothing else names the instance', async () => {
    const { usage } = await reportOf('--host', 'ghes.example.com', report, ...files);
    const hosts = usage.server_instances.map(({ host_name }) => host_name);
    expect(hosts).toEqual(
      [...truth.usage.byInstance.map(({ hostName }) => hostName), 'ghes.example.com'].sort(),
    );
  });
});
