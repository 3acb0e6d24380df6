// The planner's forms: every kind of field, refusals, new parts, several at once, keys alone.
import assert from 'node:assert/strict';
import { STRICTEST, pageTest } from './harness.mjs';

const options = { path: 'plan.html#plan=sskl-kalmar', starts: false, csp: STRICTEST };

/** The document as the planner keeps it. */
const plan = (page) =>
  page.evaluate(() => JSON.parse(document.querySelector('planning-wheel-planner').text));
const part = async (page, list, id) => (await plan(page))[list].find((one) => one.id === id);
const said = (page) => page.locator('.said').first();

/** Goes to a part by the search field, as somebody does who knows what it is called. */
async function find(page, title) {
  await page.locator('svg .mark').first().waitFor({ state: 'attached' });
  const search = page.getByRole('searchbox', { name: 'Sök i planen' });
  await search.fill(title);
  await search.press('Enter');
  await page.locator('.part .form .field').first().waitFor();
  return search;
}

/** The same, and shows the whole outline again. */
const open = async (page, title) => (await find(page, title)).fill('');

const meetings = (page) => page.locator('.outline details', { hasText: 'Möten' }).first();

/** Opens the form of a series, which is called after its body. */
async function openSeries(page, body) {
  await page.locator('svg .mark').first().waitFor({ state: 'attached' });
  await meetings(page).getByRole('button', { name: body, exact: false }).first().click();
  await page.locator('.part .form .field').first().waitFor();
}

const form = (page) => page.locator('.part .form');
const field = (page, name) => form(page).getByLabel(name, { exact: true }).first();

/** Writes into a field and leaves it. */
async function write(control, text) {
  await control.fill(text);
  await control.press('Tab');
}

pageTest('the outline leads to a part, and the heading has the focus', options, async ({ page }) => {
  await find(page, 'Nätverket för social- och omsorgschefer');
  const heading = page.locator('.part h2');
  await page.waitForFunction(() =>
    document.querySelector('planning-wheel-planner').shadowRoot.activeElement?.id === 'part-title');
  assert.match(await heading.textContent(), /social- och omsorgschefer/);
  assert.equal(await page.locator('.outline [aria-current]').count(), 1);
});

pageTest('texts, numbers, choices, days, times and weekdays are written into the plan', options, async ({ page }) => {
  await openSeries(page, 'NSO');
  await write(field(page, 'Antal i planen'), '7');
  assert.equal((await part(page, 'meetings', 'moten-nso')).count.target, 7);

  await form(page).getByRole('group', { name: 'Möjliga veckodagar' }).getByLabel('Tisdag').check();
  await form(page).getByLabel('Vanlig veckodag').selectOption({ label: 'Tisdag' });
  assert.equal((await part(page, 'meetings', 'moten-nso')).days.spread.prefer, 'tuesday');

  await form(page).getByRole('group', { name: 'Månader utan möte' }).getByLabel('Juni').check();
  assert.ok((await part(page, 'meetings', 'moten-nso')).days.spread.avoid_months.includes(6));

  await write(field(page, 'Tid'), '13:15');
  assert.equal((await part(page, 'meetings', 'moten-nso')).time, '13:15');
  assert.match(await said(page).textContent(), /Ändrade tid/);

  await open(page, 'Nätverket för social- och omsorgschefer');
  await write(field(page, 'Kortnamn'), 'NSO Kalmar');
  assert.deepEqual((await part(page, 'bodies', 'nso')).short, 'NSO Kalmar');
});

pageTest('an optional detail is added and taken away, a text gets its English', options, async ({ page }) => {
  await openSeries(page, 'NSO');
  await form(page).getByText('Lägg till uppgift').last().click();
  await form(page).getByRole('button', { name: 'Plats', exact: true }).click();
  await write(field(page, 'Plats'), 'Kalmar');
  assert.equal((await part(page, 'meetings', 'moten-nso')).place, 'Kalmar');
  await form(page).getByRole('button', { name: 'Skriv plats på engelska också' }).click();
  await write(field(page, 'Plats på engelska'), 'Kalmar city');
  assert.deepEqual((await part(page, 'meetings', 'moten-nso')).place, { sv: 'Kalmar', en: 'Kalmar city' });
  await write(field(page, 'Plats på engelska'), '');
  await write(field(page, 'Plats'), '');
  assert.equal((await part(page, 'meetings', 'moten-nso')).place, undefined);
});

