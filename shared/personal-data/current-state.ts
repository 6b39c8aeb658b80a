import type { CurrentState } from '../domain/personal-data.ts';
import type { SourceRegistry, UsageLedger } from '../ports.ts';

export interface CurrentStatePorts {
  readonly sources: Pick<SourceRegistry, 'list'>;
  readonly usage: Pick<UsageLedger, 'read'>;
}

export interface KnownState extends CurrentState {
  /** Whether the last merge was of the newest snapshots: what they lack, ledger and report lack as well. */
  readonly isMerged: boolean;
}

export async function readCurrentState({ sources, usage }: CurrentStatePorts): Promise<KnownState> {
  const [records, committed] = await Promise.all([sources.list(), usage.read()]);
  const snapshots = records.flatMap((record) => record.snapshots);
  const merged = new Set(committed?.snapshots.map(({ key }) => key));
  return {
    snapshots,
    reportId: committed?.reportId ?? null,
    isMerged: merged.size === snapshots.length && snapshots.every(({ key }) => merged.has(key)),
  };
}
