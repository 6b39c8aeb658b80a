import { fileURLToPath } from 'node:url';
import asc from 'assemblyscript/asc';

/** What is written in AssemblyScript: from `wasm/exports.ts` in a folder, a file of it that exports a constant. */
export interface WasmModule {
  readonly folder: URL;
  readonly file: string;
  readonly constant: string;
}

const SHARED = new URL('../../shared/', import.meta.url);

export const WASM_MODULES: readonly WasmModule[] = [
  {
    folder: new URL('contracts/usage-file/json/', SHARED),
    file: 'scanner.wasm.ts',
    constant: 'SCANNER',
  },
  {
    folder: new URL('domain/email-numbers/', SHARED),
    file: 'email-numbers.wasm.ts',
    constant: 'EMAIL_NUMBERS',
  },
];

const OUTPUT = 'module.wasm';
const OPTIONS = ['--runtime', 'stub', '--enable', 'simd', '--use', 'abort=', '--noAssert', '--converge'];

/** The text of the file. @throws Error with what the compiler says. */
export async function compileWasm({ folder, constant }: WasmModule): Promise<string> {
  const sources = fileURLToPath(new URL('wasm', folder));
  const files = new Map<string, string | Uint8Array>();
  const { error, stderr } = await asc.main(
    ['exports.ts', '--baseDir', sources, '--outFile', OUTPUT, '--optimizeLevel', '3', ...OPTIONS],
    { writeFile: (name, contents) => void files.set(name, contents) },
  );
  if (error !== null) throw new Error(`${error.message}\n${stderr.toString()}`);
  const base64 = Buffer.from(files.get(OUTPUT) ?? '').toString('base64');
  return `/** \`wasm/\`, compiled: \`npm run build:wasm\` writes this file. Base64. */\nexport const ${constant} =\n  '${base64}';\n`;
}