pageTest('another way to find days brings its own fields', options, async ({ page }) => {
  await openSeries(page, 'NSO');
  await form(page).getByLabel('Hur dagarna hittas').selectOption({ label: 'Enligt ett mönster' });
  assert.ok((await part(page, 'meetings', 'moten-nso')).days.pattern);
  await form(page).getByLabel('Veckodag', { exact: true }).selectOption({ label: 'Tisdag' });
  assert.match(JSON.stringify((await part(page, 'meetings', 'moten-nso')).days.pattern), /tuesday/);
  const undo = page.getByRole('button', { name: 'Ångra' });
  await undo.click();
  await undo.click();
  assert.ok((await part(page, 'meetings', 'moten-nso')).days.spread);
  await form(page).getByLabel('Vanlig veckodag').waitFor();
});

pageTest('a refusal stands beside its field, and what was typed stays', options, async ({ page }) => {
  await openSeries(page, 'NSO');
  await form(page).getByText('Lägg till uppgift').first().click();
  await form(page).getByRole('button', { name: 'Högst', exact: true }).click();
  const most = field(page, 'Högst');
  await write(most, '2');
  const refusal = form(page).locator('.refusal');
  await refusal.waitFor();
  assert.equal(await most.inputValue(), '2');
  assert.equal(await most.getAttribute('aria-invalid'), 'true');
  assert.equal((await most.getAttribute('aria-describedby')).split(' ')[0], await refusal.getAttribute('id'));
  assert.equal((await part(page, 'meetings', 'moten-nso')).count.max, undefined);
  await write(most, '12');
  await refusal.waitFor({ state: 'detached' });
  assert.equal((await part(page, 'meetings', 'moten-nso')).count.max, 12);
});

pageTest('elements of a list are added, moved and taken away', options, async ({ page }) => {
  await openSeries(page, 'NSO');
  const before = (await part(page, 'meetings', 'moten-nso')).deadlines.length;
  await form(page).getByRole('button', { name: 'Lägg till sista dag' }).click();
  let deadlines = (await part(page, 'meetings', 'moten-nso')).deadlines;
  assert.equal(deadlines.length, before + 1);
  const added = form(page).locator('details.element', { hasText: 'Ny sista dag' });
  await added.getByRole('button', { name: 'Flytta Ny sista dag uppåt' }).click();
  deadlines = (await part(page, 'meetings', 'moten-nso')).deadlines;
  assert.equal(deadlines.at(-2).id, 'ny-sista-dag');
  await added.getByRole('button', { name: 'Ta bort Ny sista dag' }).click();
  assert.equal((await part(page, 'meetings', 'moten-nso')).deadlines.length, before);
});

pageTest('a new group is a plan at once, and gets its id from its name', options, async ({ page }) => {
  await page.locator('svg .mark').first().waitFor({ state: 'attached' });
  await page.getByRole('button', { name: 'Lägg till grupp' }).click();
  await page.locator('.part .form .field').first().waitFor();
  assert.ok(await part(page, 'bodies', 'ny-grupp'));
  await write(field(page, 'Namn'), 'Nätverket för barn & unga');
  assert.equal((await part(page, 'bodies', 'natverket-for-barn-unga')).name, 'Nätverket för barn & unga');
  await page.getByRole('button', { name: 'Gör en kopia' }).click();
  await page.locator('.part h2', { hasText: '(kopia)' }).waitFor();
  await page.getByRole('button', { name: 'Ta bort', exact: true }).click();
  await page.locator('.part').waitFor({ state: 'detached' });
  assert.equal((await plan(page)).bodies.filter(({ id }) => id.startsWith('natverket')).length, 1);
});

