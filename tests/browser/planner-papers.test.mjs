// Papers in the planner: shown, printed alone, copied for a text document, saved; and led to.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { program } from './files.mjs';
import { STRICTEST, pageTest } from './harness.mjs';

const MEETING = 'moten-nso/2027/3';
const at = (plan = 'sskl-kalmar', options = {}) => ({
  path: `plan.html#plan=${plan}`, starts: false, csp: STRICTEST, viewport: { width: 1440, height: 900 }, ...options,
});
const papers = (page) => page.getByRole('region', { name: 'Dokument' });
const button = (page, name) => papers(page).getByRole('button', { name, exact: true });
const title = (page) => page.locator('.paper h2');
const text_ = (page) => page.evaluate(() => document.querySelector('planning-wheel-planner').text);

async function open(page, kind) {
  await page.getByRole('button', { name: 'Dokument', exact: true }).click();
  if (kind) await button(page, kind).click();
}

pageTest('every kind of paper is shown with its computed dates', at('sso-ostergotland'), async ({ page, audit, shoot }) => {
  await open(page);
  await title(page).getByText('Årshjul 2027').waitFor();
  const wheel = page.locator('.paper img');
  assert.match(await wheel.getAttribute('alt'), /^Årshjul 2027, Strategisk samverkan/);
  assert.ok(await wheel.evaluate((image) => image.decode().then(() => image.naturalWidth > 500)), 'the wheel is drawn');
  assert.deepEqual(await audit(), []);
  await shoot('planner-papers.png');

  await button(page, 'Kallelse med dagordning').click();
  await papers(page).getByLabel('Möte').selectOption({ label: 'fre 28 maj · SSÖ' });
  await title(page).getByText('Kallelse: SSÖ').waitFor();
  await page.locator('.paper').getByText('fredag 28 maj 2027', { exact: true }).waitFor();

  await button(page, 'Uppdrag eller direktiv').click();
  await papers(page).getByLabel('Uppdrag').selectOption({ index: 1 });
  const [first, second] = JSON.parse(await text_(page)).assignments;
  await title(page).getByText(second.title.sv).waitFor();
  assert.equal(await page.locator('.paper .missing').count(), 0);
  await papers(page).getByLabel('Uppdrag').selectOption({ index: 0 });
  await title(page).getByText(first.title.sv).waitFor();

  await button(page, 'Årets kalender').click();
  const all = await page.locator('.paper tbody tr').count();
  const own = papers(page).getByLabel('För');
  const choices = await own.locator('option').allInnerTexts();
  const plan = JSON.parse(await text_(page));
  for (const { name } of plan.principals) assert.ok(choices.includes(name.sv ?? name), JSON.stringify(name));
  await own.selectOption({ label: plan.principals[0].name.sv ?? plan.principals[0].name });
  await page.locator('.paper .subtitle').getByText(plan.principals[0].name.sv ?? plan.principals[0].name).waitFor();
  const few = await page.locator('.paper tbody tr').count();
  assert.ok(few > 0 && few !== all, `${few} of ${all}`);

  await button(page, 'Mandatperioden').click();
  await title(page).getByText('Mandatperioden 2027–2030').waitFor();
  await page.getByRole('button', { name: 'Året efter' }).click();
  await button(page, 'Årshjul med tabell').click();
  await title(page).getByText('Årshjul 2028').waitFor();
});

pageTest('an assignment says what it lacks', at('sso-ostergotland'), async ({ page, audit }) => {
  await page.locator('.mark[data-entry="sso-moten/2027/2"]').waitFor({ state: 'attached' });
  const plan = JSON.parse(await text_(page));
  delete plan.assignments[0].texts.background;
  await page.evaluate((text) => document.querySelector('planning-wheel-planner').open(text), JSON.stringify(plan));
  await open(page, 'Uppdrag eller direktiv');
  await page.locator('.paper .missing').getByText('Bakgrund').waitFor();
  assert.deepEqual(await audit(), []);
});

pageTest('a plan without assignments says so', at(), async ({ page }) => {
  await open(page, 'Uppdrag eller direktiv');
  await papers(page).getByText('Planen har inga uppdrag.').waitFor();
  assert.ok(await button(page, 'Skriv ut').isDisabled());
});

pageTest('the paper is printed alone, light on A4', at('sskl-kalmar', { colorScheme: 'dark' }), async ({ page }) => {
  await open(page, 'Kallelse med dagordning');
  await page.evaluate(() => (window.print = () => (window.printed = (window.printed ?? 0) + 1)));
  await button(page, 'Skriv ut').click();
  await page.waitForFunction(() => window.printed === 1);
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  const copy = page.locator('planning-wheel-print');
  assert.ok(await copy.locator('.paper h2').isVisible());
  assert.ok(!(await page.locator('body > main').isVisible()));
  assert.equal(await copy.locator('.paper').evaluate((paper) => getComputedStyle(paper).color), 'rgb(17, 17, 17)');
  const sheets = (await page.pdf({ preferCSSPageSize: true })).toString('latin1').match(/\/MediaBox\s*\[[^\]]*\]/g);
  assert.ok(sheets.length > 0 && sheets.every((box) => / 59[45]\.\d+ 84[12]/.test(box)), String(sheets));
  await page.evaluate(() => dispatchEvent(new Event('afterprint')));
  assert.equal(await copy.count(), 0);
});

