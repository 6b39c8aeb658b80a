import type { EmailNumbers } from '../../domain/email-numbers.ts';
import type { Rejection } from '../../domain/upload.ts';
import type { ServerInstance, UsageSnapshot } from '../../domain/usage-snapshot.ts';

/** What a dropped file turned out to be. */
export type UsageFile<Snapshot = UsageSnapshot> =
  | { readonly kind: 'usage'; readonly snapshot: Snapshot }
  /** An export that names its instance, with users that only GitHub can read. */
  | { readonly kind: 'encrypted'; readonly instance: ServerInstance }
  | { readonly kind: 'rejected'; readonly rejection: Rejection };

/** What is known of a file besides its content. */
export interface UsageFileContext {
  /** When the usage was as the file says: ISO 8601 in UTC with milliseconds. */
  readonly observedAt: string;
  /** The instance by the object's key or metadata, as written there; null when neither names one. */
  readonly hostName: string | null;
  /** As uploaded, with or without folders before it; null when the key does not tell. */
  readonly fileName: string | null;
  /** Most bytes of content, decompressed. */
  readonly maxBytes: number;
  /** Leaves out the `details` of license rows, for who only wants to know what is consumed. */
  readonly withoutDetails?: true;
  /** By which the addresses of server accounts are numbered, so that those of several files are numbered alike. */
  readonly emails?: EmailNumbers;
}
