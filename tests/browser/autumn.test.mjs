// A coordinator's autumn, from an agreement to a published year and the next one: once with a
// pointer, once with keys alone. What stands in a person's way here is the product's fault.
import assert from 'node:assert/strict';
import { readFile, rename } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import { calendar } from './files.mjs';
import { pageTest } from './harness.mjs';
import { HANDS, assertNoFocusLost, dayOf, mark } from './hands.mjs';

const MONTHS = ['januari', 'februari', 'mars', 'april', 'maj', 'juni', 'juli', 'augusti', 'september', 'oktober', 'november', 'december'];
const two = (number) => String(number).padStart(2, '0');
const NAME = 'Samverkan Norrby';
const options = {
  path: 'plan.html',
  starts: false,
  serviceWorkers: 'allow',
  others: /^file:/,
  viewport: { width: 1440, height: 900 },
  before: (page) => page.clock.setFixedTime('2026-09-15T09:00:00+02:00'),
};

const button = (page, name) => page.getByRole('button', { name, exact: true });
const said = (page, words) => page.locator('.said').getByText(words).first().waitFor();
const plan = (page) => page.evaluate(() => JSON.parse(document.querySelector('planning-wheel-planner').text));
const drawn = (page) => page.locator('.wheel .mark').first().waitFor({ state: 'attached' });
const findings = (page) => page.locator('.review:not(.own) .findings > li');
const found = (page, words) => findings(page).filter({ hasText: words });
const year = (page, number) => page.locator('.years output').getByText(String(number), { exact: true }).waitFor();

/** From the list of plans to next year's wheel with one's own names. */
async function begin(page, hand) {
  await hand.press(button(page, 'Socialtjänst i samverkan Kalmar län'));
  const guide = page.getByRole('region', { name: 'Till ett publicerat årshjul' });
  await guide.waitFor();
  await year(page, 2027);
  const next = () => hand.press(guide.getByRole('button', { name: 'Nästa' }));

  await hand.write(guide.getByLabel('Vad heter samarbetet?'), NAME);
  await page.getByRole('heading', { level: 1, name: NAME }).waitFor();
  await next();
  await hand.write(guide.getByRole('textbox', { name: 'Kalmar', exact: true }), 'Norrby');
  await said(page, /^Ändrade/);
  await next();
  await hand.press(guide.getByRole('button', { name: /^Ta bort Arbetsgrupp/ }));
  await said(page, /^Tog bort Arbetsgrupp/);
  await hand.write(guide.getByRole('textbox', { name: 'IFO-chefsnätverket' }), 'Nätverket för individ och familj');
  await next();
  await hand.write(guide.getByRole('spinbutton', { name: 'Äldreomsorg' }), '5');
  await said(page, /^Ändrade/);
  await next();
  await guide.getByRole('status').getByText('Kvar: 0 fel, 1 varning.').waitFor();
  await hand.press(guide.getByRole('button', { name: /^Stäng/ }));

  const { title, principals, bodies, meetings } = await plan(page);
  assert.equal(title.sv ?? title, NAME);
  const names = (list) => list.map(({ name }) => name.sv ?? name);
  assert.ok(names(principals).includes('Norrby') && !names(principals).includes('Kalmar'), names(principals).join());
  assert.ok(names(bodies).includes('Nätverket för individ och familj') && !bodies.some(({ id }) => id.startsWith('arbetsgrupp')), names(bodies).join());
  assert.equal(meetings.find(({ id }) => id === 'moten-aldreomsorg').count.target, 5);
  const held = await page.locator('.wheel .mark[data-entry^="moten-aldreomsorg/2027/"]').evaluateAll((marks) => marks.map((mark) => mark.dataset.entry.split('/').slice(0, 3).join('/')));
  assert.equal(new Set(held).size, 5);
}

/** Presses what helps and fills in what is missing, until only what the law itself says is left. */
async function resolve(page, hand) {
  // An agreement without an end gets a day to be looked at again.
  const endless = found(page, 'inget datum för revidering');
  await hand.press(endless.getByRole('button', { name: 'Visa i planen' }));
  const form = page.locator('.part .form');
  await hand.press(form.locator('summary').filter({ hasText: 'Lägg till uppgift' }).last());
  await hand.press(form.getByRole('button', { name: 'Nästa revidering', exact: true }));
  await hand.date(form.getByLabel('Nästa revidering', { exact: true }), '2028-11-15');
  await said(page, /^Ändrade/);
  await hand.press(page.locator('.part').getByRole('button', { name: 'Stäng', exact: true }).first());
  await endless.waitFor({ state: 'detached' });

  // Whoever is elected: one network after the other, until nobody is missing.
  for (const office of [/^Att veta: Ordförande 2027: ingen/, /^Att veta: Vice ordförande 2027: ingen/]) {
    const vacant = found(page, office);
    for (let network = 0; network < 5; network += 1) {
      const before = await vacant.textContent();
      await hand.press(vacant.getByRole('button', { name: /2027, fre 1 jan/ }));
      await hand.choose(page.getByLabel('Vem har uppdraget?'), ['Borgholm', 'Emmaboda', 'Nybro', 'Torsås', 'Vimmerby'][network]);
      await said(page, /^Angav .* som (Ordförande|Vice ordförande) .* 2027/);
      await page.waitForFunction(
        (before) => ![...document.querySelector('planning-wheel-planner').shadowRoot.querySelectorAll('.review .findings > li')].some(({ textContent }) => textContent === before),
        before,
      );
    }
    assert.equal(await vacant.count(), 0, String(office));
  }
  const left = await findings(page).allTextContents();
  assert.ok(left.every((words) => /Ej verkställda beslut .* Ingen regel flyttar dagen/.test(words)), left.join('\n'));
  assert.equal(left.length, 2);
}

