// The planner: a plan's year is changed by pointer and by keys, and everything can be undone.
import assert from 'node:assert/strict';
import { STRICTEST, pageTest } from './harness.mjs';

const MEETING = 'moten-nso/2027/3';
const at = (options = {}) => ({ path: 'plan.html#plan=sskl-kalmar', starts: false, csp: STRICTEST, viewport: { width: 1440, height: 900 }, ...options });
const button = (page, name) => page.getByRole('button', { name, exact: true });
const mark = (page, id = MEETING) => page.locator(`.mark[data-entry="${id}"]`);
const ready = (page) => mark(page).waitFor({ state: 'attached' });
const document_ = (page) => page.evaluate(() => JSON.parse(document.querySelector('planning-wheel-planner').text));
const said = (page, words) => page.locator('.said').getByText(words).waitFor();
/** The day on which the meeting's mark stands, as it is read aloud. */
const day = async (page) => (await mark(page).getAttribute('aria-label')).split(', ').at(2);

pageTest('a meeting is dragged along its ring, its deadline follows, and undo brings it back', at(), async ({ page, shoot }) => {
  await ready(page);
  const [before, first] = [await document_(page), await day(page)];
  const { x, y, width, height } = await mark(page).boundingBox();
  const [left, top] = [x + width / 2, y + height / 2];
  await page.mouse.move(left, top);
  await page.mouse.down();
  for (let step = 1; step <= 8; step += 1) await page.mouse.move(left + step * 4, top + step * 5);
  // What follows is seen while it is in the hand, and nothing is kept yet.
  await page.locator('.consequences').getByText(/Dagordning ut: .+ → /).first().waitFor();
  assert.notEqual(await day(page), first);
  assert.deepEqual(await document_(page), before);
  await shoot('planner-dragging.png');
  await page.mouse.up();
  await said(page, /^(Flyttade|Låste)/);
  assert.notDeepEqual(await document_(page), before);
  const moved = await day(page);
  await button(page, 'Ångra').click();
  await said(page, /^Ångrat: /);
  assert.equal(await day(page), first);
  assert.deepEqual(await document_(page), before);
  await button(page, 'Gör om').click();
  assert.equal(await day(page), moved);
});

pageTest('a press that leads nowhere only chooses', at(), async ({ page }) => {
  await ready(page);
  const before = await document_(page);
  await mark(page).click();
  await page.locator('.why .name').waitFor();
  assert.deepEqual(await document_(page), before);
});

pageTest('keys take a meeting, lead it, put it back and let it go', at(), async ({ page }) => {
  await ready(page);
  const [before, first] = [await document_(page), await day(page)];
  await mark(page).focus();
  await page.keyboard.press('m');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowUp');
  await page.locator('.holding').getByText('Enter släpper').waitFor();
  assert.notEqual(await day(page), first);
  await page.keyboard.press('Escape');
  assert.equal(await day(page), first);
  assert.deepEqual(await document_(page), before);

  await page.waitForFunction(() => document.querySelector('planning-wheel-planner').shadowRoot.activeElement?.matches('.mark'));
  await page.keyboard.press('m');
  await page.keyboard.press('ArrowDown');
  const there = await day(page);
  await page.keyboard.press('Enter');
  await said(page, /^(Flyttade|Låste)/);
  assert.equal(await day(page), there);
  // The mark has the keys again, so that the next step is one press away.
  const entry = () => page.evaluate(() => document.querySelector('planning-wheel-planner').shadowRoot.activeElement?.dataset?.entry);
  await page.waitForFunction(() => document.querySelector('planning-wheel-planner').shadowRoot.activeElement?.matches('.mark'));
  assert.equal(await entry(), MEETING);
});

pageTest('a form moves, locks, cancels with a reason and takes back', at(), async ({ page }) => {
  await ready(page);
  await mark(page).focus();
  await page.keyboard.press('Enter');
  const form = page.getByRole('form', { name: 'Mötet' });
  await form.getByRole('button', { name: 'En vecka senare' }).press('Enter');
  await form.getByRole('button', { name: 'Flytta hit' }).press('Enter');
  await said(page, /^(Flyttade|Låste)/);
  // Without a reason, nobody would know why.
  const kept = await document_(page);
  await button(page, 'Ställ in').press('Enter');
  await page.getByRole('alert').getByText('Skriv varför').waitFor();
  assert.deepEqual(await document_(page), kept);
  await form.getByLabel('Varför').fill('fullmäktige har budget');
  await button(page, 'Ställ in').press('Enter');
  await said(page, /^Ställde in/);
  assert.match(JSON.stringify(await document_(page)), /fullmäktige har budget/);
});

pageTest('a year is published, and a move then shows from where', at(), async ({ page }) => {
  await ready(page);
  await button(page, 'Publicera 2027').click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText('ligger fast').waitFor();
  await dialog.getByRole('button', { name: 'Publicera 2027' }).click();
  await said(page, 'Publicerade 2027');
  await button(page, 'Ta tillbaka publiceringen').waitFor();
  await mark(page).focus();
  await page.keyboard.press('m');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Enter');
  await said(page, /^Flyttade/);
  const { meetings } = await document_(page);
  const edits = meetings.find(({ id }) => id === 'moten-nso').edits;
  assert.ok(edits.some(({ move }) => move?.occurrence === '2027/3' && move.from && move.to), JSON.stringify(edits));
});

