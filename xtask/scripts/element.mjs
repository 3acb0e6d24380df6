// The folder that is placed on a site: the element in one script, the frame page, the plans and
// the examples. Names stay the same from version to version; the folder's name does not.
import { copyFileSync, cpSync, mkdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { TARGET, minify } from './minify.mjs';

const SAME = [
  'planning-wheel-web_bg.wasm',
  'style.css',
  'frame.html',
  'frame.css',
  'frame.js',
  'frame-host.js',
  'take.js',
];

export async function element(esbuild, dist, folder) {
  mkdirSync(folder, { recursive: true });
  for (const name of SAME) copyFileSync(join(dist, name), join(folder, name));
  // The list of examples leads to ways that this folder does not hold.
  const filter = (path) => basename(path) !== 'index.html';
  for (const name of ['plans', 'examples']) cpSync(join(dist, name), join(folder, name), { recursive: true, filter });
  await esbuild.build({
    entryPoints: [join(dist, 'planning-wheel.js')],
    outfile: join(folder, 'planning-wheel.js'),
    bundle: true,
    format: 'esm',
    target: TARGET,
    charset: 'utf8',
    logLevel: 'warning',
    // Fetched when somebody asks for them.
    external: ['./take.js', './core/planning-wheel-core.js'],
  });
  await minify(esbuild, folder);
}
