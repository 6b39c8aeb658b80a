/** As many of the recent uploads, and of the recent syncs, as are seen without scrolling far. */
export const PER_PAGE = 10;
