// The planner keeps what is done: in the browser, in a file, in two tabs at once, and after a crash.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { STRICTEST, pageTest } from './harness.mjs';

const planner = (options = {}) => ({ path: 'plan.html', starts: false, csp: STRICTEST, ...options });
const button = (page, name) => page.getByRole('button', { name, exact: true });
const says = (page, words) => page.locator('.keeping').getByRole('status').getByText(words).waitFor();

/** Begins with an agreement and does something to it that is kept. */
async function begin(page) {
  page.setDefaultTimeout(8000);
  await button(page, 'Samverkan Blekinge').click();
  await page.locator('.mark').first().waitFor({ state: 'attached' });
  await says(page, 'Sparas vid första ändringen');
  await publish(page);
  await says(page, 'Sparad i webbläsaren');
}

/** Publishes the year that is shown: one press and a yes. */
async function publish(page) {
  await page.getByRole('button', { name: /^Publicera \d{4}$/ }).first().click();
  await page.getByRole('dialog').getByRole('button', { name: /^Publicera \d{4}$/ }).click();
}

const title = (page) => page.locator('h1.heading').innerText();
const published = (page) => page.evaluate(() => JSON.parse(document.querySelector('planning-wheel-planner').text).published?.map(({ year }) => year) ?? []);

pageTest('a plan is kept from its first change on, found again by its address and in the list', planner(), async ({ page, audit, shoot }) => {
  await page.getByRole('heading', { name: 'Mina planer' }).waitFor();
  await page.getByText('Här finns inga planer än.').waitFor();
  assert.deepEqual(await audit(), []);
  await begin(page);
  await page.waitForFunction(() => location.hash.startsWith('#kept='));
  const years = await published(page);
  assert.equal(years.length, 1);
  assert.deepEqual(await audit(), []);
  await shoot('keeping.png');

  await page.reload();
  await says(page, 'Sparad i webbläsaren');
  assert.deepEqual(await published(page), years);
  await button(page, 'Mina planer').click();
  const name = 'Samverkan Blekinge';
  await page.locator('.kept').getByRole('button', { name, exact: true }).waitFor();
  assert.equal(await page.evaluate(() => location.hash), '');
  await shoot('plans.png');
  assert.deepEqual(await audit(), []);
});

pageTest('plans are renamed, copied, taken away and brought back, by keys alone', planner(), async ({ page }) => {
  await begin(page);
  const own = await title(page);
  await button(page, 'Mina planer').press('Enter');
  const rows = page.locator('.kept');
  await rows.first().waitFor();
  await button(page, `Kopiera: ${own}`).press('Enter');
  await rows.nth(1).waitFor();
  assert.deepEqual(await rows.locator('h2').allInnerTexts(), [`${own} (kopia)`, own], 'the last saved stands first');

  await button(page, `Byt namn: ${own} (kopia)`).press('Enter');
  await page.locator('.kept form').getByLabel('Namn').fill('Årshjul på prov');
  await page.keyboard.press('Enter');
  await page.locator('.kept').getByRole('button', { name: 'Årshjul på prov', exact: true }).waitFor();

  await button(page, `Ta bort: ${own}`).press('Enter');
  await page.getByText(`${own} är borttagen.`).waitFor();
  await page.waitForFunction(() => document.querySelector('planning-wheel-planner').shadowRoot.querySelectorAll('.kept').length === 1);
  await button(page, 'Ångra').press('Enter');
  await rows.nth(1).waitFor();

  await button(page, `Ta bort: ${own}`).press('Enter');
  await page.getByText('Borttagna planer').press('Enter');
  await button(page, 'Radera för alltid').press('Enter');
  await button(page, 'Ja, radera för alltid').press('Enter');
  await page.getByText('Borttagna planer').waitFor({ state: 'detached' });

  await page.locator('.kept').getByRole('button', { name: 'Årshjul på prov', exact: true }).press('Enter');
  await says(page, 'Sparad i webbläsaren');
  assert.equal(await title(page), 'Årshjul på prov');
  assert.equal((await published(page)).length, 1, 'a copy is whole');
});

