// Minifies the scripts and sheets that lie directly in a folder, each on its own.
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { extname, join } from 'node:path';

const LOADERS = { '.js': 'js', '.css': 'css' };
/** What every browser with wasm, `light-dark()` and nested layers of a shadow root can read. */
export const TARGET = 'es2022';

export async function minify(esbuild, folder) {
  for (const name of readdirSync(folder)) {
    const loader = LOADERS[extname(name)];
    if (!loader) continue;
    const path = join(folder, name);
    const { code } = await esbuild.transform(readFileSync(path, 'utf8'), {
      loader,
      minify: true,
      legalComments: 'none',
      charset: 'utf8',
      // Only scripts: a sheet is written as browsers read it.
      ...(loader === 'js' && { target: TARGET, format: 'esm' }),
    });
    writeFileSync(path, code);
  }
}
