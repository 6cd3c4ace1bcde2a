import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { AssetHashType } from 'aws-cdk-lib';
import { Code } from 'aws-cdk-lib/aws-lambda';
import { type BuildOptions, buildSync } from 'esbuild';
import { type FunctionName, functionEntries } from '../../../functions/runtime/env.ts';

const PROJECT = fileURLToPath(new URL('../../../', import.meta.url));
const HANDLERS = 'functions/handlers';

/** Packages of the CommonJS kind call `require` for Node's own modules, which an ES module does not have by itself. */
const REQUIRE_BANNER = "import{createRequire}from'node:module';const require=createRequire(import.meta.url);";

/** How a function is bundled, whatever it is: for whoever measures bundles, too. */
export const BUNDLE_OPTIONS = {
  bundle: true,
  platform: 'node',
  target: 'node24',
  format: 'esm',
  // ES modules where a package has both: only they can be shaken.
  mainFields: ['module', 'main'],
  banner: { js: REQUIRE_BANNER },
  alias: { debug: fileURLToPath(new URL('no-debug.ts', import.meta.url)) },
  minify: true,
  sourcemap: true,
  // Names and lines are what a stack trace needs; the text itself is in the repository.
  sourcesContent: false,
  legalComments: 'none',
  logLevel: 'error',
} as const satisfies BuildOptions;

/** Code of each function. */
export type FunctionCode = (name: FunctionName) => Code;

/**
 * Bundles all functions in one run of esbuild, each into a folder of its own. One run, because shared modules are
 * then read and parsed once: docs/adr/0006 has the measurements.
 *
 * Nothing is external. The SDK that Lambda carries is of another version than the tested one, changes under a deployed
 * function, and loads more slowly than the few operations that remain of a bundled one.
 * @throws Error that names every entry point that does not exist, or what esbuild found
 */
export function bundleFunctions(
  outdir: string,
  entryPoints: Record<FunctionName, string> = functionEntries,
): FunctionCode {
  const entries = Object.entries(entryPoints);
  const missing = entries.filter(([, entry]) => !existsSync(join(PROJECT, HANDLERS, entry)));
  if (missing.length > 0) {
    const list = missing.map(([name, entry]) => `  ${name}: ${HANDLERS}/${entry}`).join('\n');
    throw new Error(
      `Functions without an entry point:\n${list}\nCreate the file with an export named "handler", or correct functionEntries in functions/runtime/env.ts.`,
    );
  }
  buildSync({
    absWorkingDir: PROJECT,
    entryPoints: Object.fromEntries(entries.map(([name, entry]) => [`${name}/index`, `${HANDLERS}/${entry}`])),
    outdir,
    outExtension: { '.js': '.mjs' },
    ...BUNDLE_OPTIONS,
  });
  return (name) => {
    const folder = join(outdir, name);
    // Of the code alone: the source map holds paths, which would make another asset on every machine.
    const assetHash = createHash('sha256')
      .update(readFileSync(join(folder, 'index.mjs')))
      .digest('hex');
    return Code.fromAsset(folder, { assetHashType: AssetHashType.CUSTOM, assetHash });
  };
}
