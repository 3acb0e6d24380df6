// What is taken along: files of what the filters show, a link, and code for another page.
import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { STRICTEST, pageTest } from './harness.mjs';

const CORE = ['core/planning-wheel-core.js', 'core/planning-wheel-core.wasm', 'take.js'];
const drawn = (page) => page.locator('.wheel .mark, .wheel .band').first().waitFor({ state: 'attached' });
const card = (page) => page.locator('details.card', { has: page.locator('.take') });
const button = (page, name) => card(page).getByRole('button', { name, exact: true });
const status = (page) => card(page).getByRole('status');

async function open(page) {
  await drawn(page);
  await card(page).locator('summary').click();
}

async function saved(page, name) {
  const [download] = await Promise.all([page.waitForEvent('download'), button(page, name).click()]);
  const bytes = await readFile(await download.path());
  return { name: download.suggestedFilename(), bytes, text: bytes.toString('utf8') };
}

const uids = (file) => file.text.match(/^UID:.*$/gm);

for (const [view, years] of [['wheel', '2027'], ['mandate', '2027-2030']]) {
  const path = `#plan=sskl-kalmar&year=2027&view=${view}&body=nso`;
  pageTest(`calendar, table and picture of the ${view} hold what the filter shows`, { path }, async ({ page, audit }) => {
    await open(page);
    assert.deepEqual(await audit(), []);
    const calendar = await saved(page, 'Kalenderfil: det som visas');
    assert.equal(calendar.name, `sskl-kalmar-${years}.ics`);
    assert.ok(calendar.text.startsWith('BEGIN:VCALENDAR\r\nVERSION:2.0\r\n'));
    assert.match(calendar.text, /\r\nUID:moten-nso\/2027\/1@sskl-kalmar\r\nDTSTAMP:\d{8}T\d{6}Z\r\n/);
    assert.doesNotMatch(calendar.text, /UID:moten-ifo-chefer/);
    const all = await saved(page, 'Kalenderfil: allt');
    assert.ok(uids(calendar).every((uid) => all.text.includes(uid)));
    assert.match(all.text, /UID:moten-ifo-chefer/);
    const table = await saved(page, 'CSV');
    assert.ok(table.text.startsWith('\ufeffid;kind;title;start;'));
    const rows = table.text.split('\r\n').slice(1).filter(Boolean);
    assert.ok(rows.length > 5 && rows.some((row) => row.startsWith('moten-nso/2027/1;')));
    assert.ok(!rows.some((row) => row.startsWith('moten-ifo-chefer/')));
    const picture = await saved(page, 'SVG');
    assert.ok(picture.text.startsWith('<svg xmlns="http://www.w3.org/2000/svg"'));
    assert.equal(await status(page).innerText(), `Sparad: sskl-kalmar-${years}.svg`);
  });
}

pageTest('the core comes when a file is asked for, and not before', { path: '#plan=sskl-kalmar&year=2027' }, async ({ page, requests, site }) => {
  const own = () => requests.map((url) => url.replace(site.url, '')).filter((path) => CORE.includes(path)).sort();
  await open(page);
  assert.deepEqual(own(), []);
  await saved(page, 'Kalenderfil');
  assert.deepEqual(own(), CORE);
  await saved(page, 'CSV');
  assert.deepEqual(own(), CORE);
});

/** The size that a PNG says it has. */
const size = (png) => [png.readUInt32BE(16), png.readUInt32BE(20)];

for (const view of ['wheel', 'mandate']) {
  const path = `#plan=sskl-kalmar&year=2027&view=${view}&lang=en`;
  pageTest(`a picture of the ${view} in pixels is that of the file`, { path, csp: STRICTEST }, async ({ page }) => {
    await open(page);
    const svg = await saved(page, 'SVG');
    const png = await saved(page, 'PNG');
    assert.equal(png.name, svg.name.replace('.svg', '.png'));
    assert.equal(png.bytes.toString('latin1', 1, 4), 'PNG');
    const [, width, height] = svg.text.match(/ width="(\d+)" height="([\d.]+)"/);
    assert.deepEqual(size(png.bytes), [2 * width, 2 * Math.round(height)]);
    assert.ok(png.bytes.length > 100_000, 'there is little on it');
    await writeFile(join(process.env.SCREENS, `take-${view}.png`), png.bytes);
  });
}

