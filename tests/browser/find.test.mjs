// Search, and the filters by body, kind and principal.
import assert from 'node:assert/strict';
import { pageTest } from './harness.mjs';

const year = (rest = '', plan = 'sskl-kalmar') => `#plan=${plan}&year=2027${rest}`;
const drawn = (page) => page.locator('.mark').first().waitFor({ state: 'attached' });
const field = (page) => page.getByRole('combobox', { name: 'Sök' });
const titles = (page, selector) => page.$$eval(selector, (found) => found.map((title) => title.textContent));
const lit = (page) => page.$$eval('.wheel .mark:not(.dim)', (marks) => marks.map((mark) => mark.getAttribute('aria-label')));
const hits = async (page) => Number((await page.locator('.find .hits').innerText()).match(/\d+/)?.[0] ?? 0);

pageTest('what is looked for stays, and the rest steps back', { path: year() }, async ({ page, shoot }) => {
  await drawn(page);
  const all = await page.locator('.agenda tr:not([hidden]) .entry').count();
  await field(page).fill('HANDLINGSPLAN');
  await page.locator('.wheel .mark.dim').first().waitFor();
  const rows = await titles(page, '.agenda tr:not([hidden]) .entry .title');
  assert.ok(rows.length > 3 && rows.length < all, `${rows.length} of ${all}`);
  assert.ok(rows.every((title) => /handlingsplan/i.test(title)), rows.join('; '));
  assert.equal(await hits(page), rows.length, 'the count is said');
  assert.equal(await page.locator('.find [role=status]').innerText(), `${rows.length} träffar`);
  const names = await lit(page);
  assert.ok(names.length >= 3 && names.every((name) => /handlingsplan/i.test(name)), names.join('; '));
  await shoot('search.png');
  await field(page).fill('');
  assert.equal(await page.locator('.agenda tr:not([hidden]) .entry').count(), all);
  assert.equal(await page.locator('.wheel .dim').count(), 0);
});

pageTest('case and marks of letters do not matter, and words may come in any order', { path: year() }, async ({ page }) => {
  await drawn(page);
  await field(page).fill('ÄLDREOMSORG');
  const found = await hits(page);
  assert.ok(found > 3);
  await field(page).fill('aldreomsorg');
  assert.equal(await hits(page), found);
  await field(page).fill('möte äldreomsorg');
  const meetings = await hits(page);
  assert.ok(meetings > 0 && meetings < found, `${meetings} of ${found}`);
  await field(page).fill('äldreomsorg möte');
  assert.equal(await hits(page), meetings);
});

pageTest('the keyboard alone finds, chooses and lets go', { path: year() }, async ({ page, audit, shoot }) => {
  await drawn(page);
  await field(page).focus();
  await page.keyboard.type('nso');
  const option = page.locator('.find [role=option]');
  await option.first().waitFor();
  assert.equal(await field(page).getAttribute('aria-expanded'), 'true');
  assert.deepEqual(await audit(), []);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  const third = option.nth(2);
  assert.equal(await third.getAttribute('aria-selected'), 'true');
  assert.equal(await field(page).getAttribute('aria-activedescendant'), await third.getAttribute('id'));
  const id = await third.getAttribute('data-entry');
  await shoot('search-keys.png');
  await page.keyboard.press('Enter');
  assert.equal(await option.count(), 0, 'the list is closed');
  assert.deepEqual(await page.$$eval('.mark.selected', (marks) => marks.map((mark) => mark.dataset.entry)), [id]);
  assert.ok((await page.locator('.why .reasons li').count()) > 0);
  // Escape closes the list, then takes the words away.
  await page.keyboard.press('ArrowUp');
  await option.first().waitFor();
  await page.keyboard.press('Escape');
  assert.equal(await option.count(), 0);
  assert.equal(await field(page).inputValue(), 'nso');
  await page.keyboard.press('Escape');
  assert.equal(await field(page).inputValue(), '');
});

pageTest('a row of the list is chosen with a pointer', { path: year() }, async ({ page }) => {
  await drawn(page);
  await field(page).fill('nso');
  const option = page.locator('.find [role=option]').nth(1);
  const id = await option.getAttribute('data-entry');
  await option.click();
  assert.equal(await page.locator('.mark.selected').getAttribute('data-entry'), id);
});

pageTest('a search without matches says so, and leads back to everything', { path: year('&view=agenda') }, async ({ page }) => {
  await drawn(page);
  await field(page).fill('finns inte här');
  assert.equal(await page.locator('.find [role=status]').innerText(), 'Inga träffar');
  await page.getByRole('button', { name: 'Visa allt' }).click();
  assert.equal(await field(page).inputValue(), '');
  assert.ok((await page.locator('.agenda tr:not([hidden]) .entry').count()) > 50);
});

pageTest('the mandate period is searched too', { path: year('&view=mandate') }, async ({ page }) => {
  await drawn(page);
  const all = await page.locator('.once .entry').count();
  await field(page).fill('fullmäktige');
  await page.locator('.wheel .dim').first().waitFor({ state: 'attached' });
  const rows = await titles(page, '.once .entry .title');
  assert.ok(rows.length > 0 && rows.length < all);
  await page.keyboard.press('Enter');
  await page.locator('.why .reasons li').first().waitFor();
});

