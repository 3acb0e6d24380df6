// dist/manifest.json tells the truth, and the folder to place on a site works as it is.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { STRICTEST, pageTest } from './harness.mjs';

const DIST = process.env.PAGE;
const { version, files, loads } = JSON.parse(readFileSync(join(DIST, 'manifest.json'), 'utf8'));
const placed = `v${version}/`;

test('the manifest names every file with its size and hash', () => {
  const there = readdirSync(DIST, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name !== 'manifest.json')
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name));
  assert.equal(files.length, there.length);
  for (const { path, raw, sha256 } of files) {
    const bytes = readFileSync(join(DIST, path));
    assert.equal(raw, bytes.length, path);
    assert.equal(sha256, createHash('sha256').update(bytes).digest('hex'), path);
  }
});

test('no wasm names a folder of the machine on which it was built', () => {
  const own = [homedir(), fileURLToPath(new URL('../..', import.meta.url)), process.env.CARGO_HOME];
  const wasm = files.filter(({ path }) => path.endsWith('.wasm'));
  assert.ok(wasm.length >= 3);
  for (const { path } of wasm) {
    const text = readFileSync(join(DIST, path), 'latin1');
    for (const folder of own.filter(Boolean)) assert.ok(!text.includes(folder), `${folder} in ${path}`);
  }
});

// While one is too large, this is reported as a failing "todo" and fails no run. Once a budget is
// kept, going over it fails.
for (const [name, what] of [['element', 'a reader loads'], ['both', 'reader and planner load together']]) {
  const { brotli, budget } = loads[name];
  test(
    `what ${what} is at most ${budget} bytes of brotli`,
    { todo: brotli > budget && `${brotli - budget} bytes too many` },
    () => assert.ok(brotli <= budget, `${brotli} bytes`),
  );
}

pageTest(
  'the placed folder runs under the strictest policy, and loads what the manifest says',
  { path: `${placed}examples/element.html`, csp: STRICTEST, starts: false },
  async ({ page, requests, site }) => {
    for (const id of ['file', 'child', 'property']) {
      await page.locator(`#${id} .mark`).first().waitFor({ state: 'attached' });
    }
    const paths = requests.map((url) => url.replace(site.url, '').split('?')[0]);
    for (const path of paths) assert.ok(path.startsWith(placed) || path.startsWith('data:'), path);
    const own = paths.filter((path) => path.startsWith(placed) && !/examples|plans/.test(path));
    assert.deepEqual(own.sort(), [...loads.element.files].sort());
  },
);

pageTest('the list of examples leads to each way in', { path: 'examples/', starts: false }, async ({ page, context }) => {
  const links = await page.$$eval('a', (links) => links.map((link) => link.href));
  assert.ok(links.length >= 4);
  for (const link of links) assert.equal((await context.request.get(link)).status(), 200, link);
});

pageTest(
  'the placed frame page loads what the manifest says',
  { path: `${placed}frame.html?src=plans/sskl-kalmar.json`, starts: false },
  async ({ page, requests, site }) => {
    await page.locator('.mark').first().waitFor({ state: 'attached' });
    const paths = requests.map((url) => url.replace(site.url, '').split('?')[0]);
    const own = paths.filter((path) => path.startsWith(placed) && !path.includes('plans'));
    assert.deepEqual(own.sort(), [...loads.frame.files].sort());
  },
);

pageTest('the page loads what the manifest says', {}, async ({ page, requests, site }) => {
  await page.locator('.mark').first().waitFor({ state: 'attached' });
  await page.waitForLoadState('networkidle');
  const paths = requests.map((url) => url.replace(site.url, '').split('#')[0] || 'index.html');
  const code = paths.filter((path) => /\.(html|js|css|wasm)$/.test(path));
  const listed = loads.page.files;
  assert.deepEqual([...new Set(code)].sort(), [...listed].sort());
});
