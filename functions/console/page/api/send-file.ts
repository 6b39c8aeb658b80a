import type { NewUploadBody } from './uploads.ts';

/** The bucket did not take a file. */
export class SendError extends Error {
  override readonly name = 'SendError';
  /** `no-connection`: it could not be reached. `refused`: it said no, as to a permission that is out of date. */
  readonly reason: 'no-connection' | 'refused';

  constructor(reason: SendError['reason']) {
    super(`the bucket did not take the file: ${reason}`);
    this.reason = reason;
  }
}

/**
 * Puts a file where its upload begins, and tells the share that has been sent, 0 to 1. An XMLHttpRequest, because
 * fetch does not tell how far it is. Throws a SendError.
 */
export function sendFile(
  { url, method, headers }: NewUploadBody,
  file: Blob,
  onProgress: (share: number) => void,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open(method, url);
    for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value);
    request.upload.addEventListener('progress', ({ loaded, total }) => {
      if (total > 0) onProgress(loaded / total);
    });
    request.addEventListener('load', () => {
      if (request.status >= 200 && request.status < 300) resolve();
      else reject(new SendError('refused'));
    });
    request.addEventListener('error', () => reject(new SendError('no-connection')));
    request.addEventListener('abort', () => reject(new SendError('no-connection')));
    request.send(file);
  });
}
