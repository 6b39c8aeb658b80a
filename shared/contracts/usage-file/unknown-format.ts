import type { Location } from './problem-log.ts';
import { type RejectedFile, rejectedFor } from './rejected-file.ts';

/** @param location of the first value that fits none of the formats. */
export function unknownFormat(location: Partial<Location> = {}): RejectedFile {
  return rejectedFor(
    'unknown-format',
    'the license usage that an instance exports (JSON), its all_users.csv, or the consumed licenses of the ' +
      'enterprise (JSON or CSV)',
    'Upload one of these files as GitHub gives it; it may be gzipped.',
    location,
  );
}
