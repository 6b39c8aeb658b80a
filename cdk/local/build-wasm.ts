import { writeFileSync } from 'node:fs';
import { compileWasm, WASM_MODULES } from './compile-wasm.ts';

/** `npm run build:wasm`: to be run when anything has changed in a folder `wasm`, or that is imported there. */
for (const module of WASM_MODULES)
  writeFileSync(new URL(module.file, module.folder), await compileWasm(module));
