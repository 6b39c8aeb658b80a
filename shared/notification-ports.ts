import type { ToldUsage } from './domain/told-usage.ts';
import type { UsageEvent } from './domain/usage-event.ts';

/** Tells whoever listens. */
export interface UsageEvents {
  /** Resolves when the event was taken in, and throws when it was not. */
  send(event: UsageEvent): Promise<void>;
}

/** What was told of merges last. */
export interface ToldUsageLog {
  /** Null when nothing was told yet. Strongly consistent. */
  read(): Promise<ToldUsage | null>;
  /** Unless a later merge is noted. */
  note(told: ToldUsage): Promise<void>;
}

export interface Mail {
  /** One line of at most 100 ASCII characters. */
  readonly subject: string;
  readonly text: string;
}

/** Mails those who asked to be told. */
export interface OwnerMail {
  send(mail: Mail): Promise<void>;
}
