import { Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { downloadLinkSchema } from '../../../shared/contracts/http/downloads.ts';
import { findingsSchema } from '../../../shared/contracts/http/findings.ts';
import { readUsageFile } from '../../../shared/contracts/usage-file/read-usage-file.ts';
import type { FindingKind } from '../../../shared/domain/finding.ts';
import { cloudSnapshot, licenseRow } from '../../support/accounts.ts';
import { expectSameLicenses, parsedCsv } from '../../support/csv.ts';
import { generateEnterprise } from '../../support/enterprise/enterprise.ts';
import { errorOf, type HttpAnswer } from '../../support/http-client.ts';
import { observeEnterprise } from '../../support/observe-enterprise.ts';
import { ENTERPRISE, mergedWorld, ReadUsageWorld } from '../../support/read-usage-world.ts';

const jsonRows = z.array(z.record(z.string(), z.unknown()));

/** Those that change without a merge, and are in no report. */
const KINDS_OF_SOURCES: ReadonlySet<FindingKind> = new Set(['usage-encrypted', 'usage-stale', 'usage-held']);

/** The file to which the answer leads. */
function fileOf(world: ReadUsageWorld, { status, headers, body }: HttpAnswer): string {
  expect(status).toBe(302);
  const { url } = downloadLinkSchema.parse(body);
  expect(headers.location).toBe(url);
  const text = world.downloads.texts.get(url);
  if (text === undefined) throw new Error('the address leads nowhere');
  return text;
}

const download = async (world: ReadUsageWorld, target: string) =>
  fileOf(world, await world.call(`GET ${target}`));

describe.each(['/report.csv', '/report.json', '/findings.csv'])('GET %s', (path) => {
  it('leads to a file, made at the first request for it and no other', async () => {
    const world = await mergedWorld();
    const first = await download(world, path);
    expect(await download(world, path)).toBe(first);
    expect(world.downloadStarter.started).toHaveLength(1);
  });

  it('is found nowhere before the first merge', async () => {
    const world = new ReadUsageWorld();
    expect(errorOf(await world.call(`GET ${path}`))).toMatchObject({ status: '404' });
    expect(world.downloadStarter.started).toEqual([]);
  });

  it('is of the last merge, and of an earlier one when its report is named', async () => {
    const world = await mergedWorld();
    const before = await download(world, path);
    const reportId = world.usage.commits.at(-1)?.reportId;
    const observedAt = '2026-03-04T00:00:00.000Z';
    await world.observe(cloudSnapshot([licenseRow({ login: 'newcomer' })], { observedAt }));
    await world.merge();
    const after = await download(world, path);
    expect(after).not.toBe(before);
    expect(await download(world, `${path}?report_id=${reportId}`)).toBe(before);
  });

  it('knows no report that was never written', async () => {
    const world = await mergedWorld();
    const answer = await world.call(`GET ${path}?report_id=01JNB0ZC5QH3GZ5ZJ0Q3J7Y0XB`);
    expect(errorOf(answer)).toMatchObject({ status: '404' });
    expect(world.downloadStarter.started).toEqual([]);
  });

  it('is an error of ours when the report of the last merge is gone', async () => {
    const world = await mergedWorld();
    world.licenses.reports.clear();
    world.findings.reports.clear();
    expect((await world.call(`GET ${path}`)).status).toBe(500);
  });

  it('is waited for while it is being made', async () => {
    const world = await mergedWorld();
    const make = world.downloadStarter.make;
    let looks = 0;
    const has = world.downloads.has.bind(world.downloads);
    world.downloadStarter.make = async () => undefined;
    world.downloads.has = async (wanted) => {
      if (++looks === 4) await make(wanted);
      return has(wanted);
    };
    expect(await download(world, path)).not.toBe('');
    expect(world.downloadStarter.started).toHaveLength(1);
  });

  it('is to be asked for again when it takes longer than an answer may', async () => {
    const world = await mergedWorld();
    const startedAtMs = world.nowMs;
    world.downloadStarter.make = async () => undefined;
    const answer = await world.call(`GET ${path}`);
    expect(answer.status).toBe(202);
    expect(answer.headers['retry-after']).toMatch(/^\d+$/);
    expect(answer.body).toEqual({ message: 'The report is being prepared; ask again' });
    expect(world.nowMs - startedAtMs).toBeLessThan(25_000);
  });

  it('never logs where the file is to be had', async () => {
    const { output } = await (await mergedWorld()).call(`GET ${path}`);
    expect(output.lines()).toHaveLength(1);
    expect(output.text()).not.toContain('bucket.invalid');
  });
});

describe('GET /report.csv', () => {
  it.each([
    ['', 'GitHub com login,GitHub com name,'],
    ['?headers=current', 'GitHub com login,GitHub com name,'],
    ['?headers=legacy', 'github_com_login,github_com_name,'],
    ['?bom=true', '\uFEFFGitHub com login,'],
    ['?headers=legacy&bom=true', '\uFEFFgithub_com_login,'],
    ['?headers=legacy&bom=false', 'github_com_login,'],
  ])('%s begins with %j', async (query, beginning) => {
    const csv = await download(await mergedWorld(), `/report.csv${query}`);
    expect(csv.slice(0, beginning.length)).toBe(beginning);
  });

  it.each([
    ['headers=oldest', 'headers', 'must be one of current, legacy'],
    ['bom=yes', 'bom', 'must be true or false'],
    ['report_id=..%2F..', 'report_id', 'must be the id of a report'],
  ])('refuses %s', async (query, field, message) => {
    const answer = await (await mergedWorld()).call(`GET /report.csv?${query}`);
    expect(answer.status).toBe(422);
    expect(errorOf(answer).errors).toMatchObject([{ resource: 'Report', field, message }]);
  });
});

describe('GET /findings.csv', () => {
  it('has the findings of the merge, most seats first', async () => {
    const world = await mergedWorld();
    const rows = parsedCsv(await download(world, '/findings.csv?bom=true'));
    const { body } = await world.call('GET /findings');
    const shown = findingsSchema.parse(body).findings.filter(({ kind }) => !KINDS_OF_SOURCES.has(kind));
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.map(({ id }) => id)).toEqual(shown.map(({ id }) => id));
  });

  it('refuses a byte order mark that is neither wanted nor unwanted', async () => {
    const answer = await (await mergedWorld()).call('GET /findings.csv?bom=yes');
    expect(answer.status).toBe(422);
  });
});

