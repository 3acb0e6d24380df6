// "Skriv ut": the wheel with its agenda on paper, and nothing of the page around it.
import assert from 'node:assert/strict';
import { STRICTEST, pageTest } from './harness.mjs';

const year = (rest = '') => `#plan=sskl-kalmar&year=2027${rest}`;
const drawn = (page) => page.locator('.mark').first().waitFor({ state: 'attached' });
const copies = (page) => page.locator('planning-wheel-print').count();

/** Prints without a dialogue: the test says when it is over. */
async function print(page) {
  await page.evaluate(() => {
    window.printed = 0;
    window.print = () => (window.printed += 1);
    const host = document.createElement('p');
    host.id = 'host';
    host.textContent = 'Intranätets egna nyheter';
    document.body.prepend(host);
  });
  await page.locator('planning-wheel').getByRole('button', { name: 'Skriv ut' }).click();
  assert.equal(await page.evaluate(() => window.printed), 1);
}

pageTest('prints the wheel alone under the strictest policy', { path: year(), csp: STRICTEST }, async ({ page }) => {
  await drawn(page);
  const marks = await page.locator('.mark').count();
  await print(page);
  assert.equal(await copies(page), 1);
  assert.ok(await page.locator('#host').isVisible(), 'the screen stays as it was');
  assert.ok(!(await page.locator('planning-wheel-print').isVisible()));
  await page.emulateMedia({ media: 'print' });
  assert.ok(!(await page.locator('#host').isVisible()), 'the page around it is not printed');
  assert.ok(!(await page.locator('body > main, body > planning-wheel').first().isVisible()));
  const paper = page.locator('planning-wheel-print');
  for (const part of ['.wheel svg', '.agenda table', '.heading']) assert.ok(await paper.locator(part).isVisible(), part);
  assert.ok(!(await paper.locator('.bar').isVisible()));
  assert.equal(await paper.locator('.mark').count(), marks);
  await page.emulateMedia({ media: 'screen' });
  await page.evaluate(() => dispatchEvent(new Event('afterprint')));
  assert.equal(await copies(page), 0);
  assert.equal(await page.evaluate(() => document.adoptedStyleSheets.length), 0, 'nothing is left behind');
  // And once more.
  await page.locator('planning-wheel').getByRole('button', { name: 'Skriv ut' }).click();
  assert.equal(await copies(page), 1);
});

for (const format of ['A4', 'A3']) {
  pageTest(`a dark page is printed on light ${format}`, { path: year(), colorScheme: 'dark' }, async ({ page }) => {
    await drawn(page);
    await print(page);
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    const ground = await page.locator('planning-wheel-print .frame').evaluate((frame) => getComputedStyle(frame).getPropertyValue('--_ground').trim());
    assert.equal(ground, '#fff');
    const pages = async (landscape) => (await page.pdf({ format, landscape })).toString('latin1').match(/\/Type\s*\/Page\b/g).length;
    assert.ok((await pages(false)) <= (format === 'A4' ? 7 : 4), `${await pages(false)} sheets`);
    assert.ok((await pages(true)) <= (format === 'A4' ? 9 : 6), `${await pages(true)} sheets`);
  });
}
