/** Shares of the purchased seats, in percent, at which owners want to be told. */
export const DEFAULT_SEAT_SHARES: readonly number[] = [80, 90, 100];

export interface Seats {
  /** User licenses that our people consume. */
  readonly consumed: number;
  /** By GitHub; null when not known. */
  readonly purchased: number | null;
}

/**
 * The highest of the shares that is reached; 0 when none is. Null when it is not known how many seats were purchased.
 * Compared in whole numbers: 80 % of 5 is 4, whatever 4 / 5 is in binary.
 */
export function reachedShare({ consumed, purchased }: Seats, shares: readonly number[]): number | null {
  if (purchased === null) return null;
  if (consumed === 0) return 0;
  return Math.max(0, ...shares.filter((share) => consumed * 100 >= share * purchased));
}
