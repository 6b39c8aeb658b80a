import type { SecurityProduct, ServerAccount, SystemUser } from './account.ts';

/** What is known of an account besides its id and addresses. */
export type AccountState = Pick<
  ServerAccount,
  'systemUser' | 'suspended' | 'dormant' | 'siteAdmin' | 'securityProducts'
>;

/** The same as bits of one number: two for each flag, which may be unknown, and one for each product. */
export type PackedState = number;

const SYSTEM_USERS: readonly (SystemUser | null)[] = [null, 'ghost', 'scim-admin'];
const FLAGS: readonly (boolean | null)[] = [null, false, true];
const TWO_BITS = 0b11;
const [SUSPENDED, DORMANT, SITE_ADMIN] = [2, 4, 6] as const;

const PRODUCTS: readonly SecurityProduct[] = ['advanced-security', 'code-security', 'secret-protection'];
const PRODUCTS_KNOWN = 1 << 8;
const FIRST_PRODUCT = 9;
/** Lists of products by their bits, so that accounts share them. */
const PRODUCT_LISTS: readonly (readonly SecurityProduct[])[] = Array.from({ length: 8 }, (_, bits) =>
  PRODUCTS.filter((_, product) => (bits & (1 << product)) !== 0),
);

/** The largest packed state is below. */
export const PACKED_STATES = 1 << 12;

export function packState(state: AccountState): PackedState {
  return (
    (state.systemUser === null ? 0 : SYSTEM_USERS.indexOf(state.systemUser)) |
    (packFlag(state.suspended) << SUSPENDED) |
    (packFlag(state.dormant) << DORMANT) |
    (packFlag(state.siteAdmin) << SITE_ADMIN) |
    packProducts(state.securityProducts)
  );
}

/** Its place in FLAGS. */
function packFlag(flag: boolean | null): number {
  if (flag === null) return 0;
  return flag ? 2 : 1;
}

function packProducts(products: readonly SecurityProduct[] | null): number {
  if (products === null) return 0;
  return products.reduce(
    (bits, product) => bits | (1 << (FIRST_PRODUCT + PRODUCTS.indexOf(product))),
    PRODUCTS_KNOWN,
  );
}

export function unpackState(packed: PackedState): AccountState {
  return {
    systemUser: SYSTEM_USERS[packed & TWO_BITS] ?? null,
    suspended: FLAGS[(packed >> SUSPENDED) & TWO_BITS] ?? null,
    dormant: FLAGS[(packed >> DORMANT) & TWO_BITS] ?? null,
    siteAdmin: FLAGS[(packed >> SITE_ADMIN) & TWO_BITS] ?? null,
    securityProducts:
      (packed & PRODUCTS_KNOWN) === 0 ? null : (PRODUCT_LISTS[packed >> FIRST_PRODUCT] ?? null),
  };
}

export function isSystemUser(packed: PackedState): boolean {
  return (packed & TWO_BITS) !== 0;
}
