import { buffer } from 'node:stream/consumers';
import { gunzipSync } from 'node:zlib';
import {
  DeleteObjectCommand,
  GetObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  type S3Client,
} from '@aws-sdk/client-s3';
import { beforeEach, expect, it } from 'vitest';
import { erasureSchema } from '../../../shared/contracts/http/erasures.ts';
import { personalDataSchema } from '../../../shared/contracts/http/personal-data.ts';
import { personIdOf } from '../../../shared/runtime/fingerprint.ts';
import { BUCKET, describeOnS3 } from '../../contract/describe-bucket-port.ts';
import { cloudSnapshot, email, licenseRow, serverAccount, serverSnapshot } from '../../support/accounts.ts';
import { errorOf } from '../../support/http-client.ts';
import { PersonalDataWorld } from '../../support/personal-data-world.ts';
import { uploadOf } from '../../support/uploads.ts';

const MONA = 'mona@example.com';
const SUBJECT = personIdOf(`email:${email(MONA)}`);
const HOST = 'ghes.example.com';
const EVERY_CHANGE = { mergeId: null, from: null, to: null };

const mona = serverAccount(`${HOST}:1`, { primaryEmail: email(MONA) });
const ramona = serverAccount(`${HOST}:2`, { primaryEmail: email('ramona@example.com'), dormant: true });

async function textsIn(s3: S3Client): Promise<Map<string, string>> {
  const { Contents = [] } = await s3.send(new ListObjectsV2Command({ Bucket: BUCKET }));
  const texts = new Map<string, string>();
  for (const { Key = '' } of Contents) {
    const { Body } = await s3.send(new GetObjectCommand({ Bucket: BUCKET, Key }));
    const bytes = await buffer(Body as NodeJS.ReadableStream);
    texts.set(Key, (Key.endsWith('.gz') && bytes.length > 0 ? gunzipSync(bytes) : bytes).toString('utf8'));
  }
  return texts;
}

