import type { PersonState } from './domain/changes.ts';
import type { Email } from './domain/email.ts';
import type { Erasure } from './domain/erasure.ts';
import type { FoundRecords, RawUpload, StoredFile } from './domain/personal-data.ts';
import type { StoredSnapshot } from './domain/upload.ts';

/** Everything in the bucket that may hold addresses. */
export interface StoredFiles {
  /** Files for downloading, reports and snapshots, sorted by key; those after a key, or all. */
  list(after: string | null): AsyncIterable<StoredFile>;
  /** Null when nothing in the file holds the address, or the file is gone. */
  find(file: StoredFile, email: Email): Promise<FoundRecords | null>;
}

/** Dropped files that have not expired. */
export interface RawUploads {
  list(): AsyncIterable<RawUpload>;
}

/** Takes records of people out of files that are otherwise never changed. Each may be done again. */
export interface FileEraser {
  remove(file: StoredFile): Promise<void>;
  /** Stores the snapshot without the entries that hold the address, under another digest and key, then removes it. */
  rewriteSnapshot(snapshot: StoredSnapshot, email: Email): Promise<void>;
  /** Takes the states of erased people out of the changes of a report; returns in how many changes there were any. */
  maskChanges(reportId: string, isErased: (state: PersonState) => boolean): Promise<number>;
}

export interface ErasureLog {
  get(id: string): Promise<Erasure | null>;
  save(erasure: Erasure): Promise<void>;
}

/** Has an erasure done: the function that does it is told and begins soon. Only this carries the address. */
export interface ErasureStarter {
  start(erasureId: string, email: Email): Promise<void>;
}
