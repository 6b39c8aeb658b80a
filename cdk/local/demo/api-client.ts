import type * as z from 'zod';
import { type NewUploadBody, newUploadSchema } from '../../../shared/contracts/http/new-upload.ts';
import {
  type UploadBody,
  type UploadsBody,
  uploadSchema,
  uploadsSchema,
} from '../../../shared/contracts/http/uploads.ts';
import { type UsageBody, usageSchema } from '../../../shared/contracts/http/usage.ts';
import { NoRunningStack } from './find-stack.ts';

const NOT_FOUND = 404;

/** The routes of the HTTP API that the demo asks. */
export class ApiClient {
  readonly #api: string;

  constructor(api: string) {
    this.#api = api;
  }

  startUpload(fileName: string, hostName: string | null): Promise<NewUploadBody> {
    const body = JSON.stringify({ file_name: fileName, host_name: hostName });
    const headers = { 'content-type': 'application/json' };
    return this.#ask(newUploadSchema, '/uploads', { method: 'POST', headers, body });
  }

  /** Null until the file has arrived. */
  async upload(id: string): Promise<UploadBody | null> {
    const response = await this.#fetch(`/uploads/${id}`);
    return response.status === NOT_FOUND ? null : this.#read(uploadSchema, response);
  }

  newestUploads(): Promise<UploadsBody> {
    return this.#ask(uploadsSchema, '/uploads?per_page=100');
  }

  usage(): Promise<UsageBody> {
    return this.#ask(usageSchema, '/usage');
  }

  async #ask<Schema extends z.ZodType>(
    schema: Schema,
    path: string,
    init?: RequestInit,
  ): Promise<z.output<Schema>> {
    return this.#read(schema, await this.#fetch(path, init));
  }

  async #read<Schema extends z.ZodType>(schema: Schema, response: Response): Promise<z.output<Schema>> {
    if (!response.ok)
      throw new Error(`${response.url} answered ${response.status}: ${await response.text()}`);
    return schema.parse(await response.json());
  }

  async #fetch(path: string, init?: RequestInit): Promise<Response> {
    try {
      return await fetch(this.#api + path, init);
    } catch (error) {
      throw new NoRunningStack(this.#api, { cause: error });
    }
  }
}
