import type { SyncRun } from './sync-run.ts';
import type { MergeNews } from './told-usage.ts';
import type { Upload } from './upload.ts';

/** What others are told of. All of it is recorded before it is told. */
export type UsageEvent =
  | { readonly kind: 'merged'; readonly news: MergeNews }
  | { readonly kind: 'sync-ended'; readonly run: SyncRun }
  /** The upload has its outcome, or is held. */
  | { readonly kind: 'upload-ended'; readonly upload: Upload };
