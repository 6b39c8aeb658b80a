import * as z from 'zod';
import type { MergeRecord } from '../history-ports.ts';
import { restoreCommit, storeCommit, storedCommit } from './ledger/stored-commit.ts';
import { restoreSource, storedSource, storeSource } from './ledger/stored-source.ts';

/** Raise the version when a reader of the old shape would misread the new one, and go on reading the old one. */
const FORMAT = 'merge-record/1';

const mergeRecordFile = z.object({
  format: z.literal(FORMAT),
  committed: storedCommit,
  sources: z.array(storedSource),
});

export function mergeRecordText({ committed, sources }: MergeRecord): string {
  const file: z.infer<typeof mergeRecordFile> = {
    format: FORMAT,
    committed: storeCommit(committed),
    sources: sources.map(storeSource),
  };
  return JSON.stringify(file);
}

/** Throws SyntaxError or ZodError for what is no record of a merge. */
export function parseMergeRecord(text: string): MergeRecord {
  const { committed, sources } = mergeRecordFile.parse(JSON.parse(text));
  return { committed: restoreCommit(committed), sources: sources.map(restoreSource) };
}
