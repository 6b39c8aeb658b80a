import { createHash } from 'node:crypto';
import { snapshotEntryLines, undatedHeaderLine } from '../contracts/snapshot-file.ts';
import type { UsageSnapshot } from '../domain/usage-snapshot.ts';
import { textBlocks } from './text-blocks.ts';

/**
 * SHA-256, in hex, of the stored text without its date: the same accounts seen again have the same digest. The
 * header comes last, since a reader knows it whole only when it has read the entries.
 */
export function snapshotDigest(snapshot: UsageSnapshot): string {
  const hash = createHash('sha256');
  for (const block of textBlocks(snapshotEntryLines(snapshot))) hash.update(block);
  return hash.update(undatedHeaderLine(snapshot)).digest('hex');
}