pageTest('one kind alone can be looked at, and the address keeps it', { path: year() }, async ({ page }) => {
  await drawn(page);
  const lanes = await page.locator('.lane').count();
  await page.getByLabel('Vad').selectOption({ label: 'Beslut' });
  const shown = await titles(page, '.agenda tr:not([hidden]) .entry .small');
  assert.ok(shown.length > 0 && shown.every((small) => /beslut/.test(small)), shown.join('; '));
  assert.equal(await page.locator('.lane').count(), lanes, 'the rings keep their places');
  assert.match(page.url(), /kind=decision/);
  await page.reload();
  await drawn(page);
  assert.deepEqual(await titles(page, '.agenda tr:not([hidden]) .entry .small'), shown);
  assert.equal(await page.getByLabel('Vad').inputValue(), 'decision');
  await page.getByLabel('Vad').selectOption('');
  assert.doesNotMatch(page.url(), /kind=/);
});

pageTest('last days are shown when they are asked for, whatever else is hidden', { path: year('&deadlines=0&kind=deadline') }, async ({ page }) => {
  await drawn(page);
  assert.ok((await page.locator('.agenda tr:not([hidden]) .entry').count()) > 10);
});

pageTest('a principal sees the bodies in which it has seats', { path: year() }, async ({ page, shoot }) => {
  await drawn(page);
  const list = page.getByLabel('Huvudman');
  const principals = await list.locator('option').evaluateAll((options) => options.map((option) => option.value).filter(Boolean));
  assert.ok(principals.length > 5, principals.join(', '));
  await list.selectOption(principals[0]);
  assert.match(page.url(), new RegExp(`principal=${encodeURIComponent(principals[0])}`));
  const lanes = await page.locator('.lane').count();
  assert.ok(lanes > 0);
  await page.reload();
  await drawn(page);
  assert.equal(await list.inputValue(), principals[0]);
  assert.equal(await page.locator('.lane').count(), lanes);
  await shoot('principal.png');
});

pageTest('a principal without a seat in a body does not see it', { path: year('', 'samverkan-blekinge') }, async ({ page }) => {
  await drawn(page);
  const list = page.getByLabel('Huvudman');
  const all = await page.locator('.lane').count();
  const counts = [];
  for (const option of await list.locator('option').evaluateAll((options) => options.map((option) => option.value).filter(Boolean))) {
    await list.selectOption(option);
    counts.push(await page.locator('.lane').count());
  }
  assert.ok(counts.every((count) => count <= all) && counts.some((count) => count < all), `${counts} of ${all}`);
});

pageTest('element: kind and principal are attributes and properties', { path: year() }, async ({ page }) => {
  await drawn(page);
  const read = () => page.evaluate(() => {
    const wheel = document.querySelector('planning-wheel');
    return [wheel.kind, wheel.principal];
  });
  assert.deepEqual(await read(), [null, null]);
  await page.evaluate(() => {
    document.querySelector('planning-wheel').kind = 'meeting';
    document.querySelector('planning-wheel').setAttribute('principal', document.querySelector('planning-wheel').shadowRoot.querySelectorAll('select')[2].options[1].value);
  });
  const [kind, principal] = await read();
  assert.equal(kind, 'meeting');
  assert.ok(principal);
  await page.evaluate(() => (document.querySelector('planning-wheel').kind = 'nonsense'));
  assert.equal((await read())[0], 'meeting', 'what is no kind asks for nothing');
});

pageTest('on a telephone the list is as wide as the screen', { path: year(), viewport: { width: 320, height: 640 } }, async ({ page, shoot }) => {
  await drawn(page);
  await field(page).fill('nso');
  const box = await page.locator('.find ul').boundingBox();
  assert.ok(box.x >= 0 && box.x + box.width <= 320, JSON.stringify(box));
  assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
  await shoot('search-320.png');
});

pageTest('choices that leave nothing say so beside the wheel, and lead back', { path: year('&kind=election'), viewport: { width: 390, height: 844 } }, async ({ page, shoot }) => {
  await page.locator('.lane').first().waitFor({ state: 'attached' });
  assert.equal(await page.locator('.mark').count(), 0);
  assert.ok(await page.getByText('Inget att visa här med de val som är gjorda.').isVisible());
  await shoot('nothing.png');
  await page.getByRole('button', { name: 'Visa allt' }).click();
  assert.ok((await page.locator('.mark').count()) > 20);
  assert.doesNotMatch(page.url(), /kind=/);
});

pageTest('a chosen meeting says why it is decided there', { path: year('&entry=moten-ordforandetraff/2027/2') }, async ({ page }) => {
  await drawn(page);
  const why = page.locator('.why');
  await why.getByRole('heading', { name: 'Beslut på ordförandeträffen: Årlig handlingsplan 2028' }).waitFor();
  assert.ok((await why.locator('.reasons.landed li').count()) > 0);
  await why.getByRole('button', { name: 'Stäng' }).click();
  assert.equal(await why.locator('.landed').count(), 0);
});

pageTest('the key of a mandate period lists no single days', { path: year() }, async ({ page }) => {
  await drawn(page);
  assert.equal(await page.locator('.key .tick').count(), 2);
  await page.getByRole('button', { name: 'Mandatperiod', exact: true }).click();
  await page.locator('.wheel .band').first().waitFor({ state: 'attached' });
  assert.equal(await page.locator('.key .tick').count(), 0);
});
