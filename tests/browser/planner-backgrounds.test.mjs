// Calendars of others on the planner's wheel: seen, named, and told in the key.
import assert from 'node:assert/strict';
import { STRICTEST, pageTest } from './harness.mjs';

const at = (options = {}) => ({ path: 'plan.html#plan=sskl-kalmar', starts: false, csp: STRICTEST, viewport: { width: 1440, height: 900 }, ...options });
const COUNCIL = {
  id: 'kf', title: 'Kommunfullmäktige', bodies: ['nso', 'ifo-chefer'],
  days: [
    { id: 'feb', date: '2027-02-15', time: '13:00', minutes: 180 },
    { id: 'budget', title: 'Budget', date: '2027-11-15', until: '2027-11-16' },
  ],
};
const NAMES = ['Kommunfullmäktige, mån 15 feb 2027, 13.00–16.00', 'Kommunfullmäktige, Budget, mån 15 nov 2027 – tis 16 nov 2027'];

/** Opens the plan with what others have planned. */
async function plan(page, backgrounds) {
  await page.locator('.mark').first().waitFor({ state: 'attached' });
  await page.evaluate(async (backgrounds) => {
    const own = document.querySelector('planning-wheel-planner');
    await own.open(JSON.stringify({ ...JSON.parse(own.text), backgrounds }));
  }, backgrounds);
}

const arc = (page, name) => page.locator('.wheel').getByRole('img', { name, exact: true });
/** How a line is drawn. */
const drawn = (found) => found.evaluate((path) => {
  const { stroke, strokeDasharray, strokeOpacity } = getComputedStyle(path);
  return { stroke, strokeDasharray, strokeOpacity };
});

for (const colorScheme of ['light', 'dark']) {
  pageTest(`what others have planned is hatched and named, ${colorScheme}`, at({ colorScheme }), async ({ page, audit, shoot }) => {
    await plan(page, [COUNCIL]);
    for (const name of NAMES) {
      await arc(page, name).waitFor({ state: 'attached' });
      // Two groups that are no neighbours, and the rim.
      assert.equal(await arc(page, name).locator('.hatch').count(), 2);
      assert.equal((await drawn(arc(page, name).locator('.hatch').first())).strokeDasharray, '1px, 2.2px');
      assert.notEqual((await drawn(arc(page, name).locator('.rim'))).stroke, 'none');
    }
    await page.getByText('Bakgrunder: Kommunfullmäktige', { exact: true }).waitFor();
    assert.deepEqual(await audit(), []);
    await shoot(`planner-backgrounds-${colorScheme}.png`);
    await plan(page, []);
    await arc(page, NAMES[0]).waitFor({ state: 'detached' });
    assert.equal(await page.locator('.of-others').count(), 0);
  });
}

pageTest('colours that are forced show them too', at({ forcedColors: 'active' }), async ({ page }) => {
  await plan(page, [COUNCIL]);
  await arc(page, NAMES[0]).waitFor({ state: 'attached' });
  const { stroke, strokeOpacity } = await drawn(arc(page, NAMES[0]).locator('.hatch').first());
  const grey = await page.evaluate(() => {
    const probe = Object.assign(document.createElement('p'), { style: 'color: GrayText' });
    document.body.append(probe);
    return getComputedStyle(probe).color;
  });
  assert.deepEqual([stroke, strokeOpacity], [grey, '1']);
});
