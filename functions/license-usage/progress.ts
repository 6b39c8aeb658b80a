import { basename } from 'node:path';
import { clearLine, cursorTo } from 'node:readline';
import type { LocalFile } from './local-file.ts';
import { printable } from './printable.ts';

/** More often would only cost time. */
const INTERVAL_MS = 100;

/** Standard error, or what stands for it. */
interface Output extends NodeJS.WritableStream {
  readonly isTTY?: boolean;
}

/** One line of a terminal that tells how far the work is; nothing where there is no terminal. */
export class Progress {
  readonly #terminal: Output | null;
  readonly #bytes: number;
  readonly #read = new Map<LocalFile, number>();
  #shownAt = 0;

  constructor(output: Output, files: readonly LocalFile[]) {
    this.#terminal = output.isTTY === true ? output : null;
    this.#bytes = files.reduce((sum, file) => sum + file.bytes, 0);
  }

  /** The bytes of the file, counted as they are read. */
  async *opened(file: LocalFile): AsyncGenerator<Uint8Array> {
    let read = 0;
    for await (const chunk of file.open()) {
      read += chunk.length;
      this.#read.set(file, read);
      this.#tellRead(file);
      yield chunk;
    }
  }

  #tellRead(file: LocalFile): void {
    if (performance.now() - this.#shownAt < INTERVAL_MS) return;
    const read = this.#read.values().reduce((sum, bytes) => sum + bytes, 0);
    const percent = Math.floor((100 * read) / this.#bytes);
    this.tell(`Reading ${basename(file.path)}: ${percent} % of ${(this.#bytes / 1e6).toFixed(1)} MB`);
  }

  /** In place of what was told before. */
  tell(text: string): void {
    if (this.#terminal === null) return;
    this.#shownAt = performance.now();
    cursorTo(this.#terminal, 0);
    this.#terminal.write(printable(text));
    clearLine(this.#terminal, 1);
  }

  end(): void {
    if (this.#terminal === null || this.#shownAt === 0) return;
    this.#shownAt = 0;
    cursorTo(this.#terminal, 0);
    clearLine(this.#terminal, 0);
  }
}
