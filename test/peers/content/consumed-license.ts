import type { ConsumedLicense } from '../../support/enterprise/planted.ts';
import { licenseJson } from '../../support/enterprise/writers/consumed-licenses-json.ts';

/** A row as the REST API answers it. */
export type WireLicense = ReturnType<typeof wireLicense>;

/** GitHub's example has `""` for an unknown boolean, where its schema allows null alone: the peer keeps the schema. */
export function wireLicense(license: ConsumedLicense) {
  return { ...licenseJson(license), github_com_two_factor_auth: license.twoFactorAuth };
}
