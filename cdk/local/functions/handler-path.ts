import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** The file of a handler: Lambda looks for these endings too. */
const ENDINGS = ['.mjs', '.js', '.cjs'];

/** Throws when the code has no such file. */
export function findHandler(codeDirectory: string, handlerFile: string): string {
  const candidates = ENDINGS.map((ending) => join(codeDirectory, `${handlerFile}${ending}`));
  const found = candidates.find((candidate) => existsSync(candidate));
  if (found === undefined) throw new Error(`There is no handler ${candidates.join(' or ')}`);
  return found;
}
