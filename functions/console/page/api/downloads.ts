import type { Api } from './api.ts';
import { ApiError } from './api-error.ts';

/** What a million people take, with the pauses that the API asks for. */
const MAX_ATTEMPTS = 12;

const SECOND_MS = 1000;

/** Asks until the file is made, and then has the browser fetch it: the page stays where it is. Throws an ApiError. */
export async function download(api: Api, path: string): Promise<void> {
  for (let attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
    const { ready, retryAfterSeconds } = await api.downloadState(path);
    if (ready) return location.assign(path);
    await new Promise((resolve) => setTimeout(resolve, retryAfterSeconds * SECOND_MS));
  }
  throw new ApiError('unavailable', { message: '', requestId: null });
}
