// The planner's second screen: variants of a plan beside each other over a mandate period.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { STRICTEST, pageTest } from './harness.mjs';

const path = 'plan.html#plan=sskl-kalmar';
const planner = (page) => page.locator('planning-wheel-planner');
const button = (page, name) => planner(page).getByRole('button', { name, exact: true });
const table = (page, name) => planner(page).getByRole('table', { name });
const row = (page, name) => table(page, 'I korthet').getByRole('row', { name });
const cells = async (found) => (await found.getByRole('cell').allTextContents()).map((text) => text.trim());
const card = (page, name) => planner(page).getByRole('group', { name, exact: true });
const beginnings = (page) => planner(page).locator('.beginnings button');

async function simulate(page) {
  await planner(page).locator('.mark').first().waitFor({ state: 'attached' });
  await button(page, 'Simulera').click();
  await table(page, 'I korthet').waitFor();
}

/** The document as the planner keeps it. */
const kept = async (page) => JSON.parse(await planner(page).evaluate((own) => own.text));

async function choosePeriod(page, period) {
  await planner(page).getByRole('combobox', { name: 'Mandatperiod' }).selectOption({ label: period });
}

pageTest('an election-year planner compares two periods and keeps one of three', { path, csp: STRICTEST, starts: false }, async ({ page, audit, shoot }) => {
  await simulate(page);
  assert.match(await planner(page).locator('.lead').textContent(), /variant/);
  await choosePeriod(page, '2027–2030');
  const names = (await beginnings(page).allTextContents()).slice(0, 3);
  for (const name of names) await button(page, name).click();
  for (const name of names) await card(page, name).waitFor();
  assert.equal(await planner(page).locator('.lead').count(), 0, 'the words of an empty screen are gone');

  const heads = await table(page, 'I korthet').getByRole('columnheader').allTextContents();
  assert.deepEqual(heads, ['Planen', ...names]);
  const [plan, fewer, shorter, elected] = (await cells(row(page, /^Möten/))).map((text) => Number.parseInt(text, 10));
  assert.ok(fewer < plan, `${fewer} of ${plan} meetings`);
  assert.deepEqual([shorter, elected], [plan, plan]);
  const first = await cells(row(page, /^Persontimmar/));
  assert.match(first[1], /−/, 'fewer meetings take fewer hours');

  await choosePeriod(page, '2031–2034');
  await page.waitForFunction(
    ([before]) => ![...document.querySelector('planning-wheel-planner').shadowRoot.querySelectorAll('.sheet td')].some((cell) => cell.textContent.includes(before)),
    ['v. 33 2027'],
  );
  assert.match((await cells(row(page, /^Tyngsta veckan/)))[0], /203[1-4]/);
  assert.deepEqual(await audit(), []);
  await shoot('planner-simulate.png');

  const before = await kept(page);
  await card(page, names[0]).getByRole('button', { name: 'Behåll som planen' }).click();
  await planner(page).getByText('Så är planen nu.').waitFor();
  const after = await kept(page);
  assert.notDeepEqual(after.meetings, before.meetings);
  assert.equal(await planner(page).locator('.draft').count(), 3, 'the others stay');

  await button(page, 'Ångra').click();
  assert.deepEqual(await kept(page), before);
  assert.equal(await planner(page).locator('.draft').count(), 3, 'undo takes no variant away');
});