pageTest('what refers to a part is said before it goes', options, async ({ page }) => {
  await open(page, 'Nätverket för social- och omsorgschefer');
  await page.getByRole('button', { name: 'Ta bort', exact: true }).click();
  await page.getByText('Det här hänvisar hit:').waitFor();
  assert.ok(await part(page, 'bodies', 'nso'));
});

pageTest('series of one level are changed as one step', options, async ({ page }) => {
  await openSeries(page, 'LSS');
  await page.getByText('Ändra flera på en gång').click();
  await page.getByRole('button', { name: /^Samma nivå/ }).click();
  await page.locator('.scope', { hasText: 'samtidigt' }).waitFor();
  await write(field(page, 'Antal i planen'), '5');
  const changed = (await plan(page)).meetings.filter(({ count }) => count.target === 5);
  assert.ok(changed.length >= 4, `${changed.length}`);
  await page.getByRole('button', { name: 'Ångra' }).click();
  assert.equal((await plan(page)).meetings.filter(({ count }) => count.target === 5).length, 0);
});

pageTest('a meeting is added on a day of its own, with a reason', options, async ({ page }) => {
  await openSeries(page, 'NSO');
  const extra = page.locator('.extra');
  await extra.locator('summary').click();
  await extra.getByLabel('Dag').fill('2027-06-03');
  await extra.getByRole('button', { name: 'Lägg till ett möte' }).click();
  await extra.locator('.refusal', { hasText: 'Skriv varför' }).waitFor();
  await extra.getByLabel('Varför').fill('Budgeten');
  await extra.getByRole('button', { name: 'Lägg till ett möte' }).click();
  const { edits } = await part(page, 'meetings', 'moten-nso');
  assert.deepEqual(edits.at(-1).add, { occurrence: '2027/extra-1', date: '2027-06-03', reason: 'Budgeten' });
});

pageTest('keys alone find a part, change it and undo', options, async ({ page }) => {
  await page.locator('svg .mark').first().waitFor({ state: 'attached' });
  const focused = () => page.evaluate(() => {
    const { activeElement } = document.querySelector('planning-wheel-planner').shadowRoot;
    return activeElement?.labels?.[0]?.textContent ?? activeElement?.getAttribute('aria-label') ?? activeElement?.textContent ?? '';
  });
  const tabTo = async (name) => {
    for (let steps = 0; steps < 120; steps += 1) {
      await page.keyboard.press('Tab');
      if ((await focused()).trim() === name) return;
    }
    assert.fail(`no way to ${name} by Tab`);
  };
  await tabTo('Sök i planen');
  await page.keyboard.type('Nätverket för social- och omsorgschefer');
  await page.keyboard.press('Enter');
  await tabTo('Kortnamn');
  await page.keyboard.press('Control+A');
  await page.keyboard.type('NS');
  await page.keyboard.press('Tab');
  assert.equal((await part(page, 'bodies', 'nso')).short, 'NS');
  assert.notEqual(await focused(), '');
});

for (const colorScheme of ['light', 'dark']) {
  pageTest(`every form can be used by all, ${colorScheme}`, { ...options, colorScheme, viewport: { width: 1440, height: 900 } }, async ({ page, audit, shoot }) => {
    await openSeries(page, 'NSO');
    await shoot(`planner-form-${colorScheme}.png`);
    assert.deepEqual(await audit(), []);
    await open(page, 'Nätverket för social- och omsorgschefer');
    assert.deepEqual(await audit(), []);
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByRole('searchbox', { name: 'Search the plan' }).waitFor();
    assert.deepEqual(await audit(), []);
  });
}

pageTest('on a telephone the parts fold, and a form fits', { ...options, viewport: { width: 390, height: 844 } }, async ({ page, audit, shoot }) => {
  await page.locator('svg .mark').first().waitFor({ state: 'attached' });
  await page.getByRole('button', { name: 'Planens delar' }).click();
  await open(page, 'Nätverket för social- och omsorgschefer');
  const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  assert.equal(over, 0);
  assert.deepEqual(await audit(), []);
  await shoot('planner-form-telephone.png');
});