const VIEW = 'year=2027&hide=1&entry=moten-nso/2027/2';
/** What the page's core wrote, for the single file to be held against. */
const written = new Map();

pageTest('files of a view with something hidden and something chosen', { path: `#plan=sskl-kalmar&${VIEW}` }, async ({ page }) => {
  await open(page);
  for (const name of ['CSV', 'SVG', 'Kalenderfil: det som visas']) written.set(name, await saved(page, name));
  assert.match(written.get('SVG').text, /<title id="pw-title">Socialtjänst i samverkan Kalmar län · årshjul 2027</);
});

pageTest('the single file writes the same, with nothing beside it', {
  file: 'single/sskl-kalmar.html', path: `#${VIEW}`, starts: false,
}, async ({ page }) => {
  await open(page);
  assert.equal(await button(page, 'Kod för en webbsida').count(), 0);
  assert.ok(written.size > 0);
  const still = (text) => text.replaceAll(/^(DTSTAMP|SEQUENCE|LAST-MODIFIED):.*$/gm, '$1');
  for (const [name, file] of written) {
    const own = await saved(page, name);
    assert.equal(own.name, file.name);
    assert.equal(still(own.text), still(file.text));
  }
  assert.equal((await saved(page, 'PNG')).bytes.toString('latin1', 1, 4), 'PNG');
});

pageTest('a core that does not come is told, and the next try gives the file', {
  path: '#plan=sskl-kalmar&year=2027', expected: /ERR_FAILED|404/,
}, async ({ page, audit, shoot }) => {
  await open(page);
  await page.route(/core\.wasm/, (route) => route.abort());
  await button(page, 'Kalenderfil').click();
  await page.getByText(/^Filen kunde inte göras\. Kontrollera nätet och försök igen/).waitFor();
  assert.deepEqual(await audit(), []);
  await shoot('take-failed.png');
  await page.unroute(/core\.wasm/);
  assert.equal((await saved(page, 'Kalenderfil')).name, 'sskl-kalmar-2027.ics');
});

const reading = { permissions: ['clipboard-read', 'clipboard-write'] };
const clipboard = (page) => page.evaluate(() => navigator.clipboard.readText());

pageTest('a link leads to the same view of the full page', { path: '#plan=sskl-kalmar&year=2027&view=agenda&body=nso', ...reading }, async ({ page, context, url }) => {
  await page.locator('.agenda').first().waitFor();
  await card(page).locator('summary').click();
  await button(page, 'Länk hit').click();
  await page.getByText('Kopierat.').waitFor();
  const link = await clipboard(page);
  assert.equal(link, page.url());
  assert.ok(link.startsWith(url.split('#')[0]));
  const other = await context.newPage();
  await other.goto(link);
  await other.locator('[data-screen="agenda"]').waitFor();
  assert.equal(await other.evaluate(() => document.querySelector('planning-wheel').body), 'nso');
});

const placed = readdirSync(process.env.PAGE).find((name) => /^v\d/.test(name));
const onHost = { path: `${placed}/examples/element.html`, csp: STRICTEST, starts: false, ...reading };

