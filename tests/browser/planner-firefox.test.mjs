// The planner's main journeys in Firefox: an agreement is opened, changed, published, kept and
// found again, and simulated.
import assert from 'node:assert/strict';
import { firefoxTest } from './firefox.mjs';

const OPTIONS = { path: 'plan.html' };
const MEETING = 'moten-nso/2027/3';

/** What a test does in the planner; everything waits until it is there. */
function planner(page) {
  // Looked for at each frame: what changes in a shadow root wakes nobody outside it.
  const find = async (selector) => {
    const found = await page.waitForFunction((selector) => document.querySelector('planning-wheel-planner')?.shadowRoot?.querySelector(selector), {}, selector);
    return found.asElement();
  };
  /** The first part of a kind that says these words. */
  const named = (selector, words) =>
    page.waitForFunction((selector, words) => {
      const parts = document.querySelector('planning-wheel-planner')?.shadowRoot?.querySelectorAll(selector) ?? [];
      return [...parts].find((part) => part.textContent.trim() === words && part.checkVisibility());
    }, {}, selector, words);
  return {
    find,
    named,
    press: async (words) => (await named('button, summary', words)).asElement().click(),
    says: (selector, words) =>
      page.waitForFunction((selector, words) => {
        const parts = document.querySelector('planning-wheel-planner')?.shadowRoot?.querySelectorAll(selector) ?? [];
        return [...parts].some((part) => part.textContent.includes(words));
      }, {}, selector, words),
    plan: () => page.evaluate(() => JSON.parse(document.querySelector('planning-wheel-planner').text)),
    day: async () => (await find(`.mark[data-entry="${MEETING}"]`)).evaluate((mark) => mark.getAttribute('aria-label').split(', ').at(2)),
  };
}

/** The year that the wheel shows is the one in which the meeting is. */
async function to2027(page, { find }) {
  const now = async () => Number(await (await find('.years output')).evaluate((part) => part.textContent));
  while ((await now()) < 2027) await (await find('.years button:last-child')).click();
  while ((await now()) > 2027) await (await find('.years button:first-child')).click();
  await find(`.mark[data-entry="${MEETING}"]`);
}

firefoxTest('an agreement is opened, changed, undone, published, and kept', OPTIONS, async ({ page }) => {
  const own = planner(page);
  await own.press('Socialtjänst i samverkan Kalmar län');
  await to2027(page, own);
  // What was pressed is gone, and the focus has gone on.
  assert.equal(await page.evaluate(() => document.querySelector('planning-wheel-planner').shadowRoot.activeElement?.id), 'guide-here');
  const [first, before] = [await own.day(), await own.plan()];
  const mark = await own.find(`.mark[data-entry="${MEETING}"]`);
  await mark.evaluate((mark) => mark.focus());
  for (const key of ['m', 'ArrowUp', 'Enter']) await page.keyboard.press(key);
  await own.says('.said', 'NSO 2027/3');
  const moved = await own.day();
  assert.notEqual(moved, first);
  await own.press('Ångra');
  await own.says('.said', 'Ångrat');
  assert.deepEqual(await own.plan(), before);
  await own.press('Gör om');
  assert.equal(await own.day(), moved);

  await own.press('Publicera 2027');
  await (await own.find('dialog[open] .first')).click();
  await own.says('.said', 'Publicerade 2027');
  await own.says('.keeping .saved', 'Sparad i webbläsaren');
  const kept = await own.plan();
  await page.waitForFunction(() => location.hash.startsWith('#kept='));
  await page.reload();
  await to2027(page, own);
  assert.deepEqual(await own.plan(), kept);
  assert.equal(await own.day(), moved);
  await own.named('button', 'Ta tillbaka publiceringen');
  await own.press('Mina planer');
  await own.press('Socialtjänst i samverkan Kalmar län');
});

firefoxTest('a meeting is dragged with the pointer', OPTIONS, async ({ page }) => {
  const own = planner(page);
  await own.press('Socialtjänst i samverkan Kalmar län');
  await to2027(page, own);
  const [first, before] = [await own.day(), await own.plan()];
  const mark = await own.find(`.mark[data-entry="${MEETING}"]`);
  await mark.evaluate((mark) => mark.scrollIntoView({ block: 'center' }));
  const { x, y, width, height } = await mark.evaluate((mark) => {
    const { x, y, width, height } = mark.getBoundingClientRect();
    return { x, y, width, height };
  });
  const [left, top] = [x + width / 2, y + height / 2];
  await page.mouse.move(left, top);
  await page.mouse.down();
  for (let step = 1; step <= 8; step += 1) await page.mouse.move(left + step * 4, top + step * 5);
  await own.says('.consequences', '→');
  assert.deepEqual(await own.plan(), before, 'nothing is kept while it is in the hand');
  await page.mouse.up();
  await own.says('.said', 'NSO 2027/3');
  assert.notEqual(await own.day(), first);
});

firefoxTest('variants are put beside the plan, one is kept, and they are there the next time', OPTIONS, async ({ page }) => {
  const own = planner(page);
  await own.press('Socialtjänst i samverkan Kalmar län');
  await own.press('Simulera');
  await own.find('.beginnings button');
  for (let at = 1; at <= 2; at += 1) {
    await (await own.find(`.beginnings button:nth-of-type(${at})`)).click();
    await page.waitForFunction((count) => document.querySelector('planning-wheel-planner').shadowRoot.querySelectorAll('.draft').length === count, {}, at);
  }
  const heads = () => page.evaluate(() => [...document.querySelector('planning-wheel-planner').shadowRoot.querySelectorAll('.sheet th[scope=col]')].slice(0, 3).map((head) => head.textContent.trim()));
  const named = await heads();
  assert.equal(named[0], 'Planen');
  const before = await own.plan();
  await (await own.find('.draft .first')).click();
  await own.says('.draft', 'Så är planen nu.');
  assert.notDeepEqual((await own.plan()).meetings, before.meetings);
  await own.says('.keeping .saved', 'Sparad i webbläsaren');
  await page.waitForFunction(() => location.hash.startsWith('#kept='));
  await page.reload();
  await own.press('Simulera');
  await own.find('.draft');
  assert.deepEqual(await heads(), named);
});