describeOnS3('personal data', (bucket) => {
  let world: PersonalDataWorld;

  beforeEach(async () => {
    const { Contents = [] } = await bucket().send(new ListObjectsV2Command({ Bucket: BUCKET }));
    for (const { Key } of Contents) {
      await bucket().send(new DeleteObjectCommand({ Bucket: BUCKET, Key }));
    }
    world = new PersonalDataWorld(bucket(), BUCKET);
  });

  const put = (Key: string, Body: string) =>
    bucket().send(new PutObjectCommand({ Bucket: BUCKET, Key, Body }));

  const usageOf = (day: number, ...accounts: (typeof mona)[]) =>
    serverSnapshot(HOST, accounts, { observedAt: `2026-03-0${day}T00:00:00.000Z` });

  /** Mona on the instance and in the cloud, with a dormant colleague. */
  async function monaIsThere(): Promise<string> {
    await world.observe(
      cloudSnapshot([licenseRow({ login: 'MonaLisa', verifiedEmails: [email(MONA)] })], {
        observedAt: '2026-03-01T00:00:00.000Z',
      }),
    );
    await world.observe(usageOf(1, mona, ramona));
    return world.merge();
  }

  async function monaLeaves(): Promise<string> {
    await world.observe(cloudSnapshot([], { observedAt: '2026-03-02T00:00:00.000Z' }));
    await world.observe(usageOf(2, ramona));
    return world.merge();
  }

  async function lookUp(body: object = { email: MONA }) {
    const answer = await world.call('POST /personal-data/lookup', { body: JSON.stringify(body) });
    expect(answer.status, answer.output.text()).toBe(200);
    expect(answer.output.text()).not.toContain(MONA);
    return personalDataSchema.parse(answer.body);
  }

  const requestErasure = (address = MONA) =>
    world.call('POST /personal-data/erase', { body: JSON.stringify({ email: address }) });

  /** Asks for it and has it done. */
  async function erase() {
    const answer = await requestErasure();
    expect(answer.status).toBe(202);
    const { id } = erasureSchema.parse(answer.body);
    expect(answer.headers.location).toBe(`https://api.example.com/personal-data/erasures/${id}`);
    await world.erase();
    return erasureSchema.parse((await world.call(`GET /personal-data/erasures/${id}`)).body);
  }

  it('of somebody who is there is found wherever it is', async () => {
    const reportId = await monaIsThere();
    await put(`downloads/${reportId}/consumed_licenses.json`, `[{"emails":["${MONA}"]}]`);
    await put('uploads/notes.txt', 'unknown');
    const [finding] = (await lookUp()).files.flatMap(({ findings }) => findings);
    const shown = await lookUp({ email: ' MONA@example.com ' });
    expect(shown.id).toBe(SUBJECT);
    expect(shown.people).toEqual([personIdOf('login:monalisa')]);
    const snapshots = shown.files.filter(({ kind }) => kind === 'snapshot');
    expect(snapshots).toMatchObject([
      { source: 'cloud', standing: 'current', records: 1, accounts: ['@monalisa'] },
      { source: `server:${HOST}`, standing: 'current', records: 1, accounts: [`${HOST}:1`] },
    ]);
    const parts = shown.files.filter(({ kind }) => kind === 'report');
    expect(parts.map(({ key }) => key.split('/').at(-1)?.split('.')[0])).toEqual(
      expect.arrayContaining(['people', 'search', 'licenses']),
    );
    expect(new Set(parts.map(({ standing }) => standing))).toEqual(new Set(['current']));
    expect(parts.flatMap(({ people }) => people)).toEqual(shown.people);
    expect(shown.files.filter(({ kind }) => kind === 'download')).toMatchObject([{ report_id: reportId }]);
    expect(shown.uploads).toMatchObject([{ key: 'uploads/notes.txt', size: 7 }]);
    expect(shown.continue_after).toBeNull();
    expect(finding === undefined || shown.dismissed_findings.length === 0).toBe(true);
  });

  it('is found in a SAML NameID that leads to nobody', async () => {
    const row = licenseRow({ login: 'other', samlNameId: 'Mona@example.com' });
    await world.observe(cloudSnapshot([row]));
    await world.merge();
    expect((await lookUp()).people).toEqual([personIdOf('login:other')]);
  });

  it('is looked for where an earlier look-up ran out of time', async () => {
    await monaIsThere();
    await monaLeaves();
    const whole = await lookUp();
    world.tickMs = 60_000;
    const files = [];
    let after: string | null = null;
    do {
      const part = await lookUp({ email: MONA, continue_after: after });
      files.push(...part.files);
      after = part.continue_after;
    } while (after !== null);
    expect(files).toEqual(whole.files);
    expect(world.audit.acts.length).toBeGreaterThan(2);
  });

  it('is looked up and erased under a hash in the audit trail, which must be there first', async () => {
    await monaIsThere();
    await monaLeaves();
    await lookUp();
    await requestErasure();
    expect(world.audit.acts).toEqual([
      { action: 'look-up-personal-data', target: SUBJECT },
      { action: 'erase-personal-data', target: SUBJECT },
    ]);
    world.audit.record = async () => {
      throw new Error('the audit trail is not there');
    };
    const looked = await world.call('POST /personal-data/lookup', { body: JSON.stringify({ email: MONA }) });
    expect([looked.status, (await requestErasure()).status]).toEqual([500, 500]);
    expect(world.started).toHaveLength(1);
  });

  it('is not erased while the newest usage has it', async () => {
    await monaIsThere();
    const { status, message } = errorOf(await requestErasure());
    expect(status).toBe('409');
    expect(message).toContain(`server:${HOST}: the newest usage has the address`);
    expect(message).toContain('cloud: the newest usage has the address');
    expect(message).not.toContain(MONA);
    expect(world.started).toEqual([]);
  });

  it.each([
    ['is held', 'usage that was held', () => world.snapshots.save(usageOf(9, mona))],
    ['is not merged yet', 'not merged yet', () => world.observe(usageOf(9, ramona))],
  ])('is not erased while newer usage %s', async (_, reason, comes) => {
    await monaIsThere();
    await monaLeaves();
    await comes();
    expect(errorOf(await requestErasure()).message).toContain(reason);
  });

  it('is not erased when the account is there with another address', async () => {
    await monaIsThere();
    await world.observe(cloudSnapshot([], { observedAt: '2026-03-02T00:00:00.000Z' }));
    const renamed = { ...mona, primaryEmail: email('lisa@example.com') };
    await world.observe(usageOf(2, renamed, ramona));
    await world.merge();
    const before = await textsIn(bucket());
    expect(await erase()).toMatchObject({
      state: 'refused',
      refusals: [{ reason: 'account-still-there', source: `server:${HOST}` }],
      counts: null,
    });
    expect(await textsIn(bucket())).toEqual(before);
  });

  it('of who has left is erased, and of everybody else stays', async () => {
    const first = await monaIsThere();
    await put(`downloads/${first}/consumed_licenses.json`, `[{"emails":["${MONA}"]}]`);
    await put('uploads/all_users.csv', MONA);
    const last = await monaLeaves();
    const changesBefore = await world.mergePorts.changes.page(last, EVERY_CHANGE, { page: 1, perPage: 100 });
    const before = await textsIn(bucket());

    const erasure = await erase();
    expect(erasure).toMatchObject({
      subject: SUBJECT,
      state: 'erased',
      counts: {
        snapshots_rewritten: 2,
        snapshots_removed: 0,
        reports_removed: 1,
        downloads_removed: 1,
        changes_masked: 2,
      },
      uploads: [{ key: 'uploads/all_users.csv' }],
    });
    expect(erasure.older_versions_expire_at).not.toBeNull();

    const after = await textsIn(bucket());
    const personId = personIdOf('login:monalisa');
    for (const [key, text] of after) {
      if (key.startsWith('uploads/')) continue;
      expect(text.toLowerCase(), key).not.toMatch(/[^a]mona@example|monalisa/);
      expect(text, key).not.toContain(personId);
    }
    const untouched = [...before.keys()].filter((key) => key.includes(`reports/${last}/`));
    for (const key of untouched.filter((name) => !/changes(-index)?\./.test(name))) {
      expect(after.get(key)).toBe(before.get(key));
    }
    expect(await lookUp()).toMatchObject({ people: [], files: [], dismissed_findings: [] });

    // A warm reader has the places of the old changes at hand.
    const { changes } = world.mergePorts;
    const changesAfter = await changes.page(last, EVERY_CHANGE, { page: 1, perPage: 100 });
    expect(changesAfter.total).toBe(changesBefore.total);
    expect(changesAfter.items.map(({ kind }) => kind)).toEqual(changesBefore.items.map(({ kind }) => kind));
    const erased = changesAfter.items.flatMap(({ before, after }) => [...before, ...after]);
    expect(erased.filter(({ id }) => /^0+$/.test(id))).toHaveLength(2);
    expect(erased.some(({ accounts }) => accounts.includes('@monalisa' as never))).toBe(false);
  });

  it('leaves past usage as it was, but for who is erased', async () => {
    await monaIsThere();
    await monaLeaves();
    await erase();
    const stored = [];
    for await (const snapshot of world.snapshotHistory.list()) stored.push(snapshot);
    const past = stored.filter(({ observedAt }) => observedAt < '2026-03-02');
    expect(past.map(({ source, channel }) => `${source} ${channel}`).sort()).toEqual([
      'cloud rest',
      `server:${HOST} users-report`,
    ]);
    for (const snapshot of past) {
      const usage = await world.snapshots.load(snapshot);
      if (usage.kind === 'server') expect([...usage.accounts]).toEqual([ramona]);
    }
    await world.observe(usageOf(3, ramona));
    await world.merge();
  });

  it('removes a past snapshot that was held, which under another name would come to count', async () => {
    const held = await world.snapshots.save(usageOf(1, mona));
    world.uploads.uploads.set('1', uploadOf('1', { state: 'held', snapshot: held }));
    await world.observe(usageOf(2, ramona));
    await world.merge();
    expect((await erase()).counts).toMatchObject({ snapshots_rewritten: 0, snapshots_removed: 1 });
  });

  it('removes dismissals of findings about who is erased', async () => {
    const silent = { ...mona, dormant: true };
    await world.observe(usageOf(1, silent, ramona));
    await world.merge();
    const findings = (await lookUp()).files.flatMap((file) => file.findings);
    const people = (await lookUp()).files.flatMap((file) => file.people);
    expect(people).toEqual([SUBJECT]);
    for (const findingId of findings) {
      await world.dismissals.put({
        findingId: findingId as never,
        reason: `${MONA} is on leave`,
        by: 'octo-owner',
        at: '2026-03-01T00:00:00.000Z',
      });
    }
    expect((await lookUp()).dismissed_findings).toEqual(findings);
    await world.observe(usageOf(2, ramona));
    await world.merge();
    expect((await erase()).counts?.dismissals_removed).toBe(findings.length);
    expect(await world.dismissals.list()).toEqual([]);
  });

  it('is erased to the end after an attempt that died, wherever it did', async () => {
    await monaIsThere();
    await monaLeaves();
    await requestErasure();
    const [request] = world.started;
    const { remove } = world.eraser;
    for (let left = 0, isDone = false; !isDone; left++) {
      let steps = left;
      world.eraser.remove = async (file) => {
        if (steps-- === 0) throw new Error('the function has died');
        return remove.call(world.eraser, file);
      };
      isDone = await world.erase().then(
        () => true,
        () => false,
      );
      if (!isDone && request !== undefined) world.started.push(request);
    }
    expect([...world.erasures.erasures.values()]).toMatchObject([{ state: 'erased' }]);
    for (const [key, text] of await textsIn(bucket())) {
      expect(text.toLowerCase(), key).not.toMatch(/[^a]mona@example|monalisa/);
    }
  });

  it.each([
    ['POST /personal-data/lookup', '{}', 'email'],
    ['POST /personal-data/lookup', '{"email":"mona"}', 'email'],
    ['POST /personal-data/lookup', '{"email":"mona@example.com","login":"mona"}', 'login'],
    ['POST /personal-data/erase', '{"email":7}', 'email'],
  ])('%s refuses %s', async (request, body, field) => {
    const answer = await world.call(request, { body });
    expect(answer.status).toBe(422);
    expect(errorOf(answer).errors).toMatchObject([{ field }]);
    expect(world.audit.entries).toEqual([]);
  });

  it.each(['01JNB0ZC5QH3GZ5ZJ0Q3J7Y0XB', 'odd'])('knows no erasure %s', async (id) => {
    expect((await world.call(`GET /personal-data/erasures/${id}`)).status).toBe(404);
  });
});
