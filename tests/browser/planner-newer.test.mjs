// A plan that a newer version has saved: it is looked at, taken over on purpose, and loses nothing.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { STRICTEST, pageTest } from './harness.mjs';

const NEWER = readFileSync(new URL('../data/newer/plan.json', import.meta.url), 'utf8');
const at = (options = {}) => ({ path: 'plan.html#plan=sskl-kalmar', starts: false, csp: STRICTEST, viewport: { width: 1440, height: 900 }, ...options });
const banner = (page) => page.getByRole('region', { name: 'Från en nyare version' });
const button = (page, name) => page.getByRole('button', { name, exact: true });
const text_ = (page) => page.evaluate(() => document.querySelector('planning-wheel-planner').text);
/** Every revision of every plan that the browser keeps. */
const kept = (page) => page.evaluate(async () => {
  const { openStore } = await import(new URL('keep/store.js', location.href).href);
  const store = await openStore();
  const plans = await store.list();
  const texts = await Promise.all(plans.map(async ({ id }) => ({ id, ...(await store.load(id)) })));
  await store.close();
  return texts;
});

async function open(page, text = NEWER) {
  await page.locator('.mark[data-entry="moten-nso/2027/3"]').waitFor({ state: 'attached' });
  await page.evaluate((text) => document.querySelector('planning-wheel-planner').open(text), text);
  await banner(page).waitFor();
}

/** Another name for the plan, by its form. */
async function rename(page, title) {
  await page.locator('.outline').getByRole('button', { name: 'Om planen' }).click();
  const field = page.locator('.part').getByRole('textbox').first();
  await field.fill(title);
  await field.press('Tab');
  await page.getByRole('heading', { name: title, level: 1 }).waitFor();
}

pageTest('it is opened to be read: why is said, what is not understood is listed, nothing is saved', at(), async ({ page, audit, shoot }) => {
  await open(page);
  await banner(page).getByText('planning-wheel/3').waitFor();
  await banner(page).getByText('Det som inte förstås här').click();
  await banner(page).getByText('/bodies/0/avatar', { exact: true }).waitFor();
  assert.deepEqual(await audit(), []);
  await shoot('planner-newer.png');
  assert.equal(await button(page, 'Publicera 2027').count(), 0);
  // A form shows and does not take; a mark that is led is refused.
  await page.locator('.outline').getByRole('button', { name: 'Om planen' }).click();
  assert.ok(await page.locator('.part').getByRole('textbox').first().isDisabled());
  const mark = page.locator('.mark[data-entry^="moten-styrelse/2027/"]').first();
  await mark.focus();
  for (const key of ['m', 'ArrowRight', 'Enter']) await page.keyboard.press(key);
  await page.locator('.said.refused').getByText('nyare version').waitFor();
  assert.deepEqual(JSON.parse(await text_(page)), JSON.parse(NEWER), 'the text is the file as it was');
  assert.deepEqual(await kept(page), []);
});

pageTest('its calendar can be taken along as far as it is known', at(), async ({ page }) => {
  await open(page);
  await page.locator('summary', { hasText: 'Ta med' }).click();
  const [download] = await Promise.all([page.waitForEvent('download'), button(page, 'Kalenderfil').click()]);
  assert.match(readFileSync(await download.path(), 'utf8'), /UID:moten-styrelse\/2027\/1@nasta/);
});

pageTest('changed in a copy, it keeps all that is not understood, also when it is opened anew', at(), async ({ page }) => {
  await open(page);
  await button(page, 'Fortsätt i en kopia').click();
  await banner(page).getByText('följer med som det skrevs').waitFor();
  await rename(page, 'Vår egen');
  await page.locator('.keeping .saved').getByText(/^Sparad?/).first().waitFor();
  await page.waitForFunction(() => location.hash.startsWith('#kept='));
  const before = JSON.parse(NEWER);
  const [plan, ...others] = await kept(page);
  assert.deepEqual(others, []);
  const now = JSON.parse(plan.text);
  assert.match(now.id, /^nasta-[a-z0-9]{6}$/);
  assert.deepEqual({ ...now, id: before.id, title: before.title }, before, 'nothing else has changed');
  assert.equal(now.title, 'Vår egen');

  await page.reload();
  await banner(page).getByText('planning-wheel/3').waitFor();
  assert.deepEqual(JSON.parse(await text_(page)), now);
  await button(page, 'Ändra den här planen').click();
  await rename(page, 'Vår tredje');
  await page.waitForFunction(() => document.querySelector('planning-wheel-planner').shadowRoot.querySelector('.keeping .saved').textContent.startsWith('Sparad'));
  const [again] = await kept(page);
  assert.deepEqual({ ...JSON.parse(again.text), id: before.id, title: before.title }, before);
});

pageTest('on a telephone the ways on are there', at({ viewport: { width: 390, height: 844 }, colorScheme: 'dark' }), async ({ page, shoot, audit }) => {
  await open(page);
  assert.ok(await button(page, 'Fortsätt i en kopia').isVisible());
  const wide = await page.evaluate(() => document.documentElement.scrollWidth);
  assert.ok(wide <= 390, `${wide} px`);
  assert.deepEqual(await audit(), []);
  await shoot('planner-newer-phone.png');
});
