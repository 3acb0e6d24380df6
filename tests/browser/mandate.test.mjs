// The mandate period of a plan: what it shows, how it is stepped and chosen from.
import assert from 'node:assert/strict';
import { pageTest } from './harness.mjs';

const PLANS = ['sskl-kalmar', 'sso-ostergotland', 'samverkan-blekinge', 'social-reko-vasternorrland'];
const period = (rest = '', plan = 'sskl-kalmar') => `#plan=${plan}&year=2028&view=mandate${rest}`;

const drawn = (page) => page.locator('.wheel .band').first().waitFor({ state: 'attached' });
const shown = (page) => page.locator('.years output').innerText();
const ids = (page, selector) =>
  page.$$eval(selector, (entries) => entries.map((entry) => entry.dataset.entry));
// What has focus inside the wheel's shadow root.
const focused = (page) =>
  page.evaluate(() => {
    const inside = document.activeElement?.shadowRoot?.activeElement;
    return inside && { id: inside.id, entry: inside.dataset.entry, name: inside.getAttribute('aria-label') };
  });

for (const plan of PLANS) {
  pageTest(`shows the mandate period of ${plan}`, { path: period('', plan) }, async ({ page, shoot }) => {
    await drawn(page);
    assert.equal(await shown(page), '2027–2030');
    const years = await page.$$eval('.wheel .month-name', (names) => names.map((name) => name.textContent));
    assert.deepEqual(years, [1, 2, 3, 4].map((number) => `${2026 + number} · mandatår ${number}`));
    assert.ok((await page.locator('.wheel .cell').count()) > 20, 'too few months with meetings');
    assert.ok((await page.locator('.wheel .mark').count()) >= 3, 'too few events');
    const said = await page.locator('.wheel svg').getAttribute('aria-label');
    assert.match(said, /^Mandatperiod 2027–2030\. 4 år/);
    // The list says everything that stands as a mark, the election among it.
    const listed = new Set(await ids(page, '.once .entry'));
    const marked = await ids(page, '.wheel .mark');
    assert.deepEqual(marked.filter((id) => !listed.has(id)), []);
    assert.ok(listed.has('election/2030'), [...listed].join(' '));
    assert.equal(await page.locator('.agenda').count(), 0);
    await shoot(`${plan}-mandate.png`);
  });
}

pageTest('every part of the mandate period that can be chosen has a name', { path: period() }, async ({ page }) => {
  await drawn(page);
  const nameless = await page.$$eval('.wheel [role=button]', (parts) =>
    parts.filter((part) => !(part.getAttribute('aria-label')?.length > 5) || !part.dataset.entry).map((part) => part.outerHTML),
  );
  assert.deepEqual(nameless, []);
  const groups = await page.$$eval('.wheel [role=group]', (groups) => groups.map((group) => group.getAttribute('aria-label')));
  assert.ok(groups.length > 5 && groups.every((name) => name.length > 2), groups.join(', '));
  assert.equal(await page.locator('.wheel [tabindex="0"]').count(), 1, 'one stop for Tab');
});

pageTest('the switch, the address and the event know the mandate period', { path: '#plan=sskl-kalmar&year=2027' }, async ({ page }) => {
  await page.locator('.mark').first().waitFor({ state: 'attached' });
  await page.evaluate(() => {
    window.heard = [];
    document.addEventListener('view-changed', (event) => window.heard.push(event.detail.view));
  });
  await page.getByRole('button', { name: 'Mandatperiod', exact: true }).click();
  await drawn(page);
  assert.match(page.url(), /year=2027&view=mandate/);
  assert.match(await page.title(), /mandatperiod/);
  assert.equal(await page.getByRole('button', { name: 'Mandatperiod', exact: true }).getAttribute('aria-pressed'), 'true');
  await page.getByRole('button', { name: 'Hjul', exact: true }).click();
  await page.locator('.lane-name').first().waitFor({ state: 'attached' });
  assert.equal(await shown(page), '2027');
  await page.getByRole('button', { name: 'Agenda', exact: true }).click();
  assert.ok(await page.locator('.agenda table').isVisible());
  assert.deepEqual(await page.evaluate(() => window.heard), ['mandate', 'wheel', 'agenda']);
});

