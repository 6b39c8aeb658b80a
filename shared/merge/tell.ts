import { newsOf, toldBy } from '../domain/told-usage.ts';
import type { CommittedUsage } from '../domain/usage.ts';
import type { UsageEvent } from '../domain/usage-event.ts';
import type { ToldUsageLog, UsageEvents } from '../notification-ports.ts';

export interface TellPorts {
  readonly events: UsageEvents;
  readonly told: ToldUsageLog;
}

export interface TellContext {
  /** Shares of the purchased seats, in percent, whose crossing is told. */
  readonly seatShares: readonly number[];
  readonly observer: TellObserver;
}

export interface TellObserver {
  notTold(kind: UsageEvent['kind'], error: unknown): void;
}

/**
 * Tells of a merge, unless it is told already. To be called while the lease of the merge is held, so that what is
 * told is told in order and once. When it cannot be told, the next merge makes up for it: it tells what has changed
 * since what was told last.
 */
export async function tellOfMerge(
  committed: CommittedUsage,
  { events, told }: TellPorts,
  { seatShares, observer }: TellContext,
): Promise<void> {
  try {
    const news = newsOf(committed, await told.read(), seatShares);
    if (news === null) return;
    await events.send({ kind: 'merged', news });
    await told.note(toldBy(news, seatShares));
  } catch (error) {
    observer.notTold('merged', error);
  }
}

/** Never throws: what is told has happened, and must not be undone because nobody could be told. */
export async function tell(
  event: UsageEvent,
  { events }: Pick<TellPorts, 'events'>,
  { observer }: Pick<TellContext, 'observer'>,
): Promise<void> {
  try {
    await events.send(event);
  } catch (error) {
    observer.notTold(event.kind, error);
  }
}