pageTest('a variant is made by its controls and taken back by steps', { path, starts: false }, async ({ page }) => {
  await simulate(page);
  await button(page, 'Egen variant').click();
  const own = card(page, 'Variant 1');
  await own.getByText('Gör annorlunda').click();
  const what = own.getByRole('combobox', { name: 'Vad' });
  const add = own.getByRole('button', { name: 'Lägg till' });
  const tweaks = own.locator('.tweaks li');
  const expect = async (count) => page.waitForFunction(
    (count) => document.querySelector('planning-wheel-planner').shadowRoot.querySelectorAll('.tweaks li').length === count, count);
  const steps = [
    ['Antal möten', async () => own.getByRole('spinbutton', { name: 'Antal' }).fill('4')],
    ['Veckodag', async () => own.getByRole('combobox', { name: 'Veckodag' }).selectOption({ label: 'måndag' })],
    ['Framförhållning', async () => own.getByRole('spinbutton', { name: 'Dagar före mötet' }).fill('21')],
    ['Hur länge uppdrag varar', async () => own.getByRole('combobox', { name: 'År' }).selectOption('2')],
    ['Ny grupp', async () => own.getByRole('textbox', { name: 'Den nya gruppens namn' }).fill('Nätverket för digitalisering')],
    ['Slå ihop grupper', async () => own.getByRole('combobox', { name: 'Grupp', exact: true }).selectOption({ label: 'Nätverket för verksamhetschefer LSS' })],
    ['När nämnder tillträder', async () => own.getByRole('combobox', { name: 'Dag' }).selectOption('02-01')],
    ['Omval', async () => own.getByRole('textbox', { name: 'Dag' }).or(own.locator('input[type=date]')).first().fill('2028-03-12')],
    ['Annan regel', async () => own.getByRole('combobox', { name: 'Regel' }).fill('last_year=2060')],
  ];
  let made = 0;
  for (const [way, fill] of steps) {
    await what.selectOption({ label: way });
    await fill();
    await add.click();
    made += 1;
    await expect(made);
  }
  assert.equal(await planner(page).locator('.trouble .error').count(), 0, 'the plan with all of it is a plan');
  // The same question once more is another answer to it.
  await what.selectOption({ label: 'Antal möten' });
  await own.getByRole('spinbutton', { name: 'Antal' }).fill('5');
  await add.click();
  await own.getByText(/5 möten/).waitFor();
  assert.equal(await tweaks.count(), made);
  while (made > 0) {
    await tweaks.first().getByRole('button').click();
    made -= 1;
    await expect(made);
  }
  await own.getByText('Inget är annorlunda än.').waitFor();
});

pageTest('what cannot be is said, and what is empty is asked for', { path, starts: false }, async ({ page }) => {
  await simulate(page);
  await button(page, 'Egen variant').click();
  const own = card(page, 'Variant 1');
  await own.getByText('Gör annorlunda').click();
  await own.getByRole('combobox', { name: 'Vad' }).selectOption({ label: 'Annan regel' });
  await own.getByRole('button', { name: 'Lägg till' }).click();
  assert.equal(await own.getByRole('alert').textContent(), 'Fyll i alla fält.');
  await own.getByRole('combobox', { name: 'Regel' }).fill('first_year=1200');
  await own.getByRole('button', { name: 'Lägg till' }).click();
  await planner(page).locator('.trouble .error').waitFor();
  assert.equal((await table(page, 'I korthet').getByRole('columnheader').allTextContents()).length, 1);
  await own.getByRole('button', { name: /Ta tillbaka/ }).click();
  await planner(page).locator('.trouble .error').waitFor({ state: 'detached' });
});

pageTest('variants stay when screen and language change', { path, starts: false }, async ({ page }) => {
  await simulate(page);
  await beginnings(page).first().click();
  const name = await planner(page).locator('.draft input').first().inputValue();
  await button(page, 'Planera').click();
  await planner(page).locator('.mark').first().waitFor({ state: 'attached' });
  await button(page, 'Simulera').click();
  assert.equal(await planner(page).locator('.draft input').first().inputValue(), name);
  await page.getByRole('button', { name: 'English' }).click();
  await planner(page).getByRole('table', { name: 'In short' }).waitFor();
  assert.equal(await planner(page).locator('.draft input').first().inputValue(), name);
});

pageTest('variants are kept beside their plan, also of one that nobody has changed', { path, starts: false }, async ({ page }) => {
  await simulate(page);
  await choosePeriod(page, '2031–2034');
  for (const at of [0, 1]) await beginnings(page).nth(at).click();
  const own = planner(page).locator('.draft').first();
  await own.getByLabel('Namn').fill('Färre & glesare');
  await own.getByLabel('Namn').blur();
  await own.getByText('Gör annorlunda').click();
  await own.getByRole('combobox', { name: 'Vad' }).selectOption({ label: 'Omval' });
  await own.locator('input[type=date]').fill('2032-03-14');
  await own.getByRole('button', { name: 'Lägg till' }).click();
  const shown = async () => ({
    period: await planner(page).getByRole('combobox', { name: 'Mandatperiod' }).inputValue(),
    names: await planner(page).locator('.draft input[maxlength]').evaluateAll((all) => all.map(({ value }) => value)),
    tweaks: await planner(page).locator('.tweaks li span').allTextContents(),
    heads: await table(page, 'I korthet').getByRole('columnheader').allTextContents(),
  });
  await card(page, 'Färre & glesare').locator('.tweaks li').nth(1).waitFor();
  const before = await shown();
  await page.waitForFunction(() => location.hash.includes('kept='));
  await planner(page).locator('.keeping').getByText('Sparad i webbläsaren').waitFor();
  await page.reload();
  await simulate(page);
  await planner(page).locator('.draft').nth(1).waitFor();
  assert.deepEqual(await shown(), before);
  // What is taken away stays away.
  await planner(page).locator('.draft').first().getByRole('button', { name: 'Ta bort' }).click();
  await planner(page).locator('.draft').nth(1).waitFor({ state: 'detached' });
  // A look at the store comes after what was written before it.
  await page.evaluate(() => new Promise((done) => {
    indexedDB.open('planning-wheel').onsuccess = ({ target: { result } }) => {
      const look = result.transaction('asides');
      look.oncomplete = () => (result.close(), done());
    };
  }));
  await page.reload();
  await simulate(page);
  await planner(page).locator('.draft').first().waitFor();
  assert.deepEqual((await shown()).names, before.names.slice(1));
});

