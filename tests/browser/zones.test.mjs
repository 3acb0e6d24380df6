// Days are days of the plan's place: the same wherever the reader's clock stands.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { calendar, program, saved } from './files.mjs';
import { pageTest } from './harness.mjs';
import { PLANS } from './screens.mjs';

/** Either side of the date line, with and without summer time. */
const ZONES = ['UTC', 'America/New_York', 'Australia/Sydney', 'Pacific/Apia'];

/** What must be the same everywhere: each row's day and words, and each entry's days. */
async function said(page) {
  await page.getByRole('row').nth(5).waitFor();
  const rows = await page.$eval('planning-wheel', (wheel) =>
    [...wheel.shadowRoot.querySelectorAll('.agenda tbody tr')].map((row) => [row.querySelector('time')?.dateTime, row.textContent]),
  );
  await page.getByText('Ta med').click();
  const { text } = await saved(page, 'Kalenderfil');
  return { rows, entries: calendar(text).map(({ UID, DTSTART, DTEND }) => [UID, DTSTART, DTEND]) };
}

const seen = new Map();
for (const plan of PLANS) {
  for (const timezoneId of ZONES) {
    // An hour at which Sydney and Apia have another day than New York.
    const before = (page) => page.clock.setFixedTime('2027-03-03T12:30:00Z');
    pageTest(`${plan} has the same days in ${timezoneId}`, { path: `#plan=${plan}&year=2027&view=agenda`, timezoneId, before }, async ({ page }) => {
      const here = await said(page);
      assert.ok(here.rows.length > 20 && here.entries.length > 20);
      if (!seen.has(plan)) seen.set(plan, here);
      assert.deepEqual(here, seen.get(plan));
      const file = await readFile(new URL(`../../plans/${plan}.json`, import.meta.url), 'utf8');
      const words = ['export', 'PLAN', '--year', '2027', '--no-periods', '--ics', '-o', 'OUT'];
      const { out } = await program(file, words, { TZ: timezoneId });
      assert.deepEqual(calendar(out).map(({ UID, DTSTART, DTEND }) => [UID, DTSTART, DTEND]), here.entries);
    });
  }
}

/** The last seconds of a day by the reader's own clock, and the day after. */
const MIDNIGHTS = [
  ['UTC', '2027-03-03T23:59:30Z', '3 mars', '4 mars'],
  ['America/New_York', '2027-03-13T23:59:30-05:00', '13 mars', '14 mars'],
  ['Australia/Sydney', '2027-04-03T23:59:30+11:00', '3 apr', '4 apr'],
  ['Pacific/Apia', '2027-12-31T23:59:30+13:00', '31 dec', undefined],
];
for (const [timezoneId, time, today, tomorrow] of MIDNIGHTS) {
  pageTest(`the hand turns at midnight in ${timezoneId}`, {
    path: '#plan=sskl-kalmar&year=2027',
    timezoneId,
    before: (page) => page.clock.install({ time }),
  }, async ({ page }) => {
    await page.locator('.mark').first().waitFor({ state: 'attached' });
    const hand = () => page.$eval('planning-wheel', (wheel) => wheel.shadowRoot.querySelector('.hand title')?.textContent);
    assert.match(await hand(), new RegExp(`\\b${today}`));
    await page.clock.fastForward(20_000);
    assert.match(await hand(), new RegExp(`\\b${today}`), 'it is not midnight yet');
    await page.clock.fastForward(20_000);
    await page.waitForFunction(
      (day) => {
        const said = document.querySelector('planning-wheel').shadowRoot.querySelector('.hand title')?.textContent;
        return day ? new RegExp(`\\b${day}`).test(said) : said === undefined;
      },
      tomorrow,
    );
  });
}
