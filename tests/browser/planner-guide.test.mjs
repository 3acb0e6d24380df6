// From a blank page to a published wheel, step by step: names and numbers are enough.
import assert from 'node:assert/strict';
import { pageTest } from './harness.mjs';
import { HANDS, assertNoFocusLost } from './hands.mjs';

const options = {
  path: 'plan.html',
  starts: false,
  viewport: { width: 1440, height: 900 },
  before: (page) => page.clock.setFixedTime('2026-09-15T09:00:00+02:00'),
};
const plan = (page) => page.evaluate(() => JSON.parse(document.querySelector('planning-wheel-planner').text));
const said = (page, words) => page.locator('.said').getByText(words).first().waitFor();

for (const take of HANDS) {
  pageTest(`step by step from a blank page, by ${take.name}`, options, async ({ page, audit, shoot }) => {
    const hand = take(page);
    await page.getByRole('heading', { name: 'Mina planer' }).waitFor();
    await hand.write(page.getByRole('textbox', { name: 'Namn', exact: true }), 'Samverkan Ån');
    await hand.press(page.getByRole('button', { name: 'Börja', exact: true }));
    const guide = page.getByRole('region', { name: 'Till ett publicerat årshjul' });
    await guide.waitFor();
    const next = () => hand.press(guide.getByRole('button', { name: 'Nästa' }));
    const add = async (kind, name) => {
      await hand.write(guide.getByRole('textbox', { name: `Ny ${kind}`, exact: true }), name);
      await hand.press(guide.getByRole('button', { name: `Lägg till ${kind}`, exact: true }));
      await guide.getByRole('textbox', { name, exact: true }).waitFor();
    };

    await next();
    for (const name of ['Ådala kommun', 'Region Ådala']) await add('huvudman', name);
    await next();
    for (const name of ['Styrgruppen', 'Nätverket']) await add('grupp', name);
    assert.deepEqual(await audit(), []);
    await next();
    await hand.write(guide.getByRole('spinbutton', { name: 'Styrgruppen' }), '4');
    await said(page, /^Lade till/);
    await hand.write(guide.getByRole('spinbutton', { name: 'Nätverket' }), '7');
    await guide.getByText('inga möten än').waitFor({ state: 'detached' });
    await shoot(`guide-blank-${hand.name}.png`);
    await next();
    await guide.getByRole('status').getByText('Inget krockar och inget saknas.').waitFor();
    await next();
    await hand.press(guide.getByRole('button', { name: 'Publicera 2027' }).last());
    await guide.getByText('2027 är publicerat').waitFor();

    const { principals, bodies, meetings, published } = await plan(page);
    assert.deepEqual(principals.map(({ id }) => id), ['adala-kommun', 'region-adala']);
    assert.deepEqual(bodies.map(({ id }) => id), ['styrgruppen', 'natverket']);
    assert.deepEqual(meetings.map(({ bodies, count }) => [bodies[0], count.target]), [['styrgruppen', 4], ['natverket', 7]]);
    assert.equal(published.find(({ year }) => year === 2027).days.length, 11);
    assert.equal(await page.locator('.wheel .mark[data-entry^="moten-"]').count(), 11);
    assertNoFocusLost(hand);
  });
}