describe('the reports of a generated enterprise', async () => {
  const world = new ReadUsageWorld();
  await observeEnterprise(world, generateEnterprise({ seed: 4, people: 300 }));
  await world.merge();
  const readJson = async () => jsonRows.parse(JSON.parse(await download(world, '/report.json')));

  it("are the users of GitHub's own API, all in one", async () => {
    const { body } = await world.call(`GET /enterprises/${ENTERPRISE}/consumed-licenses?per_page=100`);
    const licenses = await readJson();
    expect(body).toMatchObject({ users: licenses.slice(0, 100), total_seats_consumed: licenses.length });
  });

  it.each(['current', 'legacy'])('say the same in CSV with %s headers as in JSON', async (headers) => {
    const csv = await download(world, `/report.csv?headers=${headers}&bom=true`);
    expectSameLicenses(parsedCsv(csv), await readJson());
  });

  it.each(['current', 'legacy'])(
    'can be dropped as the CSV of GitHub that it looks like: %s',
    async (headers) => {
      const csv = await download(world, `/report.csv?headers=${headers}&bom=true`);
      const observedAt = '2026-03-05T00:00:00.000Z';
      const context = { observedAt, hostName: null, fileName: 'report.csv', maxBytes: 10_000_000 };
      const file = await readUsageFile(Readable.from([Buffer.from(csv)]), context);
      expect(file).toMatchObject({ kind: 'usage', snapshot: { kind: 'cloud', unidentifiedRows: 0 } });
      const { rows } = z.object({ rows: z.array(z.unknown()) }).parse(Reflect.get(file, 'snapshot'));
      expect(rows).toHaveLength((await readJson()).length);
    },
  );
});
