import { hash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { chooseEncoding } from './content-encoding.ts';

/** What the page is made of, by the ending of the file's name. */
const CONTENT_TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

export interface PageFile {
  readonly content: Buffer;
  readonly contentType: string;
  /** Of `content`; null when it is as it was written. */
  readonly encoding: string | null;
  /** Tells this form of the file from every other. */
  readonly etag: string;
}

/** A file of the page, or one in `assets/`. Names come from the network. */
const NAME = /^(assets\/)?[\w-][\w.-]*$/;

/** The files that lie beside the function's code. Each is read when it is first asked for, and then kept. */
export class PageFiles {
  readonly #folder: string;
  readonly #files = new Map<string, Promise<PageFile>>();

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** In the smallest form that the client takes. Null when there is no such file. */
  async read(name: string, acceptEncoding: string | undefined): Promise<PageFile | null> {
    const contentType = CONTENT_TYPES[extname(name)];
    if (contentType === undefined || !NAME.test(name)) return null;
    const encoding = chooseEncoding(acceptEncoding);
    const path = join(this.#folder, `${name}${encoding?.ending ?? ''}`);
    const known = this.#files.get(path);
    if (known !== undefined) return known;
    if (!existsSync(path)) return null;
    const file = readPageFile(path, contentType, encoding?.name ?? null);
    this.#files.set(path, file);
    return file;
  }
}

async function readPageFile(path: string, contentType: string, encoding: string | null): Promise<PageFile> {
  const content = await readFile(path);
  return { content, contentType, encoding, etag: `"${hash('sha256', content, 'base64url')}"` };
}