/** Moves the meeting whose agenda is due on a holiday, and one that clashes with something else. */
async function move(page, hand) {
  const due = found(page, /Dagordning ut” infaller tor 6 maj/);
  const [first, second] = ['moten-nso/2027/4', 'moten-ifo-chefer/2027/2'];
  for (const [id, weeks] of [[first, 1], [second, -1]]) {
    const before = await dayOf(page, id);
    await hand.move(id, weeks);
    await said(page, /^(Flyttade|Låste)/);
    assert.notEqual(await dayOf(page, id), before);
  }
  assert.equal(await due.count(), 0, 'the agenda is due on a working day');
  return { [first]: await dayOf(page, first), [second]: await dayOf(page, second) };
}

/** Fixes the year's days. */
async function publish(page, hand) {
  await hand.press(button(page, 'Publicera 2027'));
  const dialog = page.getByRole('dialog');
  await dialog.getByText('Kvar att se över: 2.').waitFor();
  await hand.press(dialog.getByRole('button', { name: 'Publicera 2027' }));
  await said(page, 'Publicerade 2027');
  await button(page, 'Ta tillbaka publiceringen').waitFor();
}

/** A file that a button under "Ta med" gives. */
async function taken(page, hand, name) {
  const card = page.locator('details.card', { has: page.locator('.take') });
  if (!(await card.evaluate(({ open }) => open))) await hand.press(card.locator('summary').first());
  const [download] = await Promise.all([page.waitForEvent('download'), hand.press(card.getByRole('button', { name, exact: true }))]);
  return download.path();
}

/** Takes the year along: a calendar that others subscribe to, and a page to mail. */
async function takeAlong(page, hand, moved) {
  const file = await readFile(await taken(page, hand, 'Kalenderfil'), 'utf8');
  const entries = calendar(file);
  const year = await plan(page);
  const published = year.published.find((one) => one.year === 2027);
  assert.ok(published, 'the year is published');
  for (const id of Object.keys(moved)) {
    const entry = entries.find(({ UID }) => UID.startsWith(`${id}@`));
    const [day, month] = moved[id].split(' ').slice(1);
    assert.equal(entry.DTSTART.slice(0, 8), `2027${two(MONTHS.indexOf(month) + 1)}${two(day)}`, moved[id]);
  }

  const path = await taken(page, hand, 'En sida att mejla (HTML)');
  await rename(path, `${path}.html`);
  const mailed = await page.context().newPage();
  await mailed.goto(`${pathToFileURL(`${path}.html`)}#year=2027`);
  await mailed.getByRole('heading', { level: 1, name: NAME }).waitFor();
  for (const [id, day] of Object.entries(moved)) {
    await mark(mailed, id).waitFor({ state: 'attached' });
    assert.equal(await dayOf(mailed, id), day);
  }
  await mailed.close();
}

/** Closes the network, opens the page anew, and finds everything as it was. */
async function reloadOffline(page, context, moved) {
  const before = await plan(page);
  await page.evaluate(() => navigator.serviceWorker.ready);
  await page.locator('.keeping .saved').getByText('Sparad i webbläsaren').first().waitFor();
  await context.setOffline(true);
  await page.reload();
  await drawn(page);
  await page.getByRole('heading', { level: 1, name: NAME }).waitFor();
  assert.deepEqual(await plan(page), before);
  for (const [id, day] of Object.entries(moved)) assert.equal(await dayOf(page, id), day);
}

/** Carries the year over to the next, and finds what is decided in its autumn. */
async function roll(page, hand) {
  await hand.press(button(page, 'Rulla till 2028'));
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('row').nth(5).waitFor();
  await hand.press(dialog.getByRole('button', { name: 'Rulla till 2028' }));
  await said(page, 'Rullade fram 2027 till 2028');
  await year(page, 2028);
}

async function strategy(page, hand) {
  const search = page.getByRole('searchbox', { name: 'Sök i planen' });
  await hand.write(search, 'strategiskt');
  await hand.press(page.locator('.outline').getByRole('button', { name: /^Strategiskt styrdokument/ }));
  const days = page.locator('.part .dates');
  await hand.press(days.locator('summary'));
  await hand.press(days.getByRole('button', { name: /Beslut på ordförandeträffen: Strategiskt styrdokument 2029–2030/ }));
  const why = page.locator('.why');
  await why.getByText(/Strategiskt styrdokument 2029–2030/).first().waitFor();
  await why.getByText(/november 2028/).first().waitFor();
}

for (const take of HANDS) {
  pageTest(`the autumn of a coordinator, by ${take.name}`, options, async ({ page, context, shoot }) => {
    const hand = take(page);
    await page.getByRole('heading', { name: 'Mina planer' }).waitFor();
    await begin(page, hand);
    const moved = await move(page, hand);
    await resolve(page, hand);
    await shoot(`autumn-${hand.name}.png`);
    await publish(page, hand);
    await takeAlong(page, hand, moved);
    await reloadOffline(page, context, moved);
    await roll(page, hand);
    await strategy(page, hand);
    assertNoFocusLost(hand);
    if (hand.cost) console.log(`${hand.cost.presses} presses to get around`);
  });
}
