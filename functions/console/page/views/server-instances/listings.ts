/** As many of the recent uploads, and of the recent syncs, as are seen without scrolling far. */
export const PER_PAGE = 10;

/** Among so many of the newest uploads, held ones are looked for. The most that the API gives at once. */
export const LOOKED_AT_FOR_HELD = 100;
