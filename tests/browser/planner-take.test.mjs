// What is taken along from the planner: the plan as it stands, as calendar, table, picture and page.
import assert from 'node:assert/strict';
import { readFile, rename } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import { STRICTEST, pageTest } from './harness.mjs';

const at = (options = {}) => ({ path: 'plan.html#plan=sskl-kalmar', starts: false, csp: STRICTEST, viewport: { width: 1440, height: 900 }, ...options });
const card = (page) => page.locator('details.card', { has: page.locator('.take') });
const ready = (page) => page.locator('.mark[data-entry="moten-nso/2027/3"]').waitFor({ state: 'attached' });
const open = (page) => card(page).locator('summary').click();
const text_ = (page) => page.evaluate(() => document.querySelector('planning-wheel-planner').text);

/** A file that a button gives. */
async function taken(page, name) {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    card(page).getByRole('button', { name, exact: true }).click(),
  ]);
  const path = await download.path();
  return { path, name: download.suggestedFilename(), text: await readFile(path, 'utf8') };
}

const count = (file) => file.text.match(/^UID:/gm).length;

pageTest('calendar, table and picture hold the plan as it stands, for those who were chosen', at(), async ({ page, audit, shoot }) => {
  await ready(page);
  // A step later than the file that was opened.
  await page.locator('.mark[data-entry="moten-nso/2027/3"]').focus();
  for (const key of ['m', 'ArrowUp', 'Enter']) await page.keyboard.press(key);
  await page.locator('.said').getByText(/^(Flyttade|Låste)/).waitFor();
  await open(page);
  assert.deepEqual(await audit(), []);
  await shoot('planner-take.png');
  const year = await taken(page, 'Kalenderfil');
  assert.equal(year.name, 'sskl-kalmar-2027.ics');
  const [, moved] = year.text.match(/UID:moten-nso\/2027\/3@[\s\S]+?DTSTART[^:]*:(\d{8})/);
  const { meetings } = JSON.parse(await text_(page));
  const { edits } = meetings.find(({ id }) => id === 'moten-nso');
  assert.ok(JSON.stringify(edits).includes(moved.replace(/(....)(..)(..)/, '$1-$2-$3')), 'the day that it was moved to');

  await card(page).getByLabel('För').selectOption('body:nso');
  const own = await taken(page, 'Kalenderfil');
  assert.ok(count(own) < count(year));
  assert.match(own.text, /UID:moten-nso\/2027\/3@/);
  assert.doesNotMatch(own.text, /UID:moten-ifo-chefer/);
  await card(page).getByLabel('Dagar').selectOption('period');
  const period = await taken(page, 'Kalenderfil');
  assert.equal(period.name, 'sskl-kalmar-2027-2030.ics');
  assert.match(period.text, /UID:moten-nso\/2030\/1@/);
  const table = await taken(page, 'CSV');
  assert.ok(table.text.startsWith('\ufeffid;kind;title;start;'));
  assert.match(table.text, /\r\nmoten-nso\/2030\/1;/);
  assert.match((await taken(page, 'SVG')).text.slice(0, 500), /^<svg .+ · mandatperiod 2027–2030<\/title>/);
  assert.equal((await taken(page, 'PNG')).name, 'sskl-kalmar-2027-2030.png');
});

const HOSTILE = '</script><script>window.ran = 1</script><!-- $& $` <img src=x onerror="window.ran = 2">';

pageTest('the plan becomes one file to mail, and its texts stay texts', at({ others: /^file:/ }), async ({ page, context }) => {
  await ready(page);
  const plan = JSON.parse(await text_(page));
  plan.title = HOSTILE;
  await page.evaluate((text) => document.querySelector('planning-wheel-planner').open(text), JSON.stringify(plan));
  await page.getByRole('heading', { name: HOSTILE }).waitFor();
  await open(page);
  const file = await taken(page, 'En sida att mejla (HTML)');
  assert.equal(file.name, 'sskl-kalmar.html');
  await rename(file.path, `${file.path}.html`);
  const mailed = await context.newPage();
  await mailed.goto(pathToFileURL(`${file.path}.html`).href);
  await mailed.locator('.mark[data-entry="moten-nso/2027/3"]').waitFor({ state: 'attached' });
  assert.equal(await mailed.locator('.years output').innerText(), '2027', 'opens on the year that was worked on');
  const embedded = await mailed.$eval('planning-wheel > script', (script) => JSON.parse(script.textContent));
  assert.deepEqual(embedded, JSON.parse(await text_(page)));
  assert.match(await mailed.title(), /^<\/script><script>/);
  assert.equal(await mailed.evaluate(() => window.ran), undefined);
});

pageTest('without a network the page to mail and the calendar come from what was kept', at({ serviceWorkers: 'allow', csp: undefined }), async ({ page, site }) => {
  await ready(page);
  await page.evaluate(() => navigator.serviceWorker.ready);
  await site.close();
  await page.goto('about:blank');
  await page.goto(`${site.url}plan.html#plan=sskl-kalmar`);
  await ready(page);
  await open(page);
  assert.match((await taken(page, 'En sida att mejla (HTML)')).text, /"id": "sskl-kalmar"/);
  assert.match((await taken(page, 'Kalenderfil')).text, /UID:moten-nso\/2027\/3@/);
});

pageTest('a file that does not come is told, and the next try gives it', at({ expected: /ERR_FAILED|404/ }), async ({ page }) => {
  await ready(page);
  await open(page);
  await page.route(/single\.html/, (route) => route.abort());
  await card(page).getByRole('button', { name: 'En sida att mejla (HTML)' }).click();
  await card(page).getByText(/^Filen kunde inte göras\./).waitFor();
  await page.unroute(/single\.html/);
  assert.equal((await taken(page, 'En sida att mejla (HTML)')).name, 'sskl-kalmar.html');
});
