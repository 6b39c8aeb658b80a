import { isConcluded, type Pull, type PullKind, type SyncRun } from '../../shared/domain/sync-run.ts';
import { type SourceId, serverSourceId } from '../../shared/domain/usage-snapshot.ts';
import type { GitHubConnections, ServerInstallation } from '../../shared/github-ports.ts';
import type { SourceRecord } from '../../shared/ports.ts';
import type { PullKey } from './run-record.ts';

export type Connected = Awaited<ReturnType<GitHubConnections['connect']>>;

/** An installation that has uploaded its usage. */
export type UploadedInstallation = ServerInstallation & { readonly uploadedAt: string };

/** In the order in which they are asked; server-accounts follow the list of installations. */
const CLOUD_PULLS: readonly PullKind[] = [
  'consumed-licenses',
  'linked-identities',
  'license-sync-status',
  'server-installations',
];

/** A manual run asks the sources it names, any other those with automatic sync on. */
export function wantedSources(
  { sources }: SyncRun,
  records: readonly SourceRecord[],
): (source: SourceId) => boolean {
  const off = new Set(records.filter((record) => !record.automaticSync).map((record) => record.source));
  return (source) => sources?.includes(source) ?? !off.has(source);
}

/**
 * The pulls of a run before the list of installations is known, which is asked for the servers' sake also when the
 * cloud is not wanted. What an earlier attempt of the run has settled stays; anything else is to be asked again.
 */
export function planPulls(
  run: SyncRun,
  { enterprise, servers }: Connected,
  isWanted: (source: SourceId) => boolean,
): Pull[] {
  const ofCloud = isWanted('cloud') ? CLOUD_PULLS : (['server-installations'] as const);
  const planned = [
    ...(enterprise === null ? [] : ofCloud.map((kind): PullKey => ({ kind, source: 'cloud' }))),
    ...servers
      .map(({ hostName }): PullKey => ({ kind: 'users-report', source: serverSourceId(hostName) }))
      .filter(({ source }) => isWanted(source)),
  ];
  const settled = settledPulls(run);
  const open = planned
    .filter((key) => !settled.some(isSame(key)))
    .map((key) => waitingPull(key, run.pulls.find(isSame(key))?.requests));
  return [...settled, ...open];
}

/** Those that are there already are left out. */
export function serverAccountPulls(
  run: SyncRun,
  installations: readonly UploadedInstallation[],
  isWanted: (source: SourceId) => boolean,
): Pull[] {
  return installations
    .map(({ hostName }): PullKey => ({ kind: 'server-accounts', source: serverSourceId(hostName) }))
    .filter((key) => isWanted(key.source) && !run.pulls.some(isSame(key)))
    .map((key) => waitingPull(key));
}

/** A host that was set up again is listed twice: the one that uploaded last is the living one. */
export function uploadedInstallations(installations: readonly ServerInstallation[]): UploadedInstallation[] {
  const byHost = new Map<string, UploadedInstallation>();
  for (const { uploadedAt, ...installation } of installations) {
    const known = byHost.get(installation.hostName);
    if (uploadedAt === null || (known !== undefined && known.uploadedAt >= uploadedAt)) continue;
    byHost.set(installation.hostName, { ...installation, uploadedAt });
  }
  return [...byHost.values()];
}

/**
 * Pulls of sources that ought to have been asked and could not: those that the run names, and, where there is a list
 * of installations to be asked for, the instances whose accounts came through it before. They share its fate.
 */
export function missingPulls(run: SyncRun, records: readonly SourceRecord[]): Pull[] {
  const list = run.pulls.find(({ kind }) => kind === 'server-installations');
  const listedBefore = records.filter(
    ({ source, automaticSync, snapshots }) =>
      source !== 'cloud' && automaticSync && snapshots.some(({ channel }) => channel === 'graphql'),
  );
  const expected = run.sources ?? (list === undefined ? [] : listedBefore.map(({ source }) => source));
  const missing = expected
    .filter((source) => !run.pulls.some((pull) => pull.source === source))
    .map((source) =>
      waitingPull({ kind: source === 'cloud' ? 'consumed-licenses' : 'server-accounts', source }),
    );
  if (list?.state === 'waiting') return missing;
  return missing.map((pull) => ({ ...pull, state: 'failed', failure: list?.failure ?? 'not-found' }));
}

/** Concluded or pulled. The list is asked for again while accounts of installations in it are missing. */
function settledPulls({ pulls }: SyncRun): Pull[] {
  const settled = pulls.filter(({ state }) => isConcluded(state) || state === 'pulled');
  const needsList = pulls.some((pull) => pull.kind === 'server-accounts' && !settled.includes(pull));
  return settled.filter(({ kind }) => !needsList || kind !== 'server-installations');
}

function waitingPull({ kind, source }: PullKey, requests = 0): Pull {
  return {
    kind,
    source,
    state: 'waiting',
    startedAt: null,
    durationMs: null,
    requests,
    entries: null,
    failure: null,
    hold: null,
    snapshot: null,
    crossChecks: [],
  };
}

function isSame(key: PullKey): (pull: Pull) => boolean {
  return ({ kind, source }) => kind === key.kind && source === key.source;
}
