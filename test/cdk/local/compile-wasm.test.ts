import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { compileWasm, WASM_MODULES } from '../../../cdk/local/compile-wasm.ts';

test.each(WASM_MODULES)(
  '$file is what its source compiles to: where it is not, `npm run build:wasm` writes it anew',
  async (module) => {
    const compiled = readFileSync(new URL(module.file, module.folder), 'utf8');
    // In one word, since nobody reads where the two differ.
    expect(compiled === (await compileWasm(module))).toBe(true);
  },
);
