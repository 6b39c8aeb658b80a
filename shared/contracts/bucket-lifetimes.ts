/** How long the bucket keeps files for downloading, each of which can be made again of its report, in days. */
export const DOWNLOADS_EXPIRE_AFTER_DAYS = 7;

/** How long it keeps a snapshot or a part of a report that was deleted or replaced, for mistakes to be mended. */
export const OLD_VERSIONS_EXPIRE_AFTER_DAYS = 30;
