import type { FuzzTarget } from '../fuzz-target.ts';
import { EVENTS_AND_SECRETS } from './events-and-secrets.ts';
import { GITHUB_ANSWERS } from './github-answers.ts';
import { HTTP_REQUESTS } from './http-requests.ts';
import { LEDGER_ITEMS } from './ledger-items.ts';
import { SNAPSHOT_FILES } from './snapshot-files.ts';
import { USAGE_FILES } from './usage-files.ts';

/** Every parser of what comes from outside. */
export const FUZZ_TARGETS: readonly FuzzTarget[] = [
  ...USAGE_FILES,
  ...SNAPSHOT_FILES,
  ...LEDGER_ITEMS,
  ...GITHUB_ANSWERS,
  ...HTTP_REQUESTS,
  ...EVENTS_AND_SECRETS,
];
