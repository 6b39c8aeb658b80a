import { HeldSnapshots } from '../domain/past-snapshots.ts';
import type { Page, PageRequest, SyncRunLog, UploadLog } from '../ports.ts';

interface HeldSnapshotsPorts {
  readonly uploads: Pick<UploadLog, 'list'>;
  readonly syncRuns: Pick<SyncRunLog, 'list'>;
}

/** Uploads and syncs come a few times a week: mostly one page. */
const RECORDS_PER_PAGE = 1000;

/** By all uploads and syncs there were. */
export async function heldSnapshots({ uploads, syncRuns }: HeldSnapshotsPorts): Promise<HeldSnapshots> {
  const held = new HeldSnapshots();
  for await (const upload of eachOf((page) => uploads.list(page))) held.add(upload);
  for await (const { pulls } of eachOf((page) => syncRuns.list(page))) {
    for (const pull of pulls) held.add(pull);
  }
  return held;
}

async function* eachOf<Item>(list: (request: PageRequest) => Promise<Page<Item>>): AsyncGenerator<Item> {
  for (let page = 1, left = 1; left > 0; page++) {
    const { items, total } = await list({ page, perPage: RECORDS_PER_PAGE });
    yield* items;
    left = total - page * RECORDS_PER_PAGE;
  }
}
