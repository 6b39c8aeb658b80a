import { readFileSync } from 'node:fs';
import { SourceMap } from 'node:module';

const PLACE = /(file:\/\/[^\s()]+\.mjs):(\d+):(\d+)/;

/** By the URL of a bundle; null for a file that has no source map beside it. */
const maps = new Map<string, SourceMap | null>();

/**
 * A frame of a stack with the place in the source for that in the minified bundle. Source maps are larger than the
 * bundles: each is read when the first error is told, not at the start as `--enable-source-maps` would.
 */
export function inSource(frame: string): string {
  return frame.replace(PLACE, (place, url: string, line: string, column: string) => {
    const origin = sourceMapOf(url)?.findOrigin(Number(line), Number(column));
    if (origin === undefined || !('fileName' in origin)) return place;
    // Relative to the folder where the bundle was made.
    return `${origin.fileName.replace(/^(\.\.\/)+/, '')}:${origin.lineNumber}:${origin.columnNumber}`;
  });
}

function sourceMapOf(url: string): SourceMap | null {
  const known = maps.get(url);
  if (known !== undefined) return known;
  const map = readSourceMap(url);
  maps.set(url, map);
  return map;
}

/** A place that cannot be told better must not hide the error that is being told. */
function readSourceMap(url: string): SourceMap | null {
  try {
    return new SourceMap(JSON.parse(readFileSync(new URL(`${url}.map`), 'utf8')));
  } catch {
    return null;
  }
}
