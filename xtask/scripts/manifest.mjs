// Prints the sizes of what is published and writes dist/manifest.json:
//   { "version", "files": [{ "path", "sha256", "raw", "gzip", "brotli" }],
//     "loads": { name: { "files", "raw", "gzip", "brotli", "budget"? } } }
// `loads` tells what a reader's browser fetches for each way in, before the plan, and what somebody
// fetches who reads and plans.
//   node manifest.mjs DIST VERSION
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { PAGE, PLANNED } from './page-files.mjs';

const [folder, version] = process.argv.slice(2);
const own = join(folder, 'manifest.json');
const placed = `v${version}`;

/** In brotli's bytes: what a reader may have to load for the element, and the full page with its planner. */
const BUDGET = { element: 150_000, both: 300_000 };
const LOADS = {
  element: {
    files: ['planning-wheel.js', 'planning-wheel-web_bg.wasm', 'style.css'].map((name) => `${placed}/${name}`),
    budget: BUDGET.element,
  },
  both: {
    files: [...new Set([...PAGE, ...PLANNED, ...readdirSync(join(folder, 'keep')).map((name) => `keep/${name}`)])],
    budget: BUDGET.both,
  },
  frame: {
    files: ['frame.html', 'frame.css', 'frame.js', 'planning-wheel.js', 'planning-wheel-web_bg.wasm', 'style.css'].map(
      (name) => `${placed}/${name}`,
    ),
  },
  page: {
    files: PAGE,
  },
  core: {
    files: ['planning-wheel-core.js', 'planning-wheel-core.wasm', 'statutory.json'].map((name) => `${placed}/core/${name}`),
  },
};

function measured(path) {
  const bytes = readFileSync(path);
  return {
    path: relative(folder, path).split(sep).join('/'),
    sha256: createHash('sha256').update(bytes).digest('hex'),
    raw: bytes.length,
    gzip: gzipSync(bytes, { level: 9 }).length,
    brotli: brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } }).length,
  };
}

const files = readdirSync(folder, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
  .filter((path) => path !== own)
  .map(measured)
  .sort((one, other) => (one.path < other.path ? -1 : 1));

function together({ files: paths, budget }) {
  const found = paths.map((path) => files.find((file) => file.path === path) ?? missing(path));
  const sum = (key) => found.reduce((total, file) => total + file[key], 0);
  return { files: paths, raw: sum('raw'), gzip: sum('gzip'), brotli: sum('brotli'), ...(budget && { budget }) };
}

function missing(path) {
  throw new Error(`${path} was not built`);
}

const loads = Object.fromEntries(Object.entries(LOADS).map(([name, load]) => [name, together(load)]));
writeFileSync(own, JSON.stringify({ version, files, loads }, null, 2) + '\n');

const row = (name, { raw, gzip, brotli }) =>
  name.padEnd(44) + [raw, gzip, brotli].map((size) => String(size).padStart(10)).join('');
console.log(row('bytes', { raw: 'raw', gzip: 'gzip', brotli: 'brotli' }));
for (const file of files) console.log(row(file.path, file));
console.log('\nWhat a reader loads, without the plan:');
for (const [name, load] of Object.entries(loads)) console.log(row(name, load));

for (const [name, what] of [['element', 'The element'], ['both', 'Reader and planner together']]) {
  const { brotli, budget } = loads[name];
  const share = `${brotli} of ${budget} bytes`;
  console.log(
    brotli <= budget
      ? `\n${what}: within the budget, ${share}.`
      : `\n${what}: OVER the budget, ${share}, ${brotli - budget} too many.`,
  );
}
