import { fileURLToPath } from 'node:url';
import asc from 'assemblyscript/asc';

const SOURCES = fileURLToPath(new URL('../../shared/contracts/usage-file/json/wasm', import.meta.url));
const ENTRY = 'exports.ts';
const OUTPUT = 'scanner.wasm';
const OPTIONS = ['--runtime', 'stub', '--enable', 'simd', '--use', 'abort=', '--noAssert', '--converge'];

/** The text of `scanner.wasm.ts`. @throws Error with what the compiler says. */
export async function compileScanner(): Promise<string> {
  const files = new Map<string, string | Uint8Array>();
  const { error, stderr } = await asc.main(
    [ENTRY, '--baseDir', SOURCES, '--outFile', OUTPUT, '--optimizeLevel', '3', ...OPTIONS],
    { writeFile: (name, contents) => void files.set(name, contents) },
  );
  if (error !== null) throw new Error(`${error.message}\n${stderr.toString()}`);
  const base64 = Buffer.from(files.get(OUTPUT) ?? '').toString('base64');
  return `/** \`wasm/\`, compiled: \`npm run build:scanner\` writes this file. Base64. */\nexport const SCANNER =\n  '${base64}';\n`;
}
