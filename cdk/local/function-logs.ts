import { createWriteStream, type WriteStream } from 'node:fs';
import { join } from 'node:path';

/** What the functions and services write: one file each, and every line to `onLine` as well. */
export class FunctionLogs {
  readonly #directory: string;
  readonly #onLine: (functionName: string, line: string) => void;
  readonly #files: WriteStream[] = [];

  constructor(directory: string, onLine: (functionName: string, line: string) => void) {
    this.#directory = directory;
    this.#onLine = onLine;
  }

  /** Where one function writes to. */
  open(functionName: string): (text: string) => void {
    const file = createWriteStream(join(this.#directory, `${functionName}.log`), { flags: 'a' });
    this.#files.push(file);
    return (text) => {
      file.write(text);
      for (const line of text.split('\n')) if (line !== '') this.#onLine(functionName, line);
    };
  }

  async close(): Promise<void> {
    await Promise.all(this.#files.map((file) => new Promise((resolve) => file.end(resolve))));
  }
}
