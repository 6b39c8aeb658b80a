import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { compileScanner } from '../../../cdk/local/compile-scanner.ts';

test('the compiled scanner is that of its source: where it is not, `npm run build:scanner` writes it anew', async () => {
  const compiled = new URL('../../../shared/contracts/usage-file/json/scanner.wasm.ts', import.meta.url);
  // In one word, since nobody reads where the two differ.
  expect(readFileSync(compiled, 'utf8') === (await compileScanner())).toBe(true);
});