pageTest('a link from somebody\'s page leads back to that wheel on it', onHost, async ({ page, context }) => {
  await page.locator('#file .mark').first().waitFor({ state: 'attached' });
  await page.evaluate(() => (document.querySelector('#file').year = 2029));
  await page.locator('#file details.card', { has: page.locator('.take') }).locator('summary').click();
  await page.locator('#file').getByRole('button', { name: 'Länk hit' }).click();
  await page.locator('#file').getByText('Kopierat.').waitFor();
  const link = await clipboard(page);
  assert.match(link, /element\.html#planning-wheel=file&year=2029$/);
  const other = await context.newPage();
  await other.goto(link);
  await other.locator('#file .mark').first().waitFor({ state: 'attached' });
  assert.deepEqual(await other.evaluate(() => [document.querySelector('#file').year, document.querySelector('#child').year]), [2029, 2027]);
});

for (const [id, what] of [['file', 'its address'], ['child', 'its plan inside']]) {
  pageTest(`code for another page shows the same wheel there, with ${what}`, { ...onHost, copied: true }, async ({ page, context, site, folder }) => {
    const wheel = page.locator(`#${id}`);
    await wheel.locator('.mark').first().waitFor({ state: 'attached' });
    await page.evaluate((id) => (document.querySelector(`#${id}`).address = 'year=2028&deadlines=0'), id);
    await wheel.locator('details.card', { has: page.locator('.take') }).locator('summary').click();
    await wheel.getByRole('button', { name: /^(Kod för en webbsida|Code for a web page)$/ }).click();
    await wheel.getByText(/^(Kopierat|Copied)\.$/).waitFor();
    const code = await clipboard(page);
    assert.match(code, new RegExp(`^<script type="module" src="${site.url}${placed}/planning-wheel.js"></script>\n<planning-wheel `));
    await writeFile(join(folder, 'other.html'), `<!doctype html><html lang="sv"><head><meta charset="utf-8"><title>Annan</title><link rel="icon" href="data:,"></head><body>${code}</body></html>`);
    const other = await context.newPage();
    await other.goto(`${site.url}other.html`);
    await other.locator('.mark').first().waitFor({ state: 'attached' });
    const shown = (page, id) => page.evaluate((id) => {
      const wheel = document.querySelector(id);
      return [wheel.year, wheel.deadlines, wheel.shadowRoot.querySelector('.app').lang, wheel.shadowRoot.querySelectorAll('.mark').length];
    }, id);
    assert.deepEqual(await shown(other, 'planning-wheel'), await shown(page, `#${id}`));
  });
}

pageTest('where the clipboard is refused, the text stands selected to be copied', {
  path: '#plan=sskl-kalmar&year=2027&lang=en', before: (page) => page.addInitScript(() => {
    Object.defineProperty(navigator, 'clipboard', { value: undefined });
  }),
}, async ({ page, audit, shoot }) => {
  await open(page);
  await button(page, 'Link to this').click();
  const field = page.getByLabel('Text to copy');
  await field.waitFor();
  await page.waitForFunction(() => {
    const field = document.querySelector('planning-wheel').shadowRoot.activeElement;
    return field?.id === 'take-text' && field.value.slice(field.selectionStart, field.selectionEnd) === location.href;
  });
  assert.match(await status(page).innerText(), /^The browser did not let the page copy/);
  assert.deepEqual(await audit(), []);
  await shoot('take-refused-en.png');
});

pageTest('keys alone take a file along', { path: '#plan=sskl-kalmar&year=2027' }, async ({ page }) => {
  await drawn(page);
  await card(page).locator('summary').focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  assert.equal(await page.evaluate(() => document.querySelector('planning-wheel').shadowRoot.activeElement.textContent), 'Kalenderfil');
  const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')]);
  assert.equal(download.suggestedFilename(), 'sskl-kalmar-2027.ics');
});

for (const [name, options] of [
  ['take.png', {}],
  ['take-dark.png', { colorScheme: 'dark' }],
  ['take-phone.png', { viewport: { width: 360, height: 740 } }],
]) {
  pageTest(`the card can be used: ${name}`, { path: '#plan=sskl-kalmar&year=2027&hide=1', ...options }, async ({ page, audit, shoot }) => {
    await open(page);
    const boxes = await card(page).getByRole('button').evaluateAll((buttons) => buttons.map((one) => one.getBoundingClientRect().toJSON()));
    const { width } = page.viewportSize();
    for (const box of boxes) assert.ok(box.height >= 24 && box.left >= 0 && box.right <= width, JSON.stringify(box));
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), true);
    assert.deepEqual(await audit(), []);
    await shoot(name);
  });
}
