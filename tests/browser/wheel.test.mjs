// The wheel of a plan's year: what it shows, how it is chosen from, what it says.
import assert from 'node:assert/strict';
import { pageTest } from './harness.mjs';

const PLANS = [
  'sskl-kalmar',
  'sso-ostergotland',
  'samverkan-blekinge',
  'social-reko-vasternorrland',
];
const DECISION = 'moten-ordforandetraff/2027/2';
const year = (number, rest = '') => `#plan=sskl-kalmar&year=${number}${rest}`;

const drawn = (page) => page.locator('.mark').first().waitFor({ state: 'attached' });
const shown = (page) => page.locator('.years output').innerText();
const rows = (page) =>
  page.$$eval('.agenda tr:not([hidden]) .entry', (entries) => entries.map((entry) => entry.dataset.entry).sort());
const chosen = (page) =>
  page.$$eval('.mark.selected', (marks) => marks.map((mark) => mark.dataset.entry));
// What has focus, also inside the wheel's shadow root.
const focused = (page) =>
  page.evaluate(() => {
    const outer = document.activeElement;
    return (outer?.shadowRoot?.activeElement ?? outer)?.dataset.entry;
  });

for (const plan of PLANS) {
  pageTest(`shows ${plan}`, { path: `#plan=${plan}&year=2027` }, async ({ page, shoot }) => {
    await drawn(page);
    assert.equal(await page.inputValue('.plan select'), plan);
    assert.ok((await page.locator('.lane').count()) > 3, 'too few lanes');
    assert.ok((await page.locator('.agenda tr:not([hidden]) .entry').count()) > 20, 'too few rows');
    await shoot(`${plan}-2027.png`);
  });
}

pageTest('offers four plans and turns from one to another', async ({ page }) => {
  await drawn(page);
  assert.equal(await page.locator('.plan option').count(), 4);
  await page.selectOption('.plan select', { label: 'Samverkan Blekinge' });
  await page.locator('.lane-name', { hasText: 'LSVO' }).waitFor({ state: 'attached' });
  assert.match(await page.title(), /Samverkan Blekinge/);
  assert.match(page.url(), /plan=samverkan-blekinge/);
});

pageTest('steps the years of wheel and agenda together', { path: year(2027) }, async ({ page, shoot }) => {
  await drawn(page);
  const before = await rows(page);
  await page.getByRole('button', { name: 'Året efter' }).click();
  assert.equal(await shown(page), '2028');
  assert.equal(await page.locator('.centre-year').textContent(), '2028');
  assert.match(await page.locator('#agenda').innerText(), /2028/);
  assert.notDeepEqual(await rows(page), before);
  assert.match(await page.locator('.board [role=status]').innerText(), /2028/);
  await page.getByRole('button', { name: 'Året före' }).click();
  assert.deepEqual(await rows(page), before);
  await page.getByRole('button', { name: 'I år' }).click();
  await drawn(page);
  await shoot('this-year.png');
});

pageTest('stops at the first and the last year', { path: year(1900) }, async ({ page }) => {
  await drawn(page);
  assert.equal(await shown(page), '2026');
  assert.ok(await page.getByRole('button', { name: 'Året före' }).isDisabled());
  await page.evaluate(() => (location.hash = '#plan=sskl-kalmar&year=2500'));
  await page.locator('.years output', { hasText: '2100' }).waitFor();
  assert.ok(await page.getByRole('button', { name: 'Året efter' }).isDisabled());
});

pageTest('an entry chosen on the wheel says why, with its source', { path: year(2027) }, async ({ page, shoot }) => {
  await drawn(page);
  await page.locator(`.mark[data-entry="${DECISION}"]`).click();
  assert.deepEqual(await chosen(page), [DECISION]);
  assert.ok((await page.locator('.mark.dim').count()) > 20, 'neighbours do not step back');
  assert.ok((await page.locator('.mark.chain').count()) >= 3, 'the chain is not lit');
  const why = page.locator('.why');
  await why.getByRole('heading', { name: 'Varför 18 november?' }).waitFor();
  assert.ok((await why.locator('.reasons li').count()) >= 2);
  assert.match(await why.locator('.sources').innerText(), /Arbetsordning/);
  assert.equal(await page.locator('.agenda tr.chosen').count(), 1);
  assert.match(page.url(), /entry=moten-ordforandetraff\/2027\/2/);
  await shoot('chosen.png');
  await why.getByRole('button', { name: 'Stäng' }).click();
  assert.deepEqual(await chosen(page), []);
});

pageTest('an address leads to plan, year and entry', { path: year(2027, `&entry=${DECISION}`) }, async ({ page }) => {
  await drawn(page);
  assert.deepEqual(await chosen(page), [DECISION]);
});

