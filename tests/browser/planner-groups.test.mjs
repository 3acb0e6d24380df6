// Two groups become one: what follows is seen first, done by one press, and undone by another.
import assert from 'node:assert/strict';
import { STRICTEST, pageTest } from './harness.mjs';

const at = (options = {}) => ({ path: 'plan.html#plan=sskl-kalmar', starts: false, csp: STRICTEST, viewport: { width: 1440, height: 900 }, ...options });
const plan_ = (page) => page.evaluate(() => JSON.parse(document.querySelector('planning-wheel-planner').text));
const button = (page, name) => page.getByRole('button', { name, exact: true });

/** The group's form, with what it would become part of chosen. */
async function choose(page, gone, into) {
  await page.locator('.mark[data-entry="moten-nso/2027/3"]').waitFor({ state: 'attached' });
  await page.locator('.outline').getByRole('button', { name: gone, exact: true }).first().click();
  await page.locator('.merging summary').click();
  await page.locator('.merging select').selectOption(into);
}

pageTest('what follows is listed before two groups become one, and undo parts them again', at(), async ({ page, audit, shoot }) => {
  const name = ({ name }) => name.sv ?? name;
  await page.locator('.mark[data-entry="moten-nso/2027/3"]').waitFor({ state: 'attached' });
  const before = await plan_(page);
  const gone = before.bodies.find(({ id }) => id === 'natverk-lss') ?? before.bodies[2];
  const into = before.bodies.find(({ id, level }) => level === gone.level && id !== gone.id);
  await choose(page, name(gone), into.id);
  const follows = page.locator('.merging');
  await follows.getByText(/^Tas bort: /).first().waitFor();
  await follows.getByText(/→ borta$/).first().waitFor();
  assert.deepEqual(await plan_(page), before, 'nothing is done yet');
  assert.deepEqual(await audit(), []);
  await shoot('planner-merge-groups.png');

  await button(page, 'Låt det vara').click();
  assert.equal(await follows.getByText(/^Tas bort: /).count(), 0);
  assert.deepEqual(await plan_(page), before);

  await page.locator('.merging select').selectOption(into.id);
  await follows.getByRole('button', { name: 'Slå ihop' }).click();
  await page.locator('.said').getByText(/^Slog ihop/).waitFor();
  const after = await plan_(page);
  assert.ok(!after.bodies.some(({ id }) => id === gone.id));
  assert.ok(!JSON.stringify(after.meetings).includes(`"${gone.id}"`), 'no series names it');
  // The other group's form is what is looked at now.
  await page.locator('.part').getByRole('heading', { name: name(into) }).waitFor();
  await button(page, 'Ångra').click();
  assert.deepEqual(await plan_(page), before);
});

pageTest('what is being tried goes when the form is left', at(), async ({ page }) => {
  await page.locator('.mark[data-entry="moten-nso/2027/3"]').waitFor({ state: 'attached' });
  const marks = await page.locator('.mark').count();
  const { bodies } = await plan_(page);
  const [gone, into] = bodies.slice(2, 4);
  await choose(page, gone.name.sv ?? gone.name, into.id);
  await page.locator('.merging').getByText(/^Tas bort: /).first().waitFor();
  assert.ok((await page.locator('.mark').count()) < marks, 'the wheel shows it');
  await page.locator('.part > .close').click();
  await page.waitForFunction((marks) => document.querySelector('planning-wheel-planner').shadowRoot.querySelectorAll('.mark').length === marks, marks);
});
