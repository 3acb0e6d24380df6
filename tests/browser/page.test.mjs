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

pageTest(
  'changes its language in place, and the address keeps it',
  { path: '#plan=sskl-kalmar&year=2027&entry=moten-ordforandetraff/2027/2' },
  async ({ page, requests }) => {
    await page.getByRole('heading', { name: 'Varför 18 november?' }).waitFor();
    await page.waitForLoadState('networkidle');
    const asked = requests.length;
    const other = page.locator('.language');
    await other.focus();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Why 18 November?' }).waitFor();
    assert.match(await page.title(), /Kalmar county · planning wheel 2027/);
    assert.match(page.url(), /entry=moten-ordforandetraff\/2027\/2&lang=en$/);
    assert.ok(await other.evaluate((button) => document.activeElement === button), 'focus stays');
    // A browser asks for icons and the like when it pleases.
    const again = requests.slice(asked).filter((url) => /\.(json|wasm|m?js|css)$/.test(url));
    assert.deepEqual(again, [], 'nothing is fetched again');
    await page.reload();
    await page.getByRole('heading', { name: 'Why 18 November?' }).waitFor();
    await page.keyboard.press('Tab');
    await other.click();
    await page.getByRole('heading', { name: 'Varför 18 november?' }).waitFor();
    assert.equal(await page.getAttribute('html', 'lang'), 'sv');
  },
);
