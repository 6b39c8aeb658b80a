/** What the command tells a script; each is explained in its help. */
export const EXIT_CODES = {
  fine: 0,
  wrongUsage: 1,
  rejectedFile: 2,
  recoverableSeats: 3,
} as const;
