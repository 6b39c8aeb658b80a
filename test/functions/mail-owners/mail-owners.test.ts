import { describe, expect, test } from 'vitest';
import { handler } from '../../../functions/mail-owners/handler.ts';
import { mailAbout, mailOwners } from '../../../functions/mail-owners/mail-owners.ts';
import { usageEventBody } from '../../../shared/contracts/events/usage-event.ts';
import { PULL_FAILURES, type Pull, RUN_FAILURES, type SyncRun } from '../../../shared/domain/sync-run.ts';
import type { ToldUsage } from '../../../shared/domain/told-usage.ts';
import { REJECTION_REASONS, type Upload } from '../../../shared/domain/upload.ts';
import type { UsageEvent } from '../../../shared/domain/usage-event.ts';
import type { Mail } from '../../../shared/notification-ports.ts';
import { captureOutput } from '../../support/captured-output.ts';
import { LAMBDA_CONTEXT } from '../../support/lambda-context.ts';
import { pullOf, syncRunOf } from '../../support/sync-runs.ts';
import { uploadOf } from '../../support/uploads.ts';
import { committedOf } from '../../support/usage-news.ts';

const API = 'https://api.example.com';
const ENDED = { endedAt: '2026-03-05T12:00:00.000Z' };

const mail = (event: UsageEvent) => mailAbout(usageEventBody(event), API);
const upload = (facts: Partial<Upload>) => mail({ kind: 'upload-ended', upload: uploadOf('UPLOAD', facts) });
const sync = (facts: Partial<SyncRun>) =>
  mail({ kind: 'sync-ended', run: syncRunOf('RUN', { ...ENDED, ...facts }) });

function merge(
  consumed: number,
  purchased: number,
  shareCrossed: number | null,
  before: ToldUsage | null = null,
) {
  return mail({
    kind: 'merged',
    news: { committed: committedOf(2, consumed, purchased), before, shareCrossed },
  });
}

const BEFORE: ToldUsage = {
  mergeId: 'merge-1',
  generation: 1,
  people: 1190,
  consumed: 1190,
  purchased: 1500,
  share: 0,
};

describe('owners are mailed', () => {
  test('that a share of the purchased licenses is reached', () => {
    expect(merge(1200, 1500, 80, BEFORE)).toEqual({
      subject: 'License usage has reached 80% of the purchased licenses',
      text: [
        '1,200 user licenses of 1,500 purchased are consumed. 300 left.',
        'It was 1,190 when last told.',
        '',
        'What to do: purchase more, or suspend accounts that nobody needs.',
        '',
        'Where to look, with the GitHub token of an enterprise owner:',
        '  GET https://api.example.com/usage',
        '  GET https://api.example.com/findings',
        '',
      ].join('\n'),
    });
  });

  test('what could be got back instead of purchased, and where GitHub counts otherwise', () => {
    const { usage } = committedOf(1, 10, 10);
    const findings = { ...usage.findings, 'counted-twice': { count: 1, seats: 1 } };
    const github = { seatsConsumed: 11, seatsPurchased: 10 };
    const committed = committedOf(1, 10, 10, { usage: { ...usage, findings, github } });
    const told = mail({ kind: 'merged', news: { committed, before: null, shareCrossed: 100 } });
    expect(told?.text).toContain('10 user licenses of 10 purchased are consumed. None is left.');
    expect(told?.text).toContain('GitHub itself counts 11.');
    expect(told?.text).toContain(
      'the findings say how to get back up to 1 license; otherwise purchase more.',
    );
  });

  test('that more is consumed than there is', () => {
    expect(merge(12, 10, 100)?.text).toContain(
      '12 user licenses of 10 purchased are consumed. That is 2 more',
    );
  });

  test('that a sync has failed in part, and where', () => {
    const pulls: Pull[] = [
      pullOf({ state: 'completed', source: 'cloud', kind: 'consumed-licenses' }),
      pullOf({ state: 'failed', failure: 'unauthorized' }),
      pullOf({
        state: 'held',
        kind: 'server-accounts',
        hold: { accountsBefore: 1000, accountsRemoved: 400 },
      }),
      pullOf({ state: 'skipped', source: 'server:ghe-b.example.com' }),
    ];
    const told = sync({ state: 'partly-failed', pulls });
    expect(told?.subject).toBe('A license usage sync has failed in part');
    expect(told?.text.split('\n')).toEqual([
      'A sync of license usage has failed in part. What is listed stays as it was before; the rest is up to date.',
      '- server:ghe-a.example.com, users report: failed (unauthorized)',
      '- server:ghe-a.example.com, server accounts: held, since 400 of 1,000 accounts would be gone',
      '- server:ghe-b.example.com, users report: no time was left',
      '',
      expect.stringMatching(/^What to do: /),
      '',
      expect.stringMatching(/^Where to look/),
      '  GET https://api.example.com/sync-runs/RUN',
      '  POST https://api.example.com/sync-now',
      '',
    ]);
  });

  test('that a sync has failed for a reason of its own', () => {
    expect(sync({ state: 'failed', failure: 'nothing-configured' })).toMatchObject({
      subject: 'A license usage sync has failed',
      text: expect.stringContaining('No connection to GitHub is configured.'),
    });
  });

  test('that a file is held', () => {
    const told = upload({
      state: 'held',
      source: 'server:ghe-a.example.com',
      hold: { accountsBefore: 60, accountsRemoved: 50 },
    });
    expect(told?.subject).toBe('A license usage file is held');
    expect(told?.text).toContain('50 of 60 accounts would be gone from server:ghe-a.example.com.');
    expect(told?.text).toContain('  POST https://api.example.com/uploads/UPLOAD/accept\n');
  });

  test('that a file was rejected', () => {
    const told = upload({
      state: 'rejected',
      rejection: { reason: 'invalid-content', problems: [], totalProblems: 2 },
    });
    expect(told?.subject).toBe('A license usage file was rejected');
    expect(told?.text).toContain('It has 2 problems (invalid-content).');
    expect(told?.text).toContain('  GET https://api.example.com/uploads/UPLOAD\n');
  });
});

