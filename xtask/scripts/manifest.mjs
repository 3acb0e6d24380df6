// Prints the sizes of a folder's files and writes them to its manifest.json:
// { "files": [{ "path", "sha256", "raw", "gzip", "brotli" }], "total": { "raw", "gzip", "brotli" } }
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

const folder = process.argv[2];
const own = join(folder, 'manifest.json');

const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
  .filter((path) => path !== own)
  .sort();

const files = paths.map((path) => {
  const bytes = readFileSync(path);
  return {
    path: relative(folder, path).split(sep).join('/'),
    sha256: createHash('sha256').update(bytes).digest('hex'),
    raw: bytes.length,
    gzip: gzipSync(bytes, { level: 9 }).length,
    brotli: brotliCompressSync(bytes, {
      params: { [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
    }).length,
  };
});

const sum = (key) => files.reduce((total, file) => total + file[key], 0);
const total = { raw: sum('raw'), gzip: sum('gzip'), brotli: sum('brotli') };
writeFileSync(own, JSON.stringify({ files, total }, null, 2) + '\n');

const row = (name, { raw, gzip, brotli }) =>
  name.padEnd(36) + [raw, gzip, brotli].map((size) => String(size).padStart(12)).join('');
console.log(row('bytes', { raw: 'raw', gzip: 'gzip', brotli: 'brotli' }));
for (const file of files) console.log(row(file.path, file));
console.log(row('together', total));
