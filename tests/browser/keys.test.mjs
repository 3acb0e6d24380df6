// Everything that a pointer does, with keys alone: each journey of a reader's. No test here
// touches a mouse, or gives focus to anything by itself.
import assert from 'node:assert/strict';
import { pageTest } from './harness.mjs';
import { DECISION } from './screens.mjs';

const at = (rest = '') => ({ path: `#plan=sskl-kalmar&year=2027${rest}` });
const ready = (page) => page.locator('.wheel [role=button], .agenda .entry').first().waitFor({ state: 'attached' });

/** What has focus: its role and its name. */
const here = (page) =>
  page.evaluate(() => {
    let part = document.activeElement;
    while (part?.shadowRoot?.activeElement) part = part.shadowRoot.activeElement;
    if (!part || part === document.body) return { name: '' };
    const name = part.getAttribute('aria-label') ?? part.labels?.[0]?.textContent ?? part.textContent;
    return { name: name.trim().replaceAll(/\s+/g, ' '), tag: part.localName, entry: part.dataset.entry, inWheel: Boolean(part.closest('svg')) };
  });

/** Presses Tab until what has focus fits. */
async function tabTo(page, fits, key = 'Tab') {
  const passed = [];
  for (let step = 0; step < 260; step += 1) {
    await page.keyboard.press(key);
    const now = await here(page);
    if (typeof fits === 'function' ? fits(now) : fits.test(now.name)) return now;
    passed.push(now.name.slice(0, 30));
  }
  return assert.fail(`Tab leads to nothing like ${fits}; it led to ${[...new Set(passed)].join(' | ')}`);
}
const toWheel = (page) => tabTo(page, ({ inWheel }) => inWheel);
const hash = (page, part) => page.waitForFunction((part) => location.hash.includes(part), part);

pageTest('another plan, another year, another language', at(), async ({ page }) => {
  await ready(page);
  await tabTo(page, /^Plan/);
  await page.keyboard.press('ArrowDown');
  await hash(page, 'plan=sso-ostergotland');
  await ready(page);
  await tabTo(page, /^Året efter$/);
  await page.keyboard.press('Enter');
  await hash(page, 'year=2028');
  await tabTo(page, /^English$/);
  await page.keyboard.press(' ');
  await hash(page, 'lang=en');
  await tabTo(page, /^The year before$/, 'Shift+Tab');
  await page.keyboard.press('Enter');
  await hash(page, 'year=2027');
});

pageTest('an entry of the wheel, why it is there, and on to one of its chain', at(), async ({ page }) => {
  await ready(page);
  await toWheel(page);
  for (let step = 0; step < 3; step += 1) await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowRight');
  const { entry } = await here(page);
  await page.keyboard.press('Enter');
  await hash(page, `entry=${entry}`);
  await tabTo(page, /^Stäng$/);
  const next = await tabTo(page, ({ tag, entry: other }) => tag === 'button' && other && other !== entry);
  await page.keyboard.press('Enter');
  await hash(page, `entry=${next.entry}`);
  await tabTo(page, /^Stäng$/, 'Shift+Tab');
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => !location.hash.includes('entry='));
});

pageTest('every mark of the wheel can be walked to', at(), async ({ page }) => {
  await ready(page);
  await toWheel(page);
  const all = await page.$$eval('.wheel [role=button]', (marks) => marks.map((mark) => mark.dataset.entry));
  // From each mark that keys have led to, every way that the arrows lead on.
  const reached = await page.$eval('planning-wheel', (wheel) => {
    const inside = wheel.shadowRoot;
    const found = new Set([inside.activeElement]);
    for (const mark of found) {
      for (const key of ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight']) {
        mark.focus();
        mark.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, composed: true, cancelable: true }));
        found.add(inside.activeElement);
      }
    }
    return [...found].map((mark) => mark.dataset.entry);
  });
  assert.deepEqual([...new Set(all)].filter((entry) => !reached.includes(entry)), []);
});

pageTest('filters, an empty list, and everything again', at('&view=agenda'), async ({ page }) => {
  await ready(page);
  const rows = () => page.locator('.agenda tr:not([hidden]) .entry').count();
  const all = await rows();
  await tabTo(page, /^Taktisk$/);
  await page.keyboard.press(' ');
  await hash(page, 'hide=');
  assert.ok((await rows()) < all);
  for (const level of [/^Operativ$/, /^Politisk$/, /^Strategisk$/]) {
    await tabTo(page, level);
    await page.keyboard.press('Enter');
  }
  await tabTo(page, /^Grupp/);
  await page.keyboard.press('ArrowDown');
  await hash(page, 'body=');
  await tabTo(page, /^Visa allt$/);
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => !/hide=|body=/.test(location.hash));
  assert.equal(await rows(), all);
});

