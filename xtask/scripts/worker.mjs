// The service worker of the full page: web/sw.js with the list of files and their hashes.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { PAGE, PLANNED, TAKEN } from './page-files.mjs';

/** What the page is made of; the other ways in stay outside. */
const NAMES = [...PAGE, ...PLANNED, ...TAKEN, 'manifest.webmanifest'];
const FOLDERS = ['icons', 'plans', 'keep'];
/** How a script or a page names another file of this folder. */
const NAMED = /(?:from ?|import ?\(?|src=|href=)["'](?:\.\/)?((?:[\w-]+\/)*[\w-]+\.(?:js|css|wasm|webmanifest))["']/g;
const META = '<meta name="offline" content="sw.js" />';

/** Makes the page in `dist` keep itself. Once more after a change, it gives another version. */
export async function worker(dist, web) {
  for (const name of ['index.html', 'plan.html']) {
    const page = join(dist, name);
    const html = readFileSync(page, 'utf8');
    if (!html.includes(META)) writeFileSync(page, html.replace('</head>', `  ${META}\n  </head>`));
  }

  const inFolders = FOLDERS.flatMap((folder) => readdirSync(join(dist, folder)).map((name) => `${folder}/${name}`));
  const paths = [...NAMES, ...inFolders].sort();
  assertWhole(dist, paths);
  const files = Object.fromEntries(paths.map((path) => [path === 'index.html' ? './' : path, hash(join(dist, path))]));
  const version = createHash('sha256').update(JSON.stringify(files)).digest('hex').slice(0, 16);
  const script = readFileSync(join(web, 'sw.js'), 'utf8')
    .replace("const VERSION = '';", `const VERSION = '${version}';`)
    .replace('const FILES = {};', `const FILES = ${JSON.stringify(files, null, 2)};`);
  if (!script.includes(version) || !script.includes(files['./'])) throw new Error('web/sw.js has no place for its list');
  writeFileSync(join(dist, 'sw.js'), script);
}

/** A file that the page imports and the list lacks would be missed only without a network. */
function assertWhole(dist, paths) {
  const named = (path) => [...readFileSync(join(dist, path), 'utf8').matchAll(NAMED)].map(([, name]) => posix.join(posix.dirname(path), name));
  const missing = paths
    .filter((path) => /\.(js|html)$/.test(path))
    .flatMap(named)
    .filter((name) => !paths.includes(name));
  if (missing.length > 0) throw new Error(`the service worker does not keep ${missing.join(', ')}`);
  for (const path of paths) if (!existsSync(join(dist, path))) throw new Error(`there is no ${path}`);
}

const hash = (path) => `sha256-${createHash('sha256').update(readFileSync(path)).digest('base64')}`;
