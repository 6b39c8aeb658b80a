import type { SyncRunBody } from '../../../shared/contracts/http/sync-runs.ts';
import type { UsageBody } from '../../../shared/contracts/http/usage.ts';
import type { Difference } from './compare-usage.ts';
import { type DemoResult, type FileOutcome, fileTitle } from './run-demo.ts';
import { textTable } from './text-table.ts';

const UNKNOWN = '-';

const OTHER_ENTERPRISE =
  '  If there was another enterprise before, that is why. To begin without it: npm start -- --fresh';

/** What `npm run demo` prints at its end: what came of each file and pull, the usage, and whether it is right. */
export function demoReport(result: DemoResult, api: string): string {
  const { outcomes, afterFiles, sync } = result;
  return [
    filesReport(outcomes),
    ...mergesReport(outcomes),
    ...(sync === null ? [] : [syncReport(sync.run)]),
    usageReport((sync?.after ?? afterFiles).usage),
    filesVerdict(result),
    ...(sync === null ? [] : [syncVerdict(sync)]),
    whereToLook(api),
  ].join('\n\n');
}

function filesReport(outcomes: readonly FileOutcome[]): string {
  const rows = outcomes.map(({ file, upload }) => [
    `  ${fileTitle(file)}`,
    upload.state,
    upload.snapshot?.accounts ?? UNKNOWN,
  ]);
  return textTable([['File', 'outcome', 'accounts'], ...rows]);
}

/** Files that arrive together are merged together, so people are counted by merge. */
function mergesReport(outcomes: readonly FileOutcome[]): string[] {
  const merges = Map.groupBy(outcomes, ({ upload }) => upload.merge_id);
  const rows = [...merges.values()].flatMap((files) => {
    const counts = files[0]?.upload.counts ?? null;
    if (counts === null) return [];
    const { people_added, people_changed, people_removed, licenses_before, licenses_after } = counts;
    const people = [people_added, people_changed, people_removed];
    return [[`  of ${files.length} files`, ...people, licenses_before, licenses_after]];
  });
  if (rows.length === 0) return [];
  return [textTable([['Merge', 'people added', 'changed', 'removed', 'licenses before', 'after'], ...rows])];
}

function usageReport(usage: UsageBody): string {
  const { by_deployment: deployment, by_license_type: type, github } = usage;
  return [
    textTable([
      ['User licenses', ''],
      ['  consumed', usage.consumed],
      ['  purchased', usage.purchased ?? UNKNOWN],
      ['  available', usage.available ?? UNKNOWN],
      ["  consumed by GitHub's own count", github.seats_consumed ?? UNKNOWN],
      ['  of type enterprise', type.enterprise],
      ['  of type Visual Studio subscription', type.visual_studio_subscription],
    ]),
    textTable([
      ['By deployment', 'people', 'consumed'],
      ['  cloud only', deployment.cloud_only.people, deployment.cloud_only.consumed],
      ['  server only', deployment.server_only.people, deployment.server_only.consumed],
      ['  cloud and server', deployment.cloud_and_server.people, deployment.cloud_and_server.consumed],
      ['  no account', deployment.none.people, deployment.none.consumed],
      ['  all', usage.people, usage.consumed],
    ]),
    textTable([
      ['By server instance', 'accounts', 'people', 'consumed'],
      ...usage.server_instances.map((instance) => [
        `  ${instance.host_name}`,
        instance.accounts,
        instance.people,
        instance.consumed,
      ]),
    ]),
    textTable([
      ['By reason', 'people'],
      ...Object.entries(usage.by_reason).map(([reason, people]) => [`  ${reason}`, people]),
    ]),
  ].join('\n\n');
}

function syncReport({ pulls, totals }: SyncRunBody): string {
  return textTable([
    ['Pull', 'outcome', 'entries', 'requests', 'seconds'],
    ...pulls.map(({ kind, source, state, entries, requests, duration_seconds: seconds }) => [
      `  ${source} ${kind}`,
      state,
      entries ?? UNKNOWN,
      requests,
      seconds ?? UNKNOWN,
    ]),
    ['  all', '', totals.entries, totals.requests],
  ]);
}

function filesVerdict({ outcomes, afterFiles }: DemoResult): string {
  const unexpected = outcomes.filter(({ expected }) => !expected);
  if (unexpected.length === 0 && afterFiles.differences.length === 0) {
    return "By the files, the usage agrees with the generator's truth.";
  }
  return [
    "By the files, the usage does not agree with the generator's truth.",
    ...unexpected.map(({ file, upload }) => `  ${fileTitle(file)} is ${upload.state}: ${upload.message}`),
    ...(unexpected.length > 0 ? [OTHER_ENTERPRISE] : []),
    ...afterFiles.differences.map(differenceText),
  ].join('\n');
}

function syncVerdict({ run, after }: NonNullable<DemoResult['sync']>): string {
  if (run.state === 'succeeded' && after.differences.length === 0) {
    return "By the sync, the usage agrees with the generator's truth.";
  }
  const bad = run.pulls.filter(({ state }) => state !== 'completed' && state !== 'superseded');
  return [
    "By the sync, the usage does not agree with the generator's truth.",
    ...(run.state === 'succeeded' ? [] : [`  The sync is ${run.state}: ${run.message}`]),
    ...bad.map(({ kind, source, message }) => `  ${source} ${kind}: ${message}`),
    ...after.differences.map(differenceText),
  ].join('\n');
}

function differenceText({ path, expected, actual }: Difference): string {
  return `  ${path} is ${actual ?? 'missing'}, planted ${expected ?? 'none'}`;
}

function whereToLook(api: string): string {
  return [
    'Look further (npm start shows the token):',
    ...['/usage', '/people?q=mona&per_page=5', '/server-instances', '/uploads', '/sync-runs'].map(
      (path) => `  curl -H "Authorization: Bearer $token" '${api}${path}'`,
    ),
  ].join('\n');
}
