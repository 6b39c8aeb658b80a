import * as z from 'zod';

export const DAY_MS = 24 * 60 * 60 * 1000;

/** A day, `YYYY-MM-DD` in UTC. */
export const daySchema = z.iso.date({ error: 'must be a day such as 2026-01-31', abort: true });

export function dayOf(date: Date): string {
  return date.toISOString().slice(0, 'YYYY-MM-DD'.length);
}

/** The instant at which a day begins, ISO 8601. */
export function startOfDay(day: string): string {
  return new Date(day).toISOString();
}

/**
 * The instant at which it is over, which is no more part of it. Not the beginning of the next day: behind the last
 * day of four digits of a year comes one that sorts before all of them.
 */
export function endOfDay(day: string): string {
  return `${day}T24:00:00.000Z`;
}