pageTest('dates, wheel and weeks are made when they are opened', { path, starts: false }, async ({ page, audit, shoot }) => {
  await simulate(page);
  for (const at of [0, 1]) await beginnings(page).nth(at).click();
  const open = async (name) => planner(page).locator('summary', { hasText: name }).first().click();
  await open('Datum som skiljer');
  const dates = table(page, 'Datum');
  await dates.waitFor();
  const meetings = await dates.getByRole('row').count();
  await planner(page).getByRole('checkbox', { name: 'Bara möten' }).uncheck();
  await page.waitForFunction(
    (before) => document.querySelector('planning-wheel-planner').shadowRoot.querySelectorAll('.folded[open] tbody tr').length > before, meetings);
  assert.match(await dates.textContent(), /[−+]\d/);
  await open('På hjulet');
  await planner(page).locator('.moved .joints path').first().waitFor({ state: 'attached' });
  const said = await planner(page).locator('.moved figcaption summary').textContent();
  assert.match(said, /^\d+ skillnader/);
  assert.deepEqual(await audit(), []);
  await shoot('planner-simulate-period.png', planner(page).locator('.moved'));
  // The period, and each of its years.
  const sights = planner(page).locator('.folded[open] .screens').getByRole('button');
  assert.deepEqual(await sights.allTextContents(), ['Hela mandatperioden', '2027', '2028', '2029', '2030']);
  assert.ok(await planner(page).locator('.moved .band').count());
  await sights.filter({ hasText: '2028' }).click();
  await planner(page).locator('.moved .band').first().waitFor({ state: 'detached' });
  await planner(page).locator('.moved .joints path').first().waitFor({ state: 'attached' });
  assert.deepEqual(await audit(), []);
  await shoot('planner-simulate-wheel.png', planner(page).locator('.moved'));
});

pageTest('a telephone and a narrow window show all of it', { path, starts: false, viewport: { width: 320, height: 640 } }, async ({ page, audit, shoot }) => {
  await simulate(page);
  for (const at of [0, 1, 2]) await beginnings(page).nth(at).click();
  await planner(page).locator('.draft').nth(2).waitFor();
  const over = () => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  assert.equal(await over(), 0);
  assert.deepEqual(await audit(), []);
  await shoot('planner-simulate-narrow.png');
});

pageTest('a dark page is as clear', { path, starts: false, colorScheme: 'dark' }, async ({ page, audit, shoot }) => {
  await simulate(page);
  for (const at of [0, 1, 2]) await beginnings(page).nth(at).click();
  await planner(page).locator('.draft').nth(2).waitFor();
  assert.deepEqual(await audit(), []);
  await shoot('planner-simulate-dark.png');
});

/** Four variants of a plan, each with something to tell; gives their names. */
async function fourVariants(page) {
  await simulate(page);
  const drafts = planner(page).locator('.draft');
  for (let at = 0; at < 3 && (await drafts.count()) === at; at += 1) {
    const own = beginnings(page).nth(at);
    if ((await own.textContent()) !== 'Egen variant') await own.click();
  }
  while ((await drafts.count()) < 4) await drafts.first().getByRole('button', { name: 'Kopiera' }).click();
  return drafts.locator('input[maxlength]').evaluateAll((all) => all.map(({ value }) => value));
}

const sheets = (pdf) => pdf.toString('latin1').match(/\/Type\s*\/Page\b/g).length;