pageTest('steps to the period before and the one after', { path: period() }, async ({ page, shoot }) => {
  await drawn(page);
  const before = await ids(page, '.once .entry');
  await page.getByRole('button', { name: 'Mandatperioden efter' }).click();
  assert.equal(await shown(page), '2031–2034');
  assert.equal(await page.locator('.centre-year').textContent(), '2031–2034');
  assert.match(await page.locator('.board [role=status]').innerText(), /2031–2034/);
  assert.notDeepEqual(await ids(page, '.once .entry'), before);
  await page.getByRole('button', { name: 'Mandatperioden före' }).click();
  assert.deepEqual(await ids(page, '.once .entry'), before);
  // The names in the middle are for a pointer.
  await page.locator('.step[data-step="-1"]').click();
  assert.equal(await shown(page), '2023–2026');
  await drawn(page);
  assert.ok(await page.getByRole('button', { name: 'Mandatperioden före' }).isDisabled(), 'the plan begins in 2026');
  await shoot('mandate-first.png');
});

pageTest('the hand stands in the period of today', { path: '#plan=sskl-kalmar&view=mandate' }, async ({ page }) => {
  await drawn(page);
  const [first, last] = (await shown(page)).split('–').map(Number);
  const now = await page.evaluate(() => new Date().getFullYear());
  assert.equal(await page.locator('.hand').count(), first <= now && now <= last ? 1 : 0);
  await page.getByRole('button', { name: 'Mandatperioden efter' }).click();
  await page.getByRole('button', { name: 'Mandatperioden efter' }).click();
  assert.equal(await page.locator('.hand').count(), 0);
  await page.getByRole('button', { name: 'Nu', exact: true }).click();
  assert.equal(await shown(page), `${first}–${last}`);
});

pageTest('a decision by those who step down says so, lights its chain and keeps its place', { path: period() }, async ({ page, shoot }) => {
  await drawn(page);
  const mark = page.locator('.wheel .mark.outgoing').first();
  const id = await mark.getAttribute('data-entry');
  assert.match(await mark.getAttribute('aria-label'), /avgående/);
  await mark.click();
  assert.deepEqual(await ids(page, '.mark.selected'), [id]);
  assert.ok((await page.locator('.wheel .dim').count()) > 5, 'neighbours do not step back');
  assert.ok((await page.locator('.wheel .chain').count()) >= 1, 'the chain is not lit');
  assert.ok((await page.locator('.why .reasons li').count()) >= 1);
  assert.equal(await page.locator('.once .outgoing.chosen').count(), 1);
  await shoot('mandate-chosen.png');
  // The wheel of the year shows the same entry, in its own year.
  const year = await page.locator('.once .chosen time').getAttribute('datetime');
  await page.getByRole('button', { name: 'Hjul', exact: true }).click();
  await page.locator('.wheel .lane-name').first().waitFor({ state: 'attached' });
  assert.equal(await shown(page), year.slice(0, 4));
  assert.ok((await page.locator('.why .reasons li').count()) >= 1);
});

pageTest('a period and a month of meetings can be chosen with a pointer', { path: period() }, async ({ page }) => {
  await drawn(page);
  for (const kind of ['cell', 'band']) {
    const part = page.locator(`.wheel .${kind}`).first();
    // A point inside its outline: its box's middle may lie outside the arc.
    const at = await part.evaluate((part) => {
      const path = part.matches('path') ? part : part.querySelector('.shape');
      const box = path.getBBox();
      const inside = (x, y) => path.isPointInFill(new DOMPoint(x, y));
      for (let step = 0; step < 400; step += 1) {
        const [x, y] = [box.x + box.width * ((step % 20) + 0.5) / 20, box.y + box.height * (Math.floor(step / 20) + 0.5) / 20];
        if (inside(x - 2, y - 2) && inside(x + 2, y + 2)) {
          const { x: left, y: top } = new DOMPoint(x, y).matrixTransform(path.getScreenCTM());
          return [left, top];
        }
      }
      return undefined;
    });
    await page.mouse.click(...at);
    await page.locator(`.wheel .${kind}.selected`).first().waitFor({ state: 'attached' });
    assert.ok((await page.locator('.why .name').innerText()).length > 3);
  }
});