pageTest('an older version comes back as a step, and nothing is lost', planner(), async ({ page, audit, shoot }) => {
  await begin(page);
  const years = await published(page);
  await button(page, 'Året efter').click();
  await publish(page);
  await page.waitForFunction(() => JSON.parse(document.querySelector('planning-wheel-planner').text).published.length === 2);
  await says(page, 'Sparad i webbläsaren');
  await button(page, 'Versioner').click();
  const versions = page.getByRole('dialog', { name: 'Versioner' }).getByRole('listitem');
  await versions.nth(1).waitFor();
  assert.equal(await versions.count(), 2);
  assert.deepEqual(await audit(), []);
  await shoot('versions.png');
  await versions.nth(1).getByRole('button').click();
  await page.getByRole('status').getByText('Tillbaka till version 1').waitFor();
  assert.deepEqual(await published(page), years);
  await button(page, 'Ångra').click();
  assert.equal((await published(page)).length, 2);
  await says(page, 'Sparad i webbläsaren');
  await button(page, 'Versioner').click();
  await versions.nth(3).waitFor();
});

/** The same plan in another tab. */
async function secondTab(page, context) {
  const other = await context.newPage();
  await page.waitForFunction(() => location.hash.startsWith('#kept='));
  await other.goto(page.url());
  await says(other, 'Sparad i webbläsaren');
  return other;
}

pageTest('two tabs change different things: told, merged, and both are there', planner(), async ({ page, context }) => {
  await begin(page);
  const other = await secondTab(page, context);
  await button(other, 'Året efter').click();
  await publish(other);
  await says(page, 'Ändrad i en annan flik');
  // This tab has not looked, and goes on with its own.
  await button(page, 'Året före').click();
  await publish(page);
  await page.waitForFunction(() => JSON.parse(document.querySelector('planning-wheel-planner').text).published.length === 3);
  await says(page, 'Sparad i webbläsaren');
  await says(other, 'Ändrad i en annan flik');
  await button(other, 'Visa det nya').click();
  await other.waitForFunction(() => JSON.parse(document.querySelector('planning-wheel-planner').text).published.length === 3);
  assert.deepEqual(await published(other), await published(page));
});

/** Moves the year's first meeting of a group by hand. */
async function move(page, by) {
  const meetings = await page.locator('.mark[data-entry^="lsvo-moten/"]').evaluateAll((marks) => marks.map(({ dataset }) => dataset.entry));
  const id = meetings.filter((id) => /^[^/]+\/\d+\/\d+$/.test(id)).sort()[0];
  await page.locator(`.mark[data-entry="${id}"]`).first().evaluate((mark) => mark.focus());
  await page.keyboard.press('Enter');
  await button(page, by).click();
  await button(page, 'Flytta hit').click();
}

/** The days that meetings were given by hand: moved where the year is published, else locked. */
const moved = (page) =>
  page.evaluate(() => {
    const { meetings } = JSON.parse(document.querySelector('planning-wheel-planner').text);
    return meetings.flatMap(({ edits = [] }) => edits.flatMap(({ move, lock }) => [move?.to, lock?.date].filter(Boolean)));
  });

pageTest('two tabs change the same thing: shown side by side to choose from, and nothing is dropped', planner(), async ({ page, context, audit, shoot }) => {
  await begin(page);
  await button(page, 'Året efter').click();
  const other = await secondTab(page, context);
  await button(other, 'Året efter').click();
  await move(other, 'En vecka senare');
  await says(page, 'Ändrad i en annan flik');
  await move(page, 'En vecka tidigare');
  const dialog = page.getByRole('dialog', { name: 'Planen har ändrats i en annan flik' });
  await dialog.getByRole('group', { name: 'LSVO 2028/1' }).getByText(/(Flyttas till|Låses) .* 2028/).first().waitFor();
  await shoot('clash.png');
  // The signs on the bench behind the dialog are the bench's own.
  const found = await audit();
  assert.deepEqual(found, []);
  const [theirs] = await moved(other);
  assert.deepEqual((await moved(page)).length, 1);
  assert.notEqual((await moved(page))[0], theirs);

  // Left, it says that nothing is saved, and leads back.
  await page.keyboard.press('Escape');
  await says(page, 'Inte sparad');
  await page.getByRole('alert').getByText('Ingenting är överskrivet').waitFor();
  await button(page, 'Välj vad som gäller').press('Enter');
  await dialog.getByRole('radio', { name: /Den andras/ }).check();
  await dialog.getByRole('button', { name: 'Spara så här' }).press('Enter');
  await says(page, 'Sparad i webbläsaren');
  assert.deepEqual(await moved(page), [theirs]);
  // What was not chosen is one step back.
  await button(page, 'Ångra').click();
  await says(page, 'Sparad i webbläsaren');
  assert.notDeepEqual(await moved(page), [theirs]);
});