for (const plan of ['sskl-kalmar', 'sso-ostergotland', 'samverkan-blekinge', 'social-reko-vasternorrland']) {
  pageTest(`four variants of ${plan} are summed up on one sheet of paper`, { path: `plan.html#plan=${plan}`, starts: false, csp: STRICTEST, colorScheme: 'dark' }, async ({ page }) => {
    const names = await fourVariants(page);
    await page.evaluate(() => (window.print = () => (window.printed = (window.printed ?? 0) + 1)));
    await button(page, 'Skriv ut sammanfattning').click();
    await page.waitForFunction(() => window.printed === 1);
    assert.ok(!(await planner(page).locator('.summed').isVisible()), 'the screen stays as it was');
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    const copy = page.locator('planning-wheel-print .paper');
    const told = await copy.innerText();
    for (const words of [/^Jämförelse 20\d\d–20\d\d/, /Persontimmar/, /Möten och persontimmar/, /flyttade, \d+ nya/]) assert.match(told, words);
    const heads = await copy.getByRole('table').first().getByRole('columnheader').allTextContents();
    assert.deepEqual(heads.slice(1), ['Planen', ...names]);
    assert.equal(sheets(await page.pdf({ preferCSSPageSize: true })), 1);
    await page.emulateMedia({ media: 'screen' });
    await page.evaluate(() => dispatchEvent(new Event('afterprint')));
    assert.equal(await page.locator('planning-wheel-print').count(), 0);
    await planner(page).locator('.summed').waitFor({ state: 'detached' });

    // The browser's own command prints the same sheet, and nothing around it.
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
    await page.emulateMedia({ media: 'print' });
    const seen = await planner(page).evaluate((own) => [...own.shadowRoot.querySelectorAll('.planner > *, .simulation > *')]
      .filter((one) => one.checkVisibility() && one.clientHeight && !one.matches('.summed, .simulation')).map((one) => one.className));
    assert.deepEqual(seen, []);
    assert.equal((await planner(page).locator('.summed .paper').innerText()).trim(), told.trim());
    await page.evaluate(() => dispatchEvent(new Event('afterprint')));
    await page.emulateMedia({ media: null });
    assert.equal(sheets(await page.pdf({ format: 'A4', margin: { top: '10mm', bottom: '10mm', left: '10mm', right: '10mm' } })), 1);
  });
}

pageTest('a variant becomes a file of its own', { path, starts: false, before: (page) => page.addInitScript(() => { delete window.showSaveFilePicker; }) }, async ({ page }) => {
  await simulate(page);
  await beginnings(page).first().click();
  const download = page.waitForEvent('download');
  await button(page, 'Spara som egen fil').click();
  const file = await download;
  assert.match(file.suggestedFilename(), /\.json$/);
  const saved = JSON.parse(await readFile(await file.path(), 'utf8'));
  const own = await kept(page);
  assert.equal(saved.format, own.format);
  assert.notDeepEqual(saved.meetings, own.meetings);
});

pageTest('all of it is done by keys alone', { path, starts: false }, async ({ page }) => {
  await planner(page).locator('.mark').first().waitFor({ state: 'attached' });
  const focused = () => page.evaluate(() => {
    let own = document.activeElement;
    while (own?.shadowRoot?.activeElement) own = own.shadowRoot.activeElement;
    return own?.textContent?.trim() ?? '';
  });
  const tabTo = async (name, limit = 120) => {
    for (let at = 0; at < limit; at += 1) {
      if ((await focused()) === name) return;
      await page.keyboard.press('Tab');
    }
    assert.fail(`Tab does not reach ${name}`);
  };
  await tabTo('Simulera');
  await page.keyboard.press('Enter');
  await table(page, 'I korthet').waitFor();
  await tabTo('Kortare framförhållning');
  await page.keyboard.press('Enter');
  await planner(page).locator('.draft').waitFor();
  await tabTo('Behåll som planen');
  await page.keyboard.press('Enter');
  await planner(page).getByText('Så är planen nu.').waitFor();
});

pageTest('four variants of a period are there at once', { path, starts: false }, async ({ page }) => {
  await simulate(page);
  for (const at of [0, 1, 2]) await beginnings(page).nth(at).click();
  await button(page, 'Egen variant').click();
  await planner(page).locator('.draft').nth(3).waitFor();
  // Another period: the plan and all four are computed anew, and the tables are made.
  const took = await planner(page).evaluate(async (own) => {
    const next = own.shadowRoot.querySelector('.periods button:last-child');
    const times = [];
    for (let at = 0; at < 5; at += 1) {
      const start = performance.now();
      next.click();
      await new Promise((resolve) => queueMicrotask(() => setTimeout(resolve)));
      times.push(performance.now() - start);
    }
    return times.sort((a, b) => a - b);
  });
  console.log(`four variants: ${took.map((time) => time.toFixed(0)).join(', ')} ms`);
  assert.ok(took[2] < 1000, `${took}`);
});
