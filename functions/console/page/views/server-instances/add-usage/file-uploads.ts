import type { ApiErrorKind } from '../../../api/api-error.ts';
import type { SendError } from '../../../api/send-file.ts';
import type { UploadBody } from '../../../api/uploads.ts';

/** Why nothing, or nothing more, is known of a file. */
export type SendFailure = ApiErrorKind | SendError['reason'];

/** How far a file is. `told`: the API has told what became of it, or that it is held. */
export type FileStage =
  | { readonly name: 'host-name-wanted' }
  | { readonly name: 'waiting' }
  | { readonly name: 'sending' /** 0 to 1. */; readonly share: number }
  | { readonly name: 'reading' }
  | { readonly name: 'told'; readonly upload: UploadBody }
  | { readonly name: 'failed'; readonly failure: SendFailure };

/** A file that was chosen or dropped on the page. */
export interface FileUpload {
  readonly id: number;
  readonly file: File;
  /** Names the instance for a file that does not. */
  readonly hostName: string | null;
  readonly stage: FileStage;
}

export type FileUploadsEvent =
  | { readonly type: 'added'; readonly files: readonly Pick<FileUpload, 'id' | 'file'>[] }
  | { readonly type: 'host-named'; readonly id: number; readonly hostName: string }
  | { readonly type: 'sending'; readonly id: number; readonly share: number }
  | { readonly type: 'sent'; readonly id: number }
  | { readonly type: 'told'; readonly id: number; readonly upload: UploadBody }
  | { readonly type: 'failed'; readonly id: number; readonly failure: SendFailure }
  | { readonly type: 'retried'; readonly id: number }
  | { readonly type: 'removed'; readonly id: number }
  | { readonly type: 'settled-removed' };

/** More at a time would only share the same way to the bucket. */
const MAX_SENDING = 2;

/** What GitHub calls the one file that does not say which instance it is from. */
const USERS_REPORT_NAME = /all_users.*\.csv(\.gz)?$/i;

export function fileUploadsAfter(
  uploads: readonly FileUpload[],
  event: FileUploadsEvent,
): readonly FileUpload[] {
  switch (event.type) {
    case 'added':
      return [...uploads, ...event.files.map(addedUpload)];
    case 'removed':
      return uploads.filter(({ id }) => id !== event.id);
    case 'settled-removed':
      return uploads.filter(({ stage }) => !isSettled(stage));
    default:
      return uploads.map((upload) => (upload.id === event.id ? uploadAfter(upload, event) : upload));
  }
}

function addedUpload({ id, file }: Pick<FileUpload, 'id' | 'file'>): FileUpload {
  const stage = { name: USERS_REPORT_NAME.test(file.name) ? 'host-name-wanted' : 'waiting' } as const;
  return { id, file, hostName: null, stage };
}

type EventOfOne = Exclude<FileUploadsEvent, { readonly type: 'added' | 'removed' | 'settled-removed' }>;

function uploadAfter(upload: FileUpload, event: EventOfOne): FileUpload {
  switch (event.type) {
    case 'host-named':
      return { ...upload, hostName: event.hostName, stage: { name: 'waiting' } };
    case 'sending':
      return { ...upload, stage: { name: 'sending', share: event.share } };
    case 'sent':
      return { ...upload, stage: { name: 'reading' } };
    case 'told':
      return { ...upload, stage: stageOf(event.upload) };
    case 'failed':
      return { ...upload, stage: { name: 'failed', failure: event.failure } };
    case 'retried':
      return { ...upload, stage: { name: 'waiting' } };
  }
}

function stageOf(upload: UploadBody): FileStage {
  return isDecided(upload) ? { name: 'told', upload } : { name: 'reading' };
}

/** Nothing more will become of it by itself. */
export function isDecided({ state }: Pick<UploadBody, 'state'>): boolean {
  return state !== 'received';
}

export function isSettled({ name }: FileStage): boolean {
  return name === 'told' || name === 'failed';
}

/** Whether the owner has to name the instance before it can be sent, or sent again. */
export function wantsHostName({ stage }: FileUpload): boolean {
  if (stage.name === 'told') return stage.upload.rejection?.reason === 'host-name-missing';
  return stage.name === 'host-name-wanted';
}

/** The files whose turn it is. */
export function nextToSend(uploads: readonly FileUpload[]): readonly FileUpload[] {
  const sending = uploads.filter(({ stage }) => stage.name === 'sending').length;
  const waiting = uploads.filter(({ stage }) => stage.name === 'waiting');
  return waiting.slice(0, Math.max(0, MAX_SENDING - sending));
}