pageTest('taken away in another tab: told, and kept by one press', planner(), async ({ page, context }) => {
  await begin(page);
  const other = await secondTab(page, context);
  const own = await title(other);
  await button(other, 'Mina planer').click();
  await button(other, `Ta bort: ${own}`).click();
  await says(page, 'Borttagen i en annan flik');
  await button(page, 'Ångra').click();
  const dialog = page.getByRole('dialog', { name: 'Planen är borttagen' });
  await dialog.getByRole('button', { name: 'Behåll planen' }).click();
  await says(page, 'Sparad i webbläsaren');
  await other.locator('.kept').getByRole('button', { name: own, exact: true }).waitFor();
});

pageTest('saved as a file and opened again', planner(), async ({ page }) => {
  await begin(page);
  await page.evaluate(() => delete window.showSaveFilePicker);
  const [download] = await Promise.all([page.waitForEvent('download'), button(page, 'Spara som fil …').click()]);
  const text = await readFile(await download.path(), 'utf8');
  assert.equal(text, await page.evaluate(() => document.querySelector('planning-wheel-planner').text));
  await says(page, `${download.suggestedFilename()} är sparad som fil`);
  await button(page, 'Mina planer').click();
  await page.evaluate(() => delete window.showOpenFilePicker);
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), button(page, 'Öppna en fil …').click()]);
  await chooser.setFiles({ name: 'min plan.json', mimeType: 'application/json', buffer: Buffer.from(text) });
  await says(page, 'Sparad i webbläsaren');
  await button(page, 'Mina planer').click();
  await page.locator('.kept').nth(1).waitFor();
});

pageTest('a full disk is said, and the plan stays open until it is saved', planner({ expected: /Quota/ }), async ({ page }) => {
  await begin(page);
  await page.evaluate(() => {
    const put = IDBObjectStore.prototype.put;
    window.full = () => {
      IDBObjectStore.prototype.put = () => {
        throw new DOMException('full', 'QuotaExceededError');
      };
    };
    window.roomy = () => (IDBObjectStore.prototype.put = put);
    window.full();
  });
  await button(page, 'Ångra').click();
  await page.getByRole('alert').getByText('webbläsarens utrymme är slut').waitFor();
  await says(page, 'Inte sparad');
  await button(page, 'Mina planer').click();
  await page.getByRole('alert').getByText('Planen är öppen kvar').waitFor();
  await page.evaluate(() => window.roomy());
  await button(page, 'Försök igen').click();
  await says(page, 'Sparad i webbläsaren');
  await page.reload();
  await says(page, 'Sparad i webbläsaren');
  assert.deepEqual(await published(page), []);
});

pageTest('a browser that keeps nothing says so first, and the planner works', planner({
  before: (page) => page.addInitScript(() => {
    IDBFactory.prototype.open = () => {
      throw new DOMException('no', 'SecurityError');
    };
  }),
}), async ({ page, shoot }) => {
  await page.getByRole('alert').getByText('Ingenting sparas när fliken stängs').waitFor();
  await shoot('refused.png');
  await button(page, 'Samverkan Blekinge').click();
  await page.locator('.mark').first().waitFor({ state: 'attached' });
  await publish(page);
  await says(page, 'Bara i den här fliken');
  await page.getByRole('alert').getByText('Spara planen som fil').waitFor();
});

pageTest('a damaged record is said, and the last whole version is open', planner(), async ({ page }) => {
  await begin(page);
  await button(page, 'Ångra').click();
  await says(page, 'Sparad i webbläsaren');
  await page.waitForFunction(() => location.hash.startsWith('#kept='));
  await page.evaluate(() => new Promise((done) => {
    const id = location.hash.slice('#kept='.length);
    indexedDB.open('planning-wheel').onsuccess = ({ target: { result } }) => {
      const transaction = result.transaction('texts', 'readwrite');
      transaction.objectStore('texts').put('{ "half', [id, 2]);
      transaction.oncomplete = () => (result.close(), done());
    };
  }));
  await page.reload();
  await page.getByRole('alert').getByText('Det här är version 1').waitFor();
  assert.equal((await published(page)).length, 1);
});