const writing = { permissions: ['clipboard-read', 'clipboard-write'] };
/** What is on the clipboard, read by another page. */
async function clipboard(context, site) {
  const other = await context.newPage();
  await other.goto(`${site.url}examples/`);
  return other.evaluate(async () => {
    const [item] = await navigator.clipboard.read();
    const of = async (type) => (await item.getType(type)).text();
    return { html: await of('text/html'), text: await of('text/plain') };
  });
}

const HIDDEN = {
  'from a browser that lets pages copy': undefined,
  'from one that knows no clipboard': () => Object.defineProperty(navigator, 'clipboard', { value: undefined }),
};
for (const [how, hide] of Object.entries(HIDDEN)) {
  const before = (page) => (hide ? page.addInitScript(`if (location.pathname.endsWith('plan.html')) (${hide})()`) : undefined);
  pageTest(`a paper is copied with headings and tables, ${how}`, at('sskl-kalmar', { ...writing, before }), async ({ page, context, site }) => {
    await open(page, 'Kallelse med dagordning');
    await button(page, 'Kopiera').click();
    await papers(page).getByText('Kopierat.').waitFor();
    const copied = await clipboard(context, site);
    assert.match(copied.html, /<h1[^>]*>Kallelse: /);
    assert.match(copied.html, /<table[\s\S]+<th/);
    assert.match(copied.text, /^Kallelse: .+\r?\n=+\r?\n/);
  });
}

pageTest('where copying is refused, the text stands selected', at('sskl-kalmar', {
  before: (page) => page.addInitScript(() => {
    Object.defineProperty(navigator, 'clipboard', { value: undefined });
    document.execCommand = () => false;
  }),
}), async ({ page, audit }) => {
  await open(page, 'Kallelse med dagordning');
  await button(page, 'Kopiera').click();
  await page.waitForFunction(() => {
    const field = document.querySelector('planning-wheel-planner').shadowRoot.getElementById('take-text');
    return field?.value.startsWith('Kallelse: ') && field.selectionEnd === field.value.length && field.selectionStart === 0;
  });
  assert.deepEqual(await audit(), []);
});

const HOSTILE = '</h1><script>window.ran = 1</script><img src=x onerror="window.ran = 2">';

pageTest('a saved paper is what the program writes, and texts stay texts', at(), async ({ page }) => {
  await page.locator(`.mark[data-entry="${MEETING}"]`).waitFor({ state: 'attached' });
  const plan = JSON.parse(await text_(page));
  plan.title = HOSTILE;
  plan.bodies[1].name = HOSTILE;
  await page.evaluate((text) => document.querySelector('planning-wheel-planner').open(text), JSON.stringify(plan));
  await open(page, 'Årets kalender');
  await page.locator('.paper .subtitle').getByText(HOSTILE).waitFor();
  await page.locator('.paper h3').getByText(HOSTILE).waitFor();
  const [download] = await Promise.all([page.waitForEvent('download'), button(page, 'Spara som webbsida').click()]);
  assert.match(download.suggestedFilename(), /^kalender-2027-h1-script-window-ran-1-.+\.html$/);
  const { ok, out, error } = await program(await text_(page), ['paper', 'PLAN', 'calendar', '--year', '2027', '--html', '-o', 'OUT']);
  assert.ok(ok, error);
  assert.equal(await readFile(await download.path(), 'utf8'), out);
  assert.equal(await page.evaluate(() => window.ran), undefined);
});

pageTest('a meeting leads to its notice, and a part of the plan to its paper', at('sso-ostergotland'), async ({ page }) => {
  const meeting = page.locator('.mark[data-entry="sso-moten/2027/2"]');
  await meeting.waitFor({ state: 'attached' });
  await meeting.focus();
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Kallelse', exact: true }).press('Enter');
  await title(page).getByText('Kallelse: SSÖ').waitFor();
  // A reader of screens hears which paper it is.
  await page.waitForFunction(() => document.querySelector('planning-wheel-planner').shadowRoot.activeElement?.id === 'paper-title');

  await page.getByRole('button', { name: 'Planera', exact: true }).click();
  await page.locator('.outline').getByLabel('Sök i planen').fill('trygg hemgång');
  await page.locator('.outline').getByRole('button', { name: /trygg hemgång/ }).first().click();
  await page.getByRole('button', { name: 'Visa som dokument' }).click();
  await title(page).getByText(/trygg hemgång/).waitFor();
});

pageTest('on a telephone no paper is wider than the screen', at('sso-ostergotland', { viewport: { width: 320, height: 640 } }), async ({ page, shoot }) => {
  for (const kind of ['Årshjul med tabell', 'Kallelse med dagordning', 'Uppdrag eller direktiv', 'Årets kalender', 'Mandatperioden']) {
    await open(page, kind);
    await title(page).waitFor();
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    assert.ok(wide <= 320, `${kind}: ${wide} px`);
  }
  await shoot('planner-papers-phone.png');
});
