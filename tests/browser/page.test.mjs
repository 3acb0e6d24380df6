// The page starts, under a strict policy, wherever it lies.
import assert from 'node:assert/strict';
import { pageTest } from './harness.mjs';

pageTest('is a Swedish page with a name, and its wasm has started', async ({ page, shoot }) => {
  assert.equal(await page.getAttribute('html', 'lang'), 'sv');
  assert.match(await page.title(), /\S/);
  assert.equal(await page.getByRole('alert').count(), 0);
  await shoot('page.png');
});

pageTest('runs from a folder of a larger site', { base: '/hjul/2027/' }, async ({ requests, site }) => {
  const wasm = requests.filter((url) => url.endsWith('.wasm'));
  assert.ok(wasm.length > 0, 'no wasm was asked for');
  for (const url of requests) assert.ok(url.startsWith(site.url), url);
});

pageTest('has one wasm and asks for nothing twice', async ({ requests }) => {
  assert.equal(requests.filter((url) => url.endsWith('.wasm')).length, 1, requests.join('\n'));
});

pageTest(
  'says in words when the wasm cannot start',
  {
    before: (page) => page.route('**/*.wasm', (route) => route.fulfill({ status: 500, body: '' })),
    expected: /500|wasm|WebAssembly/i,
    starts: false,
  },
  async ({ page }) => {
    await page.getByRole('alert').getByText('kunde inte starta').waitFor();
    assert.equal(await page.getAttribute('html', 'data-wasm'), 'failed');
  },
);