pageTest('a row of the agenda, and out of it again', at('&view=agenda'), async ({ page }) => {
  await ready(page);
  await tabTo(page, ({ entry }) => entry === DECISION);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Varför 18 november?' }).waitFor();
  await tabTo(page, /^Stäng$/);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Varför 18 november?' }).waitFor({ state: 'detached' });
});

pageTest('the mandate period and its list', at(), async ({ page }) => {
  await ready(page);
  await tabTo(page, /^Mandatperiod$/);
  await page.keyboard.press('Enter');
  await hash(page, 'view=mandate');
  await toWheel(page);
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  await hash(page, 'entry=');
  await tabTo(page, ({ tag, entry }) => tag === 'button' && entry === 'election/2030');
  await page.keyboard.press(' ');
  await hash(page, 'entry=election/2030');
});

pageTest('what is folded, and a file to take along', at(), async ({ page }) => {
  await ready(page);
  for (const name of [/^Om planen/, /^Teckenförklaring/, /^Att se över/]) {
    await tabTo(page, name);
    await page.keyboard.press('Enter');
    assert.equal(await page.locator('details[open]').count(), 1, String(name));
    await page.keyboard.press(' ');
    assert.equal(await page.locator('details[open]').count(), 0);
    await tabTo(page, ({ name }) => name === '', 'Shift+Tab').catch(() => {});
  }
  await tabTo(page, /^Ta med/);
  await page.keyboard.press('Enter');
  await tabTo(page, /^Kalenderfil$/);
  const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')]);
  assert.match(download.suggestedFilename(), /\.ics$/);
});

pageTest('another try after a file that did not come', {
  ...at(),
  before: (page) => page.route('**/plans/sskl-kalmar.json', (route) => route.fulfill({ status: 404, body: '' })),
  expected: /404/,
}, async ({ page }) => {
  await page.getByRole('alert').waitFor();
  await page.unroute('**/plans/sskl-kalmar.json');
  await tabTo(page, /^Försök igen$/);
  await page.keyboard.press('Enter');
  await ready(page);
});

for (const view of ['wheel', 'mandate', 'agenda']) {
  pageTest(`${view}: whatever answers to a pointer answers to keys, each stop is seen, and Tab leads out`, at(`&view=${view}&entry=${DECISION}`), async ({ page }) => {
    await ready(page);
    // Whatever asks for a click by its cursor; what is only for eyes has its equal beside it.
    const clicked = await page.$eval('planning-wheel', (wheel) => {
      const asks = ({ cursor, pointerEvents, fill, stroke }) =>
        cursor === 'pointer' && pointerEvents !== 'none' && !(fill === 'none' && stroke === 'none');
      const parts = [...wheel.shadowRoot.querySelectorAll('*')].filter(
        (part) => part.checkVisibility() && !part.closest('[aria-hidden=true], defs') && asks(getComputedStyle(part)),
      );
      const control = 'button, a[href], select, summary, [role=button]';
      return parts.filter((part) => !part.closest(control) && !part.querySelector(control)).map((part) => part.outerHTML.slice(0, 120));
    });
    assert.deepEqual(clicked, []);

    const unseen = [];
    const forward = [];
    for (let step = 0; step < 400; step += 1) {
      await page.keyboard.press('Tab');
      const now = await here(page);
      if (now.name === '' && forward.length > 0) break;
      forward.push(now.name);
      if (!(await page.evaluate(isSeen))) unseen.push(now.name);
    }
    assert.ok(forward.length > 10 && forward.length < 400, `${forward.length} stops: Tab leads round inside`);
    assert.deepEqual(unseen, [], 'focus is not seen');
    const back = [];
    while (back.length < forward.length) {
      await page.keyboard.press('Shift+Tab');
      back.push((await here(page)).name);
    }
    assert.deepEqual(back.reverse(), forward, 'the way back is the same');
  });
}

/** In the page: whether what has focus has a line around it that differs from being without. */
function isSeen() {
  let part = document.activeElement;
  while (part?.shadowRoot?.activeElement) part = part.shadowRoot.activeElement;
  const lines = (element) => {
    const { outlineStyle, outlineWidth, stroke, strokeWidth } = getComputedStyle(element);
    return outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2 ? 'outline' : `${stroke} ${strokeWidth}`;
  };
  const parts = [part, ...part.querySelectorAll('*')];
  const focused = parts.map(lines);
  if (focused[0] === 'outline' || getComputedStyle(part, '::after').outlineStyle !== 'none') return true;
  const box = part.getBoundingClientRect();
  part.blur();
  const without = parts.map(lines);
  part.focus({ preventScroll: true });
  return box.width > 0 && String(without) !== String(focused);
}
