import type { Api } from '../../../api/api.ts';
import { ApiError } from '../../../api/api-error.ts';
import { poll } from '../../../api/poll.ts';
import { SendError, type sendFile } from '../../../api/send-file.ts';
import { readArrivedUpload, startUpload } from '../../../api/uploads.ts';
import { type FileUpload, type FileUploadsEvent, isDecided, type SendFailure } from './file-uploads.ts';

/** A small file is read within a second; of a large one nobody needs to hear more often. */
const PAUSE_MS = { shortest: 500, longest: 10_000 };

interface UploadFilePorts {
  readonly api: Api;
  readonly send: typeof sendFile;
  readonly tell: (event: FileUploadsEvent) => void;
  /** Ends the asking, not the sending: what was begun arrives. */
  readonly signal: AbortSignal;
}

/** Sends a file and asks what became of it, telling how far it is. */
export async function uploadFile(
  { api, send, tell, signal }: UploadFilePorts,
  { id, file, hostName }: FileUpload,
): Promise<void> {
  try {
    const started = await startUpload(api, { fileName: file.name, hostName });
    await send(started, file, (share) => tell({ type: 'sending', id, share }));
    tell({ type: 'sent', id });
    await poll({
      ask: () => readArrivedUpload(api, started.id, signal),
      onAnswer: (upload) => tell({ type: 'told', id, upload }),
      isLast: isDecided,
      pauseMs: PAUSE_MS,
      signal,
    });
  } catch (error) {
    tell({ type: 'failed', id, failure: failureOf(error) });
  }
}

function failureOf(error: unknown): SendFailure {
  if (error instanceof SendError) return error.reason;
  return error instanceof ApiError ? error.kind : 'failed';
}
