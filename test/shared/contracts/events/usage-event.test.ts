import { describe, expect, test } from 'vitest';
import { usageEventBody } from '../../../../shared/contracts/events/usage-event.ts';
import { serverSourceId } from '../../../../shared/domain/usage-snapshot.ts';
import { host } from '../../../support/accounts.ts';
import { pullOf, syncRunOf } from '../../../support/sync-runs.ts';
import { uploadOf } from '../../../support/uploads.ts';

const AT = '2026-03-05T12:00:00.000Z';

describe('an upload that is told', () => {
  test('has neither the name of its file nor anything of its problems', () => {
    const problem = { path: '$.users[3]', line: 4, column: 5, expected: 'a list', fix: 'mend it' };
    const upload = uploadOf('01KJZ15M8E9V2C0W7S6R4T3A1B', {
      key: 'uploads/octocat.csv',
      state: 'rejected',
      rejection: { reason: 'invalid-content', problems: [problem], totalProblems: 7 },
    });
    const { detail } = usageEventBody({ kind: 'upload-ended', upload });
    expect(detail).toMatchObject({ rejection: { reason: 'invalid-content', total_problems: 7 } });
    expect(JSON.stringify(detail)).not.toMatch(/octocat|users\[3\]|uploads\//);
  });

  test('has ended, or is held', () => {
    expect(() => usageEventBody({ kind: 'upload-ended', upload: uploadOf('id') })).toThrow('state');
  });
});

describe('a sync that is told', () => {
  test('has ended', () => {
    expect(() => usageEventBody({ kind: 'sync-ended', run: syncRunOf('id') })).toThrow('state');
  });

  test('fits in an event, however many instances it asked in vain', () => {
    const pulls = Array.from({ length: 5000 }, (_, index) =>
      pullOf({
        source: serverSourceId(host(`ghe-${index}.example.com`)),
        state: 'failed',
        failure: 'untrusted-certificate',
      }),
    );
    const run = syncRunOf('id', { state: 'failed', endedAt: AT, pulls });
    const { detail } = usageEventBody({ kind: 'sync-ended', run });
    expect(detail).toMatchObject({ pulls: { failed: 5000 } });
    // 256 KB: https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-putevents.html
    expect(JSON.stringify(detail).length).toBeLessThan(100_000);
  });
});