pageTest('the keyboard alone steps, walks, chooses and lets go', { path: period() }, async ({ page, shoot }) => {
  await drawn(page);
  await page.locator('.wheel [tabindex="0"]').focus();
  assert.match((await focused(page)).id, /^mark-/, 'begins with what happens once');
  const walked = new Set();
  await page.keyboard.press('Home');
  for (let step = 0; step < 3; step += 1) {
    walked.add((await focused(page)).id);
    await page.keyboard.press('ArrowRight');
  }
  assert.equal(walked.size, 3, 'each step reaches another mark');
  const kinds = new Set();
  for (let step = 0; step < 12; step += 1) {
    await page.keyboard.press('ArrowUp');
    kinds.add((await focused(page)).id.replace(/-?\d+$/, ''));
  }
  assert.deepEqual([...kinds].sort(), ['band', 'month-of'], 'up leads over every ring');
  await page.keyboard.press('End');
  const here = await focused(page);
  await page.keyboard.press('Enter');
  await page.locator('.wheel .selected').first().waitFor({ state: 'attached' });
  assert.match(await page.locator('.why').innerText(), /\d{4}/);
  assert.deepEqual(await focused(page), here, 'focus stays on the wheel');
  await shoot('mandate-keyboard.png');
  await page.keyboard.press('Escape');
  assert.equal(await page.locator('.wheel .selected').count(), 0);
  await page.keyboard.press('PageDown');
  await page.locator('.years output', { hasText: '2031–2034' }).waitFor();
  await page.waitForFunction(() => document.activeElement?.shadowRoot?.activeElement?.closest('.wheel'));
});

pageTest('the filter is for the mandate period too', { path: period() }, async ({ page }) => {
  await drawn(page);
  const rows = await page.locator('.wheel [role=group]').count();
  const cells = await page.locator('.wheel .cell').count();
  await page.getByRole('button', { name: 'Taktisk', exact: true }).click();
  assert.ok((await page.locator('.wheel .cell').count()) < cells);
  await page.getByRole('button', { name: 'Taktisk', exact: true }).click();
  assert.equal(await page.locator('.wheel .cell').count(), cells);
  await page.getByLabel('Grupp').selectOption('nso');
  assert.ok((await page.locator('.wheel [role=group]').count()) < rows);
  assert.ok((await page.locator('.wheel .cell').count()) > 10);
});

for (const [name, width, height] of [['telephone', 390, 844], ['laptop', 1280, 720], ['wall', 2560, 1440]]) {
  pageTest(`the mandate period fits a ${name}`, { path: period(), viewport: { width, height } }, async ({ page, audit, shoot }) => {
    await drawn(page);
    const wider = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    assert.equal(wider, 0);
    assert.deepEqual(await audit(), []);
    await shoot(`mandate-${name}.png`);
  });
}

pageTest('the mandate period in English, in place', { path: period('&lang=en') }, async ({ page }) => {
  await drawn(page);
  await page.getByRole('heading', { name: 'Once per mandate period' }).waitFor();
  assert.match(await page.locator('.wheel svg').getAttribute('aria-label'), /^Mandate period 2027–2030\. 4 years/);
});

pageTest('the period is that of boards or of councils, and the address keeps it', { path: period() }, async ({ page, shoot }) => {
  await drawn(page);
  const before = await ids(page, '.once .entry');
  await page.getByRole('button', { name: 'Fullmäktige', exact: true }).click();
  assert.match(page.url(), /term=councils/);
  await page.waitForFunction((count) => document.querySelector('planning-wheel').shadowRoot.querySelectorAll('.once .entry').length !== count, before.length);
  assert.ok((await ids(page, '.once .entry')).includes('term-start/council/2026'), 'begins on 15 October of the election year');
  assert.ok(!before.includes('term-start/council/2026'));
  assert.equal(await page.locator('.years output').innerText(), '2026–2030', 'the top says what the middle says');
  await shoot('mandate-councils.png');
  await page.reload();
  await drawn(page);
  assert.equal(await page.locator('.terms [aria-current]').innerText(), 'Fullmäktige');
  await page.getByRole('button', { name: 'Nämnder', exact: true }).click();
  assert.doesNotMatch(page.url(), /term=/);
  assert.deepEqual(await ids(page, '.once .entry'), before);
});
