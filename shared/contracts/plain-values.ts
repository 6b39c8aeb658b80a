import { storedLicenseType, storedSecurityProduct } from './stored-values.ts';

// What hand-written checks of stored shapes ask of parsed JSON. What is absent is undefined, and never null.

/** What has yet to be checked for being of this shape. */
export type Unchecked<Shape> = Readonly<Partial<Record<keyof Shape, unknown>>>;

export function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

export function isWholeNumber(value: unknown): boolean {
  return Number.isSafeInteger(value);
}

export function isWholeNumberOrAbsent(value: unknown): boolean {
  return value === undefined || isWholeNumber(value);
}

export function isFlagOrAbsent(value: unknown): boolean {
  return value === undefined || typeof value === 'boolean';
}

export function isTextOrAbsent(value: unknown): boolean {
  return value === undefined || typeof value === 'string';
}

export function isTextList(value: unknown): boolean {
  return isListOf(value, isText);
}

export function isLicenseTypeOrAbsent(value: unknown): boolean {
  return value === undefined || LICENSE_TYPES.has(value);
}

export function isProductListOrAbsent(value: unknown): boolean {
  return value === undefined || isListOf(value, isProduct);
}

export function isListOf(value: unknown, isItem: (item: unknown) => boolean): boolean {
  if (!Array.isArray(value)) return false;
  for (const item of value) if (!isItem(item)) return false;
  return true;
}

const LICENSE_TYPES: ReadonlySet<unknown> = new Set(storedLicenseType.options);
const PRODUCTS: ReadonlySet<unknown> = new Set(storedSecurityProduct.options);

function isText(value: unknown): boolean {
  return typeof value === 'string';
}

function isProduct(value: unknown): boolean {
  return PRODUCTS.has(value);
}
