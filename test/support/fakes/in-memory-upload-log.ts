import { isFinal, type Upload } from '../../../shared/domain/upload.ts';
import type { Page, PageRequest, UploadLog } from '../../../shared/ports.ts';

/** Uploads by id. */
export class InMemoryUploadLog implements UploadLog {
  readonly uploads = new Map<string, Upload>();

  async get(id: string): Promise<Upload | null> {
    return this.uploads.get(id) ?? null;
  }

  async list({ page, perPage }: PageRequest): Promise<Page<Upload>> {
    const newestFirst = [...this.uploads.values()].sort((a, b) => (a.id < b.id ? 1 : -1));
    return {
      items: newestFirst.slice((page - 1) * perPage, page * perPage),
      total: newestFirst.length,
    };
  }

  async receive(upload: Upload): Promise<Upload> {
    const earlier = this.uploads.get(upload.id);
    if (earlier === undefined) this.uploads.set(upload.id, upload);
    return earlier ?? upload;
  }

  async conclude(upload: Upload): Promise<void> {
    const current = this.uploads.get(upload.id);
    if (current === undefined || !isFinal(current.state)) this.uploads.set(upload.id, upload);
  }
}
