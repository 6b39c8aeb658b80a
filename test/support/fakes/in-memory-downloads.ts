import { text } from 'node:stream/consumers';
import type { Download } from '../../../shared/domain/download.ts';
import type { DownloadLink, Downloads } from '../../../shared/download-ports.ts';

/** Texts by the address under which they can be had. */
export class InMemoryDownloads implements Downloads {
  readonly texts = new Map<string, string>();

  async has(download: Download): Promise<boolean> {
    return this.texts.has(urlOf(download));
  }

  async linkTo(download: Download): Promise<DownloadLink> {
    return { url: urlOf(download), expiresAt: '2026-01-01T00:05:00.000Z' };
  }

  async write(download: Download, pieces: AsyncIterable<string>): Promise<void> {
    this.texts.set(urlOf(download), await text(pieces));
  }
}

function urlOf({ reportId, file }: Download): string {
  return `https://bucket.invalid/${reportId}/${encodeURIComponent(JSON.stringify(file))}`;
}
