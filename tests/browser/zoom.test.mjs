// Year, term, month and week of the wheel: in, along and out again.
import assert from 'node:assert/strict';
import { pageTest } from './harness.mjs';

const DECISION = 'moten-ordforandetraff/2027/2';
const year = (rest = '') => `#plan=sskl-kalmar&year=2027${rest}`;
const drawn = (page) => page.locator('.mark').first().waitFor({ state: 'attached' });
const shown = (page) => page.locator('.years output').innerText();
const steps = (page) => page.locator('.zoom button').allInnerTexts();
const turn = async (page, title) => page.locator('.years output', { hasText: title }).waitFor();
const marks = (page) => page.$$eval('.wheel .mark', (marks) => marks.map((mark) => mark.dataset.entry).sort());
const selected = (page) => page.$$eval('.mark.selected', (marks) => marks.map((mark) => mark.dataset.entry));
const focused = (page) => page.evaluate(() => document.activeElement?.shadowRoot?.activeElement?.dataset.entry);

pageTest('a click on a month goes in, and the steps lead out', { path: year() }, async ({ page, shoot }) => {
  await drawn(page);
  const all = await marks(page);
  await page.locator('.month-name', { hasText: 'november' }).click();
  await turn(page, 'november 2027');
  assert.match(page.url(), /span=month&from=2027-11-01/);
  assert.equal(await page.locator('.centre-year').textContent(), 'november');
  assert.equal(await page.locator('.month-name').count(), 30, 'thirty days, each with its name');
  const own = await marks(page);
  assert.ok(own.length > 3 && own.length < all.length && own.every((id) => all.includes(id)));
  // The agenda has the same days.
  const days = await page.$$eval('.agenda .line:not([hidden]) time', (times) => times.map((time) => time.dateTime));
  assert.ok(days.filter((day) => day.startsWith('2027-11')).length > 3);
  assert.match(await page.locator('#agenda').innerText(), /november 2027/);
  await shoot('month.png');
  await page.locator('svg .week', { hasText: '46' }).click();
  await turn(page, 'v. 46 2027');
  assert.equal(await page.locator('.month-name').count(), 7);
  await shoot('week.png');
  assert.deepEqual(await steps(page), ['2027', 'juli–dec', 'november', 'v. 46']);
  await page.getByRole('button', { name: 'juli–dec' }).click();
  await turn(page, 'juli–dec 2027');
  assert.equal(await page.locator('.month-name').count(), 6);
  await shoot('term.png');
  await page.locator('.zoom button').first().click();
  await turn(page, /^2027$/);
  assert.deepEqual(await marks(page), all);
  assert.doesNotMatch(page.url(), /span=/);
});

pageTest('a chosen entry keeps its place at every step', { path: year(`&entry=${DECISION}`) }, async ({ page, shoot }) => {
  await drawn(page);
  assert.deepEqual(await steps(page), ['2027', '+ juli–dec', '+ november', '+ v. 46'].map((step) => step.replace('+ ', '')));
  for (const title of ['juli–dec 2027', 'november 2027', 'v. 46 2027']) {
    await page.locator('.zoom [aria-current] + button').click();
    await turn(page, title);
    assert.deepEqual(await selected(page), [DECISION], title);
    assert.ok((await page.locator('.why .reasons li').count()) > 0);
  }
  await shoot('week-chosen.png');
});

pageTest('steps lead to the part before and after, and over the turn of the year', { path: year('&span=month&from=2027-12-24') }, async ({ page }) => {
  await turn(page, 'december 2027');
  await page.getByRole('button', { name: 'Nästa' }).click();
  await turn(page, 'januari 2028');
  assert.match(page.url(), /year=2028&span=month&from=2028-01-01/);
  await page.getByRole('button', { name: 'Föregående' }).click();
  await turn(page, 'december 2027');
  await page.reload();
  await turn(page, 'december 2027');
});

pageTest('no part lies before the plan', { path: '#plan=sskl-kalmar&year=2026&span=month&from=2026-01-10' }, async ({ page }) => {
  await turn(page, 'januari 2026');
  assert.ok(await page.getByRole('button', { name: 'Föregående' }).isDisabled());
});

pageTest('the keyboard alone goes in, along and out', { path: year() }, async ({ page }) => {
  await drawn(page);
  await page.locator(`.mark[data-entry="${DECISION}"]`).focus();
  for (const title of ['juli–dec 2027', 'november 2027', 'v. 46 2027']) {
    await page.keyboard.press('+');
    await turn(page, title);
    await page.waitForFunction(() => document.activeElement?.shadowRoot?.activeElement?.closest('.wheel'));
    assert.equal(await focused(page), DECISION, 'stays on the same entry');
  }
  await page.keyboard.press('-');
  await turn(page, 'november 2027');
  await page.keyboard.press('PageDown');
  await turn(page, 'december 2027');
  await page.waitForFunction(() => document.activeElement?.shadowRoot?.activeElement?.closest('.wheel'));
  await page.keyboard.press('Enter');
  assert.equal((await selected(page)).length, 1);
  await page.keyboard.press('Escape');
  assert.equal((await selected(page)).length, 0, 'first lets go');
  assert.equal(await shown(page), 'december 2027');
  await page.keyboard.press('Escape');
  await turn(page, 'juli–dec 2027');
});

pageTest('another language and another body keep the part', { path: year('&span=month&from=2027-03-01') }, async ({ page }) => {
  await turn(page, 'mars 2027');
  await page.getByRole('button', { name: 'English' }).click();
  await turn(page, 'March 2027');
  await page.getByLabel('Body').selectOption('nso');
  assert.equal(await shown(page), 'March 2027');
  const only = await page.$$eval('.agenda tr:not([hidden]) .entry', (rows) => rows.length);
  assert.ok(only > 0 && only < 20);
});

pageTest('element: span and from are attributes and properties', { path: year('&span=week&from=2027-11-18') }, async ({ page }) => {
  await turn(page, 'v. 46 2027');
  const read = () => page.evaluate(() => {
    const { span, from } = document.querySelector('planning-wheel');
    return [span, from];
  });
  assert.deepEqual(await read(), ['week', '2027-11-15']);
  await page.evaluate(() => (document.querySelector('planning-wheel').span = null));
  await turn(page, /^2027$/);
  assert.deepEqual(await read(), [null, null]);
});

for (const colorScheme of ['light', 'dark']) {
  pageTest(`axe finds nothing in a month, ${colorScheme}`, { path: year('&span=month&from=2027-11-01'), colorScheme }, async ({ page, audit, shoot }) => {
    await drawn(page);
    assert.deepEqual(await audit(), []);
    await shoot(`month-${colorScheme}.png`);
  });
}

pageTest('on a telephone the steps stand above the wheel', { path: year('&span=week&from=2027-11-18'), viewport: { width: 320, height: 640 } }, async ({ page, shoot }) => {
  await drawn(page);
  const [zoom, wheel] = await Promise.all(['.zoom', '.wheel svg'].map((part) => page.locator(part).boundingBox()));
  assert.ok(zoom.y + zoom.height <= wheel.y + 1);
  assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
  for (const step of await page.locator('.zoom button').all()) assert.ok((await step.boundingBox()).height >= 24);
  await shoot('week-320.png');
});
