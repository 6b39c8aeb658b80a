import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { auditLogSchema } from '../../shared/contracts/http/audit-log.ts';
import { type ErasureBody, erasureSchema } from '../../shared/contracts/http/erasures.ts';
import { personalDataSchema } from '../../shared/contracts/http/personal-data.ts';
import { RunningStack } from '../support/running-stack.ts';

const GONE = 'gone@example.com';
const HEADER =
  'created_at,id,login,email,role,suspended?,last_logged_ip,repos,ssh_keys,org_memberships,dormant?,last_active,raw_login,2fa_enabled?';

let running: RunningStack;

beforeAll(async () => {
  running = await RunningStack.start();
});

afterAll(() => running.remove());

/** A users report with these accounts, which replaces the one before. */
async function drop(...emails: string[]): Promise<void> {
  const rows = emails.map(
    (email, id) => `2020-01-01,${id + 1},login,${email},user,false,,1,2,,false,2026-01-01,,true`,
  );
  const names = { fileName: 'all_users.csv', hostName: 'ghes.example.com' };
  expect(await running.drop(`${[HEADER, ...rows].join('\n')}\n`, names)).toMatchObject({ state: 'merged' });
}

const post = (path: string) => running.fetch(path, { method: 'POST', body: { email: GONE } });

async function lookUp() {
  return personalDataSchema.parse(await (await post('/personal-data/lookup')).json());
}

async function erasureOf(path: string): Promise<ErasureBody> {
  for (let look = 0; look < 100; look++) {
    const erasure = erasureSchema.parse(await running.get(path));
    if (erasure.state !== 'requested') return erasure;
    await pause(100);
  }
  throw new Error('the erasure has no outcome');
}

test('a person is looked up, refused to be erased while there, and erased once gone, with a trail of it', async () => {
  await drop('stays@example.com', GONE);
  expect((await lookUp()).people).toHaveLength(1);
  expect((await post('/personal-data/erase')).status).toBe(409);

  await drop('stays@example.com');
  const past = await lookUp();
  expect(new Set(past.files.map(({ standing }) => standing))).toEqual(new Set(['older']));
  const answer = await post('/personal-data/erase');
  expect(answer.status).toBe(202);
  const location = new URL(answer.headers.get('location') ?? '').pathname;
  expect(await erasureOf(location)).toMatchObject({ state: 'erased', counts: { snapshots_rewritten: 1 } });

  const left = await lookUp();
  expect(left).toMatchObject({ people: [], files: [], continue_after: null });
  expect(left.uploads).toHaveLength(2);
  const { entries } = auditLogSchema.parse(await running.get('/audit-log'));
  expect(entries.map(({ action }) => action).reverse()).toEqual([
    'add-upload',
    'look-up-personal-data',
    'erase-personal-data',
    'add-upload',
    'look-up-personal-data',
    'erase-personal-data',
    'look-up-personal-data',
  ]);
  const logs = join(running.directory, 'data/logs');
  const logged = readdirSync(logs).map((name) => readFileSync(join(logs, name), 'utf8'));
  expect(running.log.join('\n') + logged.join('\n')).not.toContain('@example.com');
});
