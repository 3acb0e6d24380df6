// The JavaScript module of the core, as its npm package holds it.
//   node module.mjs BOUND ROOT ESBUILD VERSION FOLDER
// BOUND    what wasm-bindgen wrote
// ROOT     the project
// ESBUILD  the folder where npm put esbuild
// FOLDER   gets the package's files
import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { TARGET } from './minify.mjs';

const [bound, root, tools, version, folder] = process.argv.slice(2);
const esbuild = createRequire(join(tools, 'package.json'))('esbuild');
const source = join(root, 'web/module');

rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
await esbuild.build({
  entryPoints: [join(source, 'planning-wheel-core.js')],
  outfile: join(folder, 'planning-wheel-core.js'),
  bundle: true,
  minify: true,
  format: 'esm',
  target: TARGET,
  charset: 'utf8',
  legalComments: 'none',
  logLevel: 'warning',
  plugins: [
    {
      name: 'bound',
      setup: (build) =>
        build.onResolve({ filter: /^\.\/planning-wheel-module\.js$/ }, () => ({
          path: resolve(bound, 'planning-wheel-module.js'),
        })),
    },
  ],
});
copyFileSync(join(bound, 'planning-wheel-module_bg.wasm'), join(folder, 'planning-wheel-core.wasm'));
for (const name of ['planning-wheel-core.d.ts', 'README.md']) copyFileSync(join(source, name), join(folder, name));
for (const name of ['LICENSE-MIT', 'LICENSE-APACHE']) copyFileSync(join(root, name), join(folder, name));

const data = { 'schema.json': 'plan.schema.json', 'catalogue.schema.json': 'catalogue.schema.json', 'statutory.json': 'statutory.json' };
for (const [name, own] of Object.entries(data)) {
  const small = JSON.stringify(JSON.parse(readFileSync(join(root, 'plans', name), 'utf8')));
  writeFileSync(join(folder, own), small);
}
const described = readFileSync(join(source, 'package.json'), 'utf8').replace('[version]', version);
writeFileSync(join(folder, 'package.json'), described);