pageTest('the keyboard alone walks, chooses and lets go', { path: year(2027) }, async ({ page, shoot }) => {
  await drawn(page);
  assert.equal(await page.locator('.wheel [tabindex="0"]').count(), 1, 'one stop for Tab');
  await page.locator('.wheel [tabindex="0"]').focus();
  assert.ok(await focused(page));
  await page.locator('.mark[data-entry="moten-nso/2027/2"]').focus();
  const first = await focused(page);
  await page.keyboard.press('ArrowDown');
  assert.notEqual(await focused(page), first, 'down goes to another lane');
  await page.keyboard.press('Home');
  const start = await focused(page);
  const walked = new Set([start]);
  for (let step = 0; step < 5; step += 1) {
    await page.keyboard.press('ArrowRight');
    walked.add(await focused(page));
  }
  assert.equal(walked.size, 6, 'each step reaches another entry');
  await page.keyboard.press('ArrowLeft');
  assert.ok(walked.has(await focused(page)));
  assert.equal(await page.locator('.wheel [tabindex="0"]').count(), 1);
  const here = await focused(page);
  await page.keyboard.press('Enter');
  assert.deepEqual(await chosen(page), [here]);
  assert.ok((await page.locator('.why .reasons li').count()) > 0);
  assert.equal(await focused(page), here, 'focus stays on the wheel');
  await shoot('keyboard.png');
  await page.keyboard.press('Escape');
  assert.deepEqual(await chosen(page), []);
  await page.keyboard.press('PageDown');
  await page.locator('.years output', { hasText: '2028' }).waitFor();
  await page.waitForFunction(() => document.activeElement?.shadowRoot?.activeElement?.closest('.wheel'));
});

for (const plan of PLANS) {
  const name = `wheel and agenda of ${plan} hold the same entries`;
  pageTest(name, { path: `#plan=${plan}&year=2027` }, async ({ page }) => {
    await drawn(page);
    const names = await page.$$eval('.wheel [role=button]', (marks) =>
      marks.map((mark) => mark.getAttribute('aria-label')).join('; '),
    );
    const entries = await page.$$eval('.agenda tr:not([hidden]) .entry .title', (titles) =>
      titles.map((title) => title.textContent),
    );
    const missing = entries.filter((title) => !names.includes(title));
    assert.deepEqual(missing, []);
    const onWheel = await page.$$eval('.wheel [data-entry]', (marks) => marks.map((mark) => mark.dataset.entry));
    const listed = new Set(await rows(page));
    assert.deepEqual(onWheel.filter((id) => !listed.has(id)), []);
    const said = await page.locator('.wheel svg').getAttribute('aria-label');
    assert.ok(Number(said.match(/(\d+) poster/)[1]) >= listed.size, said);
  });
}

pageTest('the filter is for wheel and agenda alike', { path: year(2027) }, async ({ page }) => {
  await drawn(page);
  const before = await page.locator('.lane').count();
  await page.getByRole('button', { name: 'Taktisk' }).click();
  assert.ok((await page.locator('.lane').count()) < before);
  assert.equal(await page.locator('.agenda tr:not([hidden]) .entry', { hasText: 'IFO-chefer: Dagordning' }).count(), 0);
  await page.getByRole('button', { name: 'Sista dagar' }).click();
  assert.equal(await page.locator('.agenda tr:not([hidden]) .entry', { hasText: 'Dagordning ut' }).count(), 0);
  await page.getByRole('button', { name: 'Taktisk' }).click();
  assert.equal(await page.locator('.lane').count(), before);
});

pageTest('says what is to be known about the plan', { path: year(2027) }, async ({ page, shoot }) => {
  await drawn(page);
  await page.getByText('Om planen').click();
  assert.match(await page.locator('.card[open]').innerText(), /fastställs av NSO/);
  await shoot('about.png');
});

pageTest('today has a hand, and what comes next stands beside it', async ({ page }) => {
  const now = await page.evaluate(() => new Date().getFullYear());
  await drawn(page);
  assert.equal(await shown(page), String(Math.max(now, 2026)));
  assert.equal(await page.locator('.hand').count(), now >= 2026 ? 1 : 0);
  const days = await page.$$eval('.coming time', (times) => times.map((time) => time.dateTime));
  assert.deepEqual(days, [...days].sort());
});

pageTest(
  'says which file did not come, and tries again',
  {
    before: (page) => page.route('**/plans/sskl-kalmar.json', (route) => route.fulfill({ status: 404, body: '' })),
    expected: /404/,
  },
  async ({ page }) => {
    await page.getByRole('alert').getByText('plans/sskl-kalmar.json').waitFor();
    await page.unroute('**/plans/sskl-kalmar.json');
    await page.getByRole('button', { name: 'Försök igen' }).click();
    await drawn(page);
  },
);

pageTest(
  'says what is wrong with a plan, and where',
  {
    before: (page) =>
      page.route('**/plans/sskl-kalmar.json', (route) =>
        route.fulfill({ status: 200, body: '{ "format": "planning-wheel/1",\n "titel": "X" }' }),
      ),
  },
  async ({ page }) => {
    await page.getByRole('alert').getByText(/Rad 2.*titel/).waitFor();
  },
);
