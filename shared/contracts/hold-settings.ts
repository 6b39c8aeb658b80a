import * as z from 'zod';
import { DEFAULT_HOLD_POLICY, type HoldPolicy } from '../domain/hold.ts';

/** An empty variable is missing, not zero, which is what a bare coercion would make of it. */
export const settingText = z.string().trim().min(1);

/** The variables by which a function is told its hold policy. */
export const holdSettings = {
  HOLD_MAX_REMOVED_SHARE: settingText
    .pipe(z.coerce.number<string>().min(0).max(1))
    .default(DEFAULT_HOLD_POLICY.maxRemovedShare),
  HOLD_MAX_REMOVED_ACCOUNTS: settingText
    .pipe(z.coerce.number<string>().int().min(0))
    .default(DEFAULT_HOLD_POLICY.maxRemovedAccounts),
};

const schema = z.object(holdSettings);

export function holdPolicyOf(config: z.output<typeof schema>): HoldPolicy {
  return {
    maxRemovedShare: config.HOLD_MAX_REMOVED_SHARE,
    maxRemovedAccounts: config.HOLD_MAX_REMOVED_ACCOUNTS,
  };
}
