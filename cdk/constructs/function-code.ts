import { fileURLToPath } from 'node:url';
import { AssetHashType, DockerImage } from 'aws-cdk-lib';
import { Code } from 'aws-cdk-lib/aws-lambda';
import { type BuildOptions, buildSync, type Metafile } from 'esbuild';

/** With a slash at the end. */
export const PROJECT_ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** What CommonJS packages call, and an ES module has not. */
const REQUIRE_FOR_COMMONJS =
  "import{createRequire as requireOf}from'node:module';const require=requireOf(import.meta.url);";

/** An `import` of Node's own costs a start a quarter of its time: the file says why. */
const NODE_HTTP = `${PROJECT_ROOT}shared/runtime/node-http.cjs`;

/** How every function is bundled, and the bare ones that starts are compared with. */
export const BUNDLING = {
  absWorkingDir: PROJECT_ROOT,
  bundle: true,
  platform: 'node',
  target: 'node24',
  format: 'esm',
  mainFields: ['module', 'main'],
  minify: true,
  banner: { js: REQUIRE_FOR_COMMONJS },
  alias: { http: NODE_HTTP, 'node:http': NODE_HTTP },
  // What is imported by `import()` is a file of its own, which is not even read before.
  splitting: true,
  entryNames: 'index',
  outExtension: { '.js': '.mjs' },
  // Beside the code, which does not name them: Node would read them at every start. See `inSource`.
  sourcemap: 'external',
  sourcesContent: false,
  metafile: true,
  logLevel: 'warning',
} as const satisfies BuildOptions;

/** Bundles the handler of a folder under functions/ into the directory. Throws when it cannot be bundled. */
export function bundleFunction(folder: string, directory: string): Metafile {
  const entry = `functions/${folder}/handler.ts`;
  return buildSync({ ...BUNDLING, entryPoints: [entry], outdir: directory }).metafile;
}

/**
 * The code of a function, with the AWS SDK as it was tested, not as the runtime happens to carry it that week.
 * @param afterBundling may put further files into the folder of the bundle
 */
export function functionCode(folder: string, afterBundling?: (bundleFolder: string) => void): Code {
  return Code.fromAsset(`${PROJECT_ROOT}functions/${folder}`, {
    assetHashType: AssetHashType.OUTPUT,
    bundling: {
      // Never pulled: `tryBundle` does the work or throws.
      image: DockerImage.fromRegistry('scratch'),
      local: {
        tryBundle(directory) {
          bundleFunction(folder, directory);
          afterBundling?.(directory);
          return true;
        },
      },
    },
  });
}
