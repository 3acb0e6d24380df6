// A planner in an election year: three variants over two mandate periods beside each other, and one
// of them kept; once with a pointer, once with keys alone.
import assert from 'node:assert/strict';
import { STRICTEST, pageTest } from './harness.mjs';
import { HANDS, assertNoFocusLost } from './hands.mjs';

const options = {
  path: 'plan.html',
  starts: false,
  csp: STRICTEST,
  viewport: { width: 1440, height: 900 },
  before: (page) => page.clock.setFixedTime('2026-10-20T09:00:00+02:00'),
};

const button = (page, name) => page.getByRole('button', { name, exact: true });
const plan = (page) => page.evaluate(() => JSON.parse(document.querySelector('planning-wheel-planner').text));
const short = (page) => page.getByRole('table', { name: 'I korthet' });
/** What stands in a row of the table, as numbers: the plan's first, then each variant's. */
const row = async (page, name) =>
  (await short(page).getByRole('row', { name }).getByRole('cell').allTextContents()).map((text) => Number.parseFloat(text.replaceAll(/\s/g, '').replace(',', '.')));

/** A variant with one thing done differently. */
async function vary(page, hand, number, name, way, fill) {
  await hand.press(button(page, 'Egen variant'));
  const made = page.getByRole('group', { name: `Variant ${number}`, exact: true });
  await hand.write(made.getByLabel('Namn'), name);
  const own = page.getByRole('group', { name, exact: true });
  await own.waitFor();
  await hand.press(own.locator('.ways summary'));
  await hand.choose(own.getByRole('combobox', { name: 'Vad', exact: true }), way);
  await fill(own);
  await hand.press(own.getByRole('button', { name: 'Lägg till' }));
  await own.locator('.tweaks li').waitFor();
}

async function threeVariants(page, hand) {
  await vary(page, hand, 1, 'Sex möten', 'Antal möten', async (own) => {
    await hand.choose(own.getByRole('combobox', { name: 'Möten', exact: true }), 'NSO');
    await hand.write(own.getByRole('spinbutton', { name: 'Antal' }), '6');
  });
  await vary(page, hand, 2, 'Ett nätverk mindre', 'Slå ihop grupper', async (own) => {
    await hand.choose(own.getByRole('combobox', { name: 'Grupp', exact: true }), 'Nätverket för verksamhetschefer LSS');
    await hand.choose(own.getByRole('combobox', { name: 'Går upp i', exact: true }), 'IFO-chefsnätverket');
  });
  await vary(page, hand, 3, 'Ordförande i två år', 'Hur länge uppdrag varar', async (own) => {
    await hand.choose(own.getByRole('combobox', { name: 'Uppdrag', exact: true }), 'Ordförande');
    await hand.choose(own.getByRole('combobox', { name: 'År', exact: true }), '2 år');
  });
  assert.deepEqual(await short(page).getByRole('columnheader').allTextContents(), ['Planen', 'Sex möten', 'Ett nätverk mindre', 'Ordförande i två år']);
  assert.equal(await page.locator('.trouble .error').count(), 0);
}

/** What the variants of the SSKL plan must give in a mandate period, reckoned from the document. */
async function compared(page, years) {
  const [meetings, hours] = [await row(page, /^Möten/), await row(page, /^Persontimmar/)];
  const document = await plan(page);
  const series = (id) => document.meetings.find((one) => one.id === id);
  // One from each principal of a side.
  const side = (id) => document.sides.find((one) => one.id === id)?.principals.length ?? 1;
  const seats = (id) => document.bodies.find((one) => one.id === id).seats.flatMap(({ of, count = 1 }) => of.map((one) => side(one) * count)).reduce((sum, each) => sum + each, 0);
  const time = (id, count = series(id).count.target) => (count * series(id).minutes) / 60;
  const [nso, lss, ifo] = ['moten-nso', 'moten-lss-chefer', 'moten-ifo-chefer'];

  const fewer = series(nso).count.target - 6;
  const gone = series(lss).count.target;
  assert.deepEqual(meetings, [meetings[0], meetings[0] - fewer * years, meetings[0] - gone * years, meetings[0]]);
  // Those who met in their own network sit in the other from then on.
  const shift = seats('lss-chefer') * (time(ifo) - time(lss));
  assert.deepEqual(hours, [hours[0], hours[0] - seats('nso') * time(nso, fewer) * years, hours[0] + shift * years, hours[0]]);
}

for (const take of HANDS) {
  pageTest(`an election year: three variants of two periods, by ${take.name}`, options, async ({ page, shoot }) => {
    const hand = take(page);
    await hand.press(button(page, 'Socialtjänst i samverkan Kalmar län'));
    await hand.press(button(page, 'Simulera'));
    await short(page).waitFor();
    await page.locator('.periods select').waitFor();
    assert.equal(await page.locator('.periods select').evaluate((select) => select.selectedOptions[0].textContent), '2027–2030');
    await threeVariants(page, hand);
    await compared(page, 4);
    await shoot(`election-${hand.name}.png`);

    await hand.press(button(page, 'Mandatperioden efter'));
    await page.waitForFunction(() => document.querySelector('planning-wheel-planner').shadowRoot.querySelector('.periods select').selectedOptions[0].textContent === '2031–2034');
    await compared(page, 4);
    // Whose turn it is falls apart only where chairs serve longer.
    await hand.press(page.locator('summary').filter({ hasText: 'Vems tur' }));
    await page.getByRole('table', { name: 'Vems tur' }).getByRole('row', { name: /203[1-4]/ }).first().waitFor();

    const before = await plan(page);
    const kept = page.getByRole('group', { name: 'Sex möten', exact: true });
    await hand.press(kept.getByRole('button', { name: 'Behåll som planen' }));
    await kept.getByText('Så är planen nu.').waitFor();
    const after = await plan(page);
    assert.equal(after.meetings.find(({ id }) => id === 'moten-nso').count.target, 6);
    assert.notDeepEqual(after, before);

    await hand.press(button(page, 'Planera'));
    await page.locator('.wheel .mark').first().waitFor({ state: 'attached' });
    const marks = await page.locator('.wheel .mark[data-entry^="moten-nso/2027/"]').evaluateAll((all) => all.map((one) => one.dataset.entry.split('/').slice(0, 3).join('/')));
    assert.equal(new Set(marks).size, 6);
    assertNoFocusLost(hand);
    
  });
}
