import type { SecurityProduct } from '../../domain/account.ts';

/** Sorted. */
const PRODUCTS: readonly SecurityProduct[] = ['advanced-security', 'code-security', 'secret-protection'];

/** The products whose flag is true; null when no flag is known. */
export function securityProductsOf(
  flags: Readonly<Record<SecurityProduct, boolean | null | undefined>>,
): readonly SecurityProduct[] | null {
  const known = PRODUCTS.filter((product) => flags[product] != null);
  return known.length === 0 ? null : known.filter((product) => flags[product] === true);
}