describe('owners are not mailed', () => {
  test.each<{ of: string; written: Mail | null }>([
    { of: 'a merge that reaches no further share', written: merge(1200, 1500, null, BEFORE) },
    { of: 'a sync that succeeded', written: sync({ state: 'succeeded' }) },
    { of: 'a merged file', written: upload({ state: 'merged' }) },
    { of: 'a superseded file', written: upload({ state: 'superseded' }) },
    { of: 'an encrypted file', written: upload({ state: 'encrypted' }) },
  ])('of $of', ({ written }) => {
    expect(written).toBeNull();
  });
});

test('every mail has a subject that SNS takes, and stays short', () => {
  const rejected = REJECTION_REASONS.map((reason) =>
    upload({ state: 'rejected', rejection: { reason, problems: [], totalProblems: 1 } }),
  );
  const failed = RUN_FAILURES.map((failure) => sync({ state: 'failed', failure }));
  const pulls = PULL_FAILURES.flatMap((failure) =>
    Array.from({ length: 20 }, () => pullOf({ state: 'failed', failure })),
  );
  const long = sync({ state: 'failed', pulls });
  expect(long?.text).toContain('- and more');
  for (const written of [...rejected, ...failed, long, merge(1, 1, 87.5)]) {
    expect(written?.subject).toMatch(/^[ -~]{1,100}$/);
    expect(written?.text.split('\n').length).toBeLessThan(40);
  }
});

test('a mail that cannot be sent fails, for Lambda to try again', async () => {
  const event = usageEventBody({
    kind: 'upload-ended',
    upload: uploadOf('UPLOAD', { state: 'held' }),
  });
  const failing = { send: () => Promise.reject(new Error('no topic')) };
  await expect(mailOwners(event, failing, API)).rejects.toThrow('no topic');
});

test('an event of another shape is refused, not taken for nothing to mail', async () => {
  const output = captureOutput();
  await expect(handler({ source: 'license-usage-sync', detail: {} }, LAMBDA_CONTEXT)).rejects.toThrow();
  expect(output.lines()).toMatchObject([{ service: 'mail-owners', outcome: 'failed' }]);
});
