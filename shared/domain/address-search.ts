import type { Email } from './email.ts';
import { neutralCell } from './neutral-cell.ts';

/** What may be a part of an address before the `@`, without quotes, and of its domain. Backslashes are JSON's. */
const BEFORE = /[\p{L}\p{N}.!#$%&'*+/=?^_`{|}~-]/u;
const AFTER = /[\p{L}\p{N}.-]/u;

/**
 * Tells whether a text holds an address, in whatever case and as whatever part of it: by itself, behind `email:`, in
 * JSON or in CSV. An address that only ends or begins like it is another one.
 */
export function addressSearch(email: Email): (text: string) => boolean {
  const asInJson = JSON.stringify(email).slice(1, -1);
  // In a CSV by itself in a cell, or in a list.
  const asInCsv = [neutralCell(email), email].map((text) => text.replaceAll('"', '""'));
  const needles = [...new Set([email, asInJson, ...asInCsv])];
  return (text) => {
    const lower = text.toLowerCase();
    return needles.some((needle) => holds(lower, needle));
  };
}

function holds(text: string, needle: string): boolean {
  for (let at = text.indexOf(needle); at !== -1; at = text.indexOf(needle, at + 1)) {
    const before = text.slice(Math.max(0, at - 1), at);
    const end = at + needle.length;
    if (!BEFORE.test(before) && !AFTER.test(text.slice(end, end + 1))) return true;
  }
  return false;
}
