import * as z from 'zod';
import type { Hold } from '../../domain/upload.ts';

export const storedHold = z.object({ accounts_before: z.int(), accounts_removed: z.int() });

type StoredHold = z.infer<typeof storedHold>;

export function storeHold({ accountsBefore, accountsRemoved }: Hold): StoredHold {
  return { accounts_before: accountsBefore, accounts_removed: accountsRemoved };
}

export function restoreHold(stored: StoredHold): Hold {
  return { accountsBefore: stored.accounts_before, accountsRemoved: stored.accounts_removed };
}
