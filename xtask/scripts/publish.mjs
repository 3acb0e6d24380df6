// Makes what is published out of the page that trunk built.
//   node publish.mjs DIST WEB ESBUILD VERSION TEMPLATE CORE FULL
// DIST      the page, which is made smaller and gets its service worker
// WEB       the sources of what trunk knows nothing of
// ESBUILD   the folder where npm put esbuild
// VERSION   DIST/vVERSION becomes the folder to place on a site
// TEMPLATE  the file for the single page, still without a plan
// CORE      the core as a module
// FULL      the page's wasm with what writes files, for a page that has nothing beside it
import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { element } from './element.mjs';
import { minify } from './minify.mjs';
import { single } from './single.mjs';
import { worker } from './worker.mjs';

const [dist, web, tools, version, template, core, full] = process.argv.slice(2);
const esbuild = createRequire(join(tools, 'package.json'))('esbuild');

// Bundles are made of the sources, so that they come first.
await element(esbuild, dist, join(dist, `v${version}`));
// What only npm reads stays in its package.
const filter = (path) => !['package.json', 'README.md'].includes(basename(path));
for (const page of [dist, join(dist, `v${version}`)]) cpSync(core, join(page, 'core'), { recursive: true, filter });
mkdirSync(dirname(template), { recursive: true });
const empty = await single(esbuild, dist, web, full);
// The planner puts its plan into this one; `planning-wheel page` into the other.
for (const file of [template, join(dist, 'single.html')]) writeFileSync(file, empty);
for (const folder of [dist, join(dist, 'keep')]) await minify(esbuild, folder);
await worker(dist, web);
