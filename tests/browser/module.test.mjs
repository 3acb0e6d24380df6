// The core as a JavaScript module on a page and in a worker: web/examples/module.html.
import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { STRICTEST, pageTest } from './harness.mjs';

const placed = readdirSync(process.env.PAGE).find((name) => /^v\d/.test(name));
const example = { path: `${placed}/examples/module.html`, starts: false };

pageTest('a page computes and draws with the module, and a worker computes the same', example, async ({ page, requests, shoot, audit }) => {
  await page.getByText('Klart.').waitFor();
  assert.equal(await page.locator('#meetings li').count(), 5);
  assert.match(await page.locator('#meetings li').first().innerText(), /^2027-0[12]-\d\d /);
  assert.ok((await page.locator('.mark').count()) > 50);
  await page.waitForFunction(() => Number(document.querySelector('#counted').value) > 100);
  assert.ok(!requests.some((url) => url.includes('planning-wheel-web')), 'the element was loaded');
  assert.deepEqual(await audit(), []);
  await shoot('example-module.png');
});

pageTest('the strictest policy lets the module run', { ...example, csp: STRICTEST, expected: /TrustedScriptURL/ }, async ({ page }) => {
  await page.getByText('Klart.').waitFor();
  assert.ok((await page.locator('.mark').count()) > 50);
});

pageTest('a file that is missing is told, and load can be tried again', { ...example, csp: STRICTEST, expected: /404|TrustedScriptURL/ }, async ({ page, site }) => {
  await page.getByText('Klart.').waitFor();
  const said = await page.evaluate(async (folder) => {
    const core = await import(`${folder}core/planning-wheel-core.js?again`);
    const missing = await core.load(`${folder}core/missing.wasm`).catch((error) => error.message);
    await Promise.all([core.load(), core.load()]);
    return [missing, core.holidays(2027).length];
  }, `${site.url}${placed}/`);
  assert.match(said[0], /missing\.wasm: 404$/);
  assert.ok(said[1] > 10);
});
