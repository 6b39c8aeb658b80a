import { MAX_EMAIL_LENGTH } from './address-format.ts';

/** An email address in the form in which the project compares, stores and shows it. */
export type Email = string & { readonly __brand: 'Email' };

const AT = 0x40;

/** Nor half of a character, which no UTF-8 can hold. */
const CONTROL_OR_SPACE = /[\p{Cc}\p{Cs}\s]/u;

/**
 * Trim, Unicode NFC, lower case; nothing else. GitHub documents no case rule, no plus-addressing and no
 * alias domains, so two addresses that differ in more than case stay two addresses.
 * Returns null for what is not one address: empty, without a single inner `@`, with white space or control
 * characters, or longer than 254 characters.
 */
export function normalizeEmail(raw: string): Email | null {
  const common = commonForm(raw);
  if (common !== undefined) return common;
  const email = raw.trim().normalize('NFC').toLowerCase();
  const at = email.indexOf('@');
  const hasBothParts = at > 0 && at < email.length - 1 && email.indexOf('@', at + 1) === -1;
  if (!hasBothParts || email.length > MAX_EMAIL_LENGTH || CONTROL_OR_SPACE.test(email)) return null;
  return email as Email;
}

/**
 * Of what nearly every text is: ASCII without white space or control characters, which has but one form in NFC and
 * needs no further look. Null where it is no address, undefined for any other text. Goes through the characters once,
 * at half the cost of a pattern.
 */
function commonForm(raw: string): Email | null | undefined {
  let at = 0;
  for (let index = 0; index < raw.length; index++) {
    const code = raw.charCodeAt(index);
    if (code <= 0x20 || code >= 0x7f) return undefined;
    if (code === AT) {
      if (at > 0 || index === 0) return null;
      at = index;
    }
  }
  if (at === 0 || at === raw.length - 1 || raw.length > MAX_EMAIL_LENGTH) return null;
  return raw.toLowerCase() as Email;
}
