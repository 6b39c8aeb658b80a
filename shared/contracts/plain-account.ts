import {
  isFlagOrAbsent,
  isObject,
  isProductListOrAbsent,
  isTextListOrAbsent,
  isTextOrAbsent,
  isWholeNumber,
  type Unchecked,
} from './plain-values.ts';
import type { StoredAccount } from './stored-account.ts';

/**
 * Whether a parsed account is as `storeAccount` makes it, in a fraction of the time that its schema takes. False for
 * system users as well, who are few: the schema judges all others, and tells what is wrong.
 */
export function isPlainAccount(entry: unknown): entry is StoredAccount {
  if (!isObject(entry)) return false;
  const account: Unchecked<StoredAccount> = entry;
  return (
    isWholeNumber(account.user_id) &&
    account.system_user === undefined &&
    isTextOrAbsent(account.primary_email) &&
    isTextListOrAbsent(account.further_emails) &&
    isFlagOrAbsent(account.suspended) &&
    isFlagOrAbsent(account.dormant) &&
    isFlagOrAbsent(account.site_admin) &&
    isProductListOrAbsent(account.security_products)
  );
}
