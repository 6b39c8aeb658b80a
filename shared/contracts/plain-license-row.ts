import {
  isFlagOrAbsent,
  isLicenseTypeOrAbsent,
  isListOf,
  isObject,
  isProductListOrAbsent,
  isTextList,
  isTextOrAbsent,
  isWholeNumber,
  isWholeNumberOrAbsent,
  type Unchecked,
} from './plain-values.ts';
import type {
  StoredDetails,
  StoredLicenseRow,
  StoredServerAccountRef,
  StoredVisualStudio,
} from './stored-license-row.ts';

// Whether what was parsed is as `storeLicenseRow` makes it, in a fraction of the time that the schemas take. The
// schemas judge what is not, and tell what is wrong.

export function isPlainLicenseRow(entry: unknown): entry is StoredLicenseRow {
  if (!isObject(entry)) return false;
  const row: Unchecked<StoredLicenseRow> = entry;
  return (
    isTextOrAbsent(row.login) &&
    isListOf(row.server_accounts, isPlainServerAccount) &&
    isTextList(row.server_primary_emails) &&
    isTextList(row.verified_emails) &&
    isTextOrAbsent(row.saml_name_id) &&
    isLicenseTypeOrAbsent(row.license_type) &&
    (row.visual_studio === undefined || isPlainVisualStudio(row.visual_studio)) &&
    isWholeNumberOrAbsent(row.total_user_accounts) &&
    isPlainDetails(row.details)
  );
}

function isPlainServerAccount(value: unknown): boolean {
  if (!isObject(value)) return false;
  const account: Unchecked<StoredServerAccountRef> = value;
  return isWholeNumber(account.user_id) && isTextOrAbsent(account.host_name);
}

function isPlainVisualStudio(value: unknown): boolean {
  if (!isObject(value) || Array.isArray(value)) return false;
  const subscription: Unchecked<StoredVisualStudio> = value;
  return isTextOrAbsent(subscription.email) && isTextOrAbsent(subscription.status);
}

function isPlainDetails(value: unknown): boolean {
  if (!isObject(value)) return false;
  const details: Unchecked<StoredDetails> = value;
  return (
    isTextOrAbsent(details.name) &&
    isTextOrAbsent(details.profile) &&
    isTextList(details.member_roles) &&
    isTextList(details.enterprise_roles) &&
    isTextList(details.organizations_with_pending_invites) &&
    isFlagOrAbsent(details.two_factor_auth) &&
    isTextOrAbsent(details.two_factor_auth_required_by) &&
    isTextOrAbsent(details.cost_center) &&
    isProductListOrAbsent(details.security_products)
  );
}