pageTest('a year is rolled forward after a look at what becomes of every meeting', at(), async ({ page, shoot }) => {
  await ready(page);
  await button(page, 'Rulla till 2028').click();
  const dialog = page.getByRole('dialog');
  const rows = dialog.getByRole('row');
  await rows.nth(5).waitFor();
  const { meetings } = await document_(page);
  assert.ok((await rows.count()) > meetings.length, 'one line for each meeting');
  await shoot('planner-roll.png');
  await dialog.getByRole('button', { name: 'Rulla till 2028' }).click();
  await said(page, 'Rullade fram 2027 till 2028');
  await page.locator('.years output').getByText('2028').waitFor();
});

pageTest('any step can be gone back to', at(), async ({ page }) => {
  await ready(page);
  const before = await document_(page);
  await button(page, 'Publicera 2027').click();
  await page.getByRole('dialog').getByRole('button', { name: 'Publicera 2027' }).click();
  await mark(page).focus();
  for (let times = 0; times < 2; times += 1) {
    await page.keyboard.press('m');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    await said(page, /^Flyttade/);
    await page.waitForFunction(() => document.querySelector('planning-wheel-planner').shadowRoot.activeElement?.matches('.mark'));
  }
  await page.locator('summary', { hasText: 'Steg' }).click();
  await button(page, 'Planen öppnades').click();
  assert.deepEqual(await document_(page), before);
  await page.locator('.history').getByRole('button').first().click();
  assert.notDeepEqual(await document_(page), before);
});

pageTest('step by step from an agreement: own names, a group less, another number, published', at(), async ({ page, audit, shoot }) => {
  await ready(page);
  await button(page, 'Steg för steg').click();
  const guide = page.getByRole('region', { name: 'Till ett publicerat årshjul' });
  await guide.getByLabel('Vad heter samarbetet?').fill('Samverkan Norr');
  await guide.getByRole('button', { name: 'Nästa' }).click();
  await page.getByRole('heading', { name: 'Samverkan Norr' }).waitFor();
  await guide.getByRole('button', { name: 'Nästa' }).click();
  const bodies = (await document_(page)).bodies.length;
  await guide.getByRole('button', { name: /^Ta bort .*äldreomsorg/i }).click();
  await said(page, /^Tog bort .* med det som hör till/);
  assert.equal((await document_(page)).bodies.length, bodies - 1);
  await guide.getByRole('button', { name: 'Nästa' }).click();
  await guide.getByRole('spinbutton').nth(1).fill('6');
  await guide.getByRole('spinbutton').nth(1).press('Tab');
  await said(page, /^Ändrade /);
  assert.deepEqual(await audit(), []);
  await shoot('planner-guide.png');
  await guide.getByRole('button', { name: 'Nästa' }).click();
  await guide.getByRole('button', { name: 'Nästa' }).click();
  await guide.getByRole('button', { name: 'Publicera 2027' }).last().click();
  await guide.getByText('2027 är publicerat').waitFor();
});

pageTest('cells from a spreadsheet are seen before they are taken in', at(), async ({ page, audit, shoot }) => {
  await ready(page);
  await button(page, 'Hämta in').click();
  const dialog = page.getByRole('dialog', { name: 'Hämta in' });
  await dialog.getByLabel('Eller klistra in').fill('namn\tgrupp\tdatum\nUtbildningsdag\tNSO\t2027-05-12\nStudiebesök\tNSO\t31 april');
  await dialog.getByText('1 poster. 1 rader förstods inte helt.').waitFor();
  await dialog.getByText(/^Rad 3/).waitFor();
  assert.deepEqual(await audit(), []);
  await shoot('planner-bring.png');
  await dialog.getByRole('button', { name: 'Ta in 1' }).click();
  await page.locator('.said:not(.refused)').getByText(/./).waitFor();
  const { activities } = await document_(page);
  assert.ok(activities.some(({ title }) => JSON.stringify(title).includes('Utbildningsdag')), JSON.stringify(activities));
  await button(page, 'Ångra').click();
  assert.ok(!JSON.stringify(await document_(page)).includes('Utbildningsdag'));
});

for (const theme of ['light', 'dark']) {
  pageTest(`axe finds nothing on the planner, ${theme}`, at({ colorScheme: theme }), async ({ page, audit, shoot }) => {
    await ready(page);
    await mark(page).click();
    assert.deepEqual(await audit(), []);
    await shoot(`planner-${theme}.png`);
  });
}

pageTest('on a telephone nothing is wider than the screen', at({ viewport: { width: 320, height: 640 } }), async ({ page, shoot }) => {
  await ready(page);
  const wide = await page.evaluate(() => document.documentElement.scrollWidth);
  assert.ok(wide <= 320, `${wide} px`);
  await shoot('planner-phone.png');
});
