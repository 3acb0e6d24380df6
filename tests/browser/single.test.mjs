// One HTML file from file://, in a folder where nothing else is: dist/single/.
import assert from 'node:assert/strict';
import { pageTest } from './harness.mjs';

const DECISION = 'moten-ordforandetraff/2027/2';
const alone = (options = {}) => ({ file: 'single/sskl-kalmar.html', path: '#year=2027', starts: false, ...options });
const drawn = (page) => page.locator('.mark').first().waitFor({ state: 'attached' });
const year = (page) => page.locator('.years output').innerText();

pageTest('a single file shows its plan, steps years and speaks English', alone(), async ({ page, shoot }) => {
  await drawn(page);
  assert.match(await page.title(), /^Socialtjänst i samverkan Kalmar län · årshjul 2027$/);
  await page.locator(`.mark[data-entry="${DECISION}"]`).click();
  await page.getByRole('heading', { name: 'Varför 18 november?' }).waitFor();
  await shoot('single.png');
  await page.getByRole('button', { name: 'English' }).click();
  await page.getByRole('heading', { name: 'Why 18 November?' }).waitFor();
  assert.match(await page.title(), /^Social services in collaboration.* · planning wheel 2027$/);
  await page.getByRole('button', { name: 'The year after' }).click();
  assert.equal(await year(page), '2028');
  await drawn(page);
  await page.getByRole('button', { name: 'Svenska' }).click();
  await page.getByRole('button', { name: 'Året efter' }).waitFor();
});

pageTest('its address leads to a view, also when the file is opened anew', alone({
  path: `#year=2027&entry=${DECISION}&lang=en`,
}), async ({ page }) => {
  await page.getByRole('heading', { name: 'Why 18 November?' }).waitFor();
  await page.getByRole('button', { name: 'The year after' }).click();
  await page.waitForFunction(() => location.hash.includes('year=2028'));
  await page.reload();
  await drawn(page);
  assert.equal(await year(page), '2028');
  assert.equal(await page.getAttribute('html', 'lang'), 'en');
});

for (const name of ['samverkan-blekinge', 'social-reko-vasternorrland', 'sso-ostergotland']) {
  pageTest(`${name} has a single file`, alone({ file: `single/${name}.html` }), async ({ page }) => {
    await drawn(page);
    const embedded = await page.$eval('planning-wheel > script', (script) => JSON.parse(script.textContent).id);
    assert.equal(embedded, name);
    assert.equal(await page.getByRole('alert').count(), 0);
  });
}

pageTest('no script that is added to the file runs', alone({ expected: /Content Security Policy|TrustedScript/ }), async ({ page }) => {
  await drawn(page);
  const ran = await page.evaluate(() => {
    const script = document.createElement('script');
    try {
      script.text = 'window.ran = true';
    } catch {
      return 'refused'; // Trusted Types
    }
    document.body.append(script);
    return window.ran;
  });
  assert.equal(ran, 'refused');
});

pageTest('axe finds nothing in a single file', alone(), async ({ page, audit }) => {
  await drawn(page);
  assert.deepEqual(await audit(), []);
});
