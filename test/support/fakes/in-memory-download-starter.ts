import type { Download } from '../../../shared/domain/download.ts';
import type { DownloadStarter } from '../../../shared/download-ports.ts';

/** `started` are the downloads asked for; `make` makes one, at once. */
export class InMemoryDownloadStarter implements DownloadStarter {
  readonly started: Download[] = [];
  make: (download: Download) => Promise<unknown>;

  constructor(make: (download: Download) => Promise<unknown>) {
    this.make = make;
  }

  async start(download: Download): Promise<void> {
    this.started.push(download);
    await this.make(download);
  }
}
