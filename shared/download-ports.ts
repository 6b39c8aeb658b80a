import type { Download } from './domain/download.ts';

/** Where a file can be had, by whoever has the address, until it expires. */
export interface DownloadLink {
  readonly url: string;
  readonly expiresAt: string;
}

/** Files for downloading. A file is made once, and again when it has expired: equal downloads have equal bytes. */
export interface Downloads {
  has(download: Download): Promise<boolean>;
  /** Of a file that is there. */
  linkTo(download: Download): Promise<DownloadLink>;
  /** The file is there when all of it is. */
  write(download: Download, text: AsyncIterable<string>): Promise<void>;
}

/** Has a download made: the function that makes it is told and begins soon. */
export interface DownloadStarter {
  start(download: Download): Promise<void>;
}