pageTest('after a crash nothing is saved, and what was saved is there', planner({ expected: /panicked|unreachable/ }), async ({ page }) => {
  await begin(page);
  const kept = await page.evaluate(() => document.querySelector('planning-wheel-planner').text);
  await page.evaluate(() => {
    window.puts = 0;
    const { put } = IDBObjectStore.prototype;
    IDBObjectStore.prototype.put = function (...all) {
      window.puts += 1;
      return put.apply(this, all);
    };
    // The document refuses an element, which no view can do without: a panic.
    const [{ createElement, createElementNS }, { cloneNode }] = [Document.prototype, Node.prototype];
    const refuse = () => {
      Object.assign(Document.prototype, { createElement, createElementNS });
      Object.assign(Node.prototype, { cloneNode });
      throw new Error('no more elements');
    };
    Object.assign(Document.prototype, { createElement: refuse, createElementNS: refuse });
    Object.assign(Node.prototype, { cloneNode: refuse });
  });
  await button(page, 'Versioner').click();
  await page.getByRole('alert').getByText('Något gick fel i planeraren').waitFor();
  await page.waitForTimeout(300);
  assert.equal(await page.evaluate(() => window.puts), 0);
  await page.reload();
  await says(page, 'Sparad i webbläsaren');
  assert.equal(await page.evaluate(() => document.querySelector('planning-wheel-planner').text), kept);
});

/** The page's own folder stands in for the disk: its files are as real, and no dialog asks for them. */
const withDisk = (page) =>
  page.addInitScript(() => {
    const file = async () => (await navigator.storage.getDirectory()).getFileHandle('plan.json', { create: true });
    window.showSaveFilePicker = file;
    window.showOpenFilePicker = async () => [await file()];
    window.readFile = async () => (await (await file()).getFile()).text();
    window.writeFile = async (text) => {
      const stream = await (await file()).createWritable();
      await stream.write(text);
      await stream.close();
    };
  });

pageTest('each step is written to the file too, and what somebody else wrote there is merged', planner({ before: withDisk }), async ({ page, shoot }) => {
  await begin(page);
  await button(page, 'Spara som fil …').click();
  await says(page, 'och i plan.json');
  const text = () => page.evaluate(() => document.querySelector('planning-wheel-planner').text);
  assert.equal(await page.evaluate(() => window.readFile()), await text());

  // The file is known again after a visit, and somebody has been there.
  await page.reload();
  await says(page, 'och i plan.json');
  await page.evaluate(async () => {
    const plan = JSON.parse(await window.readFile());
    plan.last_year = 2039;
    await window.writeFile(JSON.stringify(plan));
  });
  await button(page, 'Året efter').click();
  await publish(page);
  await page.waitForFunction(() => JSON.parse(document.querySelector('planning-wheel-planner').text).last_year === 2039);
  await says(page, 'och i plan.json');
  await page.waitForFunction(async () => (await window.readFile()) === document.querySelector('planning-wheel-planner').text);
  assert.equal((await published(page)).length, 2, 'both changes are in both places');

  // The same thing changed in both: asked about, and the file's side becomes a version of its own.
  await page.evaluate(async () => {
    const plan = JSON.parse(await window.readFile());
    plan.published = [];
    plan.last_year = 2041;
    await window.writeFile(JSON.stringify(plan));
  });
  await button(page, 'Året efter').click();
  await publish(page);
  const dialog = page.getByRole('dialog', { name: 'Filen har ändrats' });
  await dialog.waitFor();
  await shoot('clash-file.png');
  await dialog.getByRole('button', { name: 'Spara så här' }).click();
  await says(page, 'och i plan.json');
  await page.waitForFunction(async () => (await window.readFile()) === document.querySelector('planning-wheel-planner').text);
  await button(page, 'Versioner').click();
  await page.getByRole('dialog', { name: 'Versioner' }).getByText('plan.json', { exact: true }).nth(1).waitFor();
});

for (const [name, options] of Object.entries({
  telephone: { viewport: { width: 360, height: 740 } },
  dark: { colorScheme: 'dark' },
  english: { path: 'plan.html#lang=en' },
})) {
  pageTest(`keeping, ${name}: nothing is cut off, and axe finds nothing`, planner(options), async ({ page, shoot, audit }) => {
    page.setDefaultTimeout(8000);
    const english = name === 'english';
    await page.getByRole('heading', { name: english ? 'My plans' : 'Mina planer' }).waitFor();
    await shoot(`plans-${name}.png`);
    assert.deepEqual(await audit(), []);
    await button(page, english ? 'Collaboration Blekinge' : 'Samverkan Blekinge').click();
    await page.locator('.keeping').waitFor();
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    assert.equal(wide, 0);
    await button(page, english ? 'Versions' : 'Versioner').click();
    await page.getByRole('dialog').first().waitFor();
    await shoot(`keeping-${name}.png`);
    assert.deepEqual(await audit(), []);
  });
}
