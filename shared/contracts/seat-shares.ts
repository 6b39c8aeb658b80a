import * as z from 'zod';
import { DEFAULT_SEAT_SHARES } from '../domain/seat-shares.ts';

const MAX_SHARE = 1000;

const EXPECTED = `expected percentages above 0 and up to ${MAX_SHARE}, separated by commas, such as ${DEFAULT_SEAT_SHARES.join()}`;

/** Percentages as one text, such as `80,90,100`. */
export const seatShares = z
  .string()
  .transform((text) => text.split(',').map((part) => (part.trim() === '' ? Number.NaN : Number(part))))
  .pipe(z.array(z.number(EXPECTED).positive(EXPECTED).max(MAX_SHARE, EXPECTED)))
  .default([...DEFAULT_SEAT_SHARES]);
