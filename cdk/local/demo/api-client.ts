import type * as z from 'zod';
import { type NewUploadBody, newUploadSchema } from '../../../shared/contracts/http/new-upload.ts';
import { type SyncUnderWayBody, syncUnderWaySchema } from '../../../shared/contracts/http/sync-now.ts';
import {
  type SyncRunBody,
  type SyncRunsBody,
  syncRunSchema,
  syncRunsSchema,
} from '../../../shared/contracts/http/sync-runs.ts';
import {
  type UploadBody,
  type UploadsBody,
  uploadSchema,
  uploadsSchema,
} from '../../../shared/contracts/http/uploads.ts';
import { type UsageBody, usageSchema } from '../../../shared/contracts/http/usage.ts';
import { NoRunningStack, type Stack } from './find-stack.ts';

const NOT_FOUND = 404;
const CONFLICT = 409;

/** The routes of the HTTP API that the demo asks. */
export class ApiClient {
  readonly #stack: Pick<Stack, 'api' | 'token'>;

  constructor(stack: Pick<Stack, 'api' | 'token'>) {
    this.#stack = stack;
  }

  startUpload(fileName: string, hostName: string | null): Promise<NewUploadBody> {
    const body = JSON.stringify({ file_name: fileName, host_name: hostName });
    return this.#ask(newUploadSchema, '/uploads', { method: 'POST', body });
  }

  /** Null until the file has arrived. */
  async upload(id: string): Promise<UploadBody | null> {
    const response = await this.#fetch(`/uploads/${id}`);
    return response.status === NOT_FOUND ? null : this.#read(uploadSchema, response);
  }

  newestUploads(): Promise<UploadsBody> {
    return this.#ask(uploadsSchema, '/uploads?per_page=100');
  }

  /** The run that was started, or the answer that tells of the one under way. */
  async startSync(): Promise<SyncRunBody | SyncUnderWayBody> {
    const response = await this.#fetch('/sync-now', { method: 'POST' });
    if (response.status === CONFLICT) return syncUnderWaySchema.parse(await response.json());
    return this.#read(syncRunSchema, response);
  }

  syncRun(id: string): Promise<SyncRunBody> {
    return this.#ask(syncRunSchema, `/sync-runs/${id}`);
  }

  syncRuns(): Promise<SyncRunsBody> {
    return this.#ask(syncRunsSchema, '/sync-runs');
  }

  usage(): Promise<UsageBody> {
    return this.#ask(usageSchema, '/usage');
  }

  async #ask<Schema extends z.ZodType>(
    schema: Schema,
    path: string,
    init?: Pick<RequestInit, 'method' | 'body'>,
  ): Promise<z.output<Schema>> {
    return this.#read(schema, await this.#fetch(path, init));
  }

  async #read<Schema extends z.ZodType>(schema: Schema, response: Response): Promise<z.output<Schema>> {
    if (!response.ok)
      throw new Error(`${response.url} answered ${response.status}: ${await response.text()}`);
    return schema.parse(await response.json());
  }

  async #fetch(path: string, init: Pick<RequestInit, 'method' | 'body'> = {}): Promise<Response> {
    const { api, token } = this.#stack;
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
    try {
      return await fetch(api + path, { ...init, headers });
    } catch (error) {
      throw new NoRunningStack(api, { cause: error });
    }
  }
}
