import { writeFileSync } from 'node:fs';
import { compileScanner } from './compile-scanner.ts';

/** `npm run build:scanner`: to be run when anything in `json/wasm` or `json/tape-format.ts` has changed. */
writeFileSync(
  new URL('../../shared/contracts/usage-file/json/scanner.wasm.ts', import.meta.url),
  await compileScanner(),
);
