import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { ENCODINGS, type Encoding } from './content-encoding.ts';

/** Slow and small: it is done once, when the function is bundled. */
const COMPRESS: Readonly<Record<Encoding['name'], (content: Buffer) => Buffer>> = {
  br: (content) =>
    brotliCompressSync(content, {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
        [constants.BROTLI_PARAM_SIZE_HINT]: content.length,
      },
    }),
  gzip: (content) => gzipSync(content, { level: constants.Z_BEST_COMPRESSION }),
};

/** Puts the compressed forms of every file in the folder beside it. */
export function compressFiles(folder: string): void {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  for (const entry of entries.filter((found) => found.isFile())) {
    const file = join(entry.parentPath, entry.name);
    const content = readFileSync(file);
    for (const { name, ending } of ENCODINGS) writeFileSync(`${file}${ending}`, COMPRESS[name](content));
  }
}
