// <planning-wheel> on somebody else's page: web/examples/element.html.
import assert from 'node:assert/strict';
import { STRICTEST, pageTest } from './harness.mjs';

const DECISION = 'moten-ordforandetraff/2027/2';
const onExample = (options = {}) => ({ path: 'examples/element.html', csp: STRICTEST, starts: false, ...options });

const drawn = (page, id = 'file') => page.locator(`#${id} .mark`).first().waitFor({ state: 'attached' });
const allDrawn = (page) => Promise.all(['file', 'child', 'property'].map((id) => drawn(page, id)));
const year = (page, id = 'file') => page.locator(`#${id} .years output`).innerText();
const get = (page, name, id = 'file') => page.$eval(`#${id}`, (wheel, name) => wheel[name], name);
const set = (page, values, id = 'file') =>
  page.$eval(`#${id}`, (wheel, values) => void Object.assign(wheel, values), values);
const title = (page, id) => page.locator(`#${id} .heading`).innerText();
/** Every event of the page from now on, as [element's id, name, detail]. */
const listen = (page) =>
  page.evaluate(() => {
    window.heard = [];
    for (const name of ['plan-loaded', 'plan-failed', 'view-changed', 'entry-selected']) {
      document.addEventListener(name, (event) => window.heard.push([event.target.id, name, event.detail]));
    }
  });
const heard = async (page, name, count = 1) => {
  await page.waitForFunction(
    ([name, count]) => window.heard.filter((event) => event[1] === name).length >= count,
    [name, count],
  );
  return page.evaluate((name) => window.heard.filter((event) => event[1] === name), name);
};

pageTest('three wheels share one wasm and one style sheet, under the strictest policy', onExample(), async ({ page, requests, shoot }) => {
  await allDrawn(page);
  for (const file of ['planning-wheel-web_bg.wasm', 'style.css', 'planning-wheel-web.js', 'planning-wheel.js']) {
    assert.equal(requests.filter((url) => url.endsWith(`/${file}`)).length, 1, file);
  }
  const sheets = await page.$$eval('planning-wheel', (wheels) =>
    new Set(wheels.flatMap((wheel) => [...wheel.shadowRoot.adoptedStyleSheets])).size,
  );
  assert.equal(sheets, 1);
  assert.match(await title(page, 'file'), /^Socialtjänst i samverkan Kalmar län/);
  assert.match(await title(page, 'child'), /^Two groups/);
  assert.match(await title(page, 'property'), /^Samverkan Blekinge/);
  await page.locator('h1').click();
  await shoot('element-page.png');
});

pageTest('every screen and every box is made without markup from text', onExample(), async ({ page }) => {
  await allDrawn(page);
  const wheel = page.locator('#file');
  await wheel.locator(`.mark[data-entry="${DECISION}"]`).click();
  await wheel.getByRole('heading', { name: 'Varför 18 november?' }).waitFor();
  for (const card of await wheel.locator('summary').all()) await card.click();
  await wheel.getByRole('button', { name: 'Agenda' }).click();
  await wheel.getByRole('button', { name: 'I år' }).click();
  await wheel.locator('.coming, .agenda').first().waitFor({ state: 'attached' });
  for (const chip of await wheel.locator('.chip').all()) await chip.click();
  await set(page, { lang: 'en', address: 'body=nobody' });
  await wheel.getByText('Nothing to show').first().waitFor();
  await wheel.getByRole('button', { name: 'Show everything' }).click();
  await wheel.locator('.agenda .entry').first().waitFor();
  assert.deepEqual(await wheel.locator('.chip[aria-pressed=false]').count(), 0);
});

pageTest('attributes and properties say what is shown', onExample(), async ({ page }) => {
  await allDrawn(page);
  const wheel = page.locator('#file');
  assert.deepEqual([await get(page, 'year'), await get(page, 'view'), await get(page, 'entry')], [2027, 'wheel', null]);
  await set(page, { year: 2028, view: 'agenda' });
  assert.equal(await year(page), '2028');
  assert.ok(await wheel.locator('.agenda table').isVisible());
  assert.equal(await wheel.locator('.wheel').isVisible(), false);
  await wheel.evaluate((wheel) => {
    wheel.setAttribute('year', '2027');
    wheel.setAttribute('view', 'wheel');
    wheel.setAttribute('entry', 'moten-ordforandetraff/2027/2');
  });
  await wheel.locator('.mark.selected').waitFor();
  assert.equal(await get(page, 'entry'), DECISION);
  assert.equal(await get(page, 'address'), `year=2027&entry=${DECISION}`);
  await set(page, { address: 'year=2029&hide=2&deadlines=0' });
  assert.equal(await year(page), '2029');
  assert.equal(await wheel.locator('.chip[aria-pressed=false]').count(), 2);
  await set(page, { address: 'hide=&deadlines=', body: 'nso' });
  await wheel.locator('.lane').nth(1).waitFor({ state: 'detached' });
  assert.equal(await wheel.locator('.lane-name').textContent(), 'NSO');
  assert.equal(await wheel.locator('select.chip').first().inputValue(), 'nso');
  await wheel.locator('select.chip').first().selectOption({ label: 'Alla grupper' });
  await wheel.locator('.lane').nth(1).waitFor({ state: 'attached' });
  assert.equal(await get(page, 'body'), null);
  // What the person does is seen in the property; the attribute stays what the page asked for.
  await wheel.getByRole('button', { name: 'Året efter' }).click();
  assert.equal(await get(page, 'year'), 2030);
  assert.equal(await wheel.getAttribute('year'), '2027');
});

pageTest('what was set before the script came counts', onExample({
  before: (page) =>
    page.addInitScript(() => {
      new MutationObserver((_, self) => {
        const wheel = document.querySelector('#property');
        if (!wheel) return;
        self.disconnect();
        Object.assign(wheel, { year: 2031, plan: { format: 'planning-wheel/1' } });
      }).observe(document, { childList: true, subtree: true });
    }),
}), async ({ page }) => {
  await allDrawn(page);
  assert.equal(await year(page, 'property'), '2031');
});

pageTest('the language and the theme change in place', onExample(), async ({ page, shoot }) => {
  await allDrawn(page);
  const wheel = page.locator('#file');
  await wheel.locator(`.mark[data-entry="${DECISION}"]`).click();
  await wheel.getByRole('heading', { name: 'Varför 18 november?' }).waitFor();
  await page.evaluate(() => (document.documentElement.lang = 'en'));
  await wheel.getByRole('heading', { name: 'Why 18 November?' }).waitFor();
  assert.match(await wheel.locator('.month-name').first().textContent(), /January/);
  await set(page, { lang: 'sv' });
  await wheel.getByRole('heading', { name: 'Varför 18 november?' }).waitFor();

  const ground = () => wheel.evaluate((wheel) => getComputedStyle(wheel.shadowRoot.querySelector('.frame')).backgroundColor);
  const light = await ground();
  await page.emulateMedia({ colorScheme: 'dark' });
  assert.equal(await ground(), light, 'a page without a dark theme keeps its wheel light');
  await set(page, { theme: 'auto' });
  const dark = await ground();
  assert.notEqual(dark, light);
  await set(page, { theme: 'light' });
  assert.equal(await ground(), light);
  await page.emulateMedia({ colorScheme: 'light' });
  await set(page, { theme: 'dark' });
  assert.equal(await ground(), dark);
  assert.equal(await wheel.getAttribute('theme'), 'dark');
  await wheel.scrollIntoViewIfNeeded();
  await shoot('element-dark.png');
});

pageTest('custom properties and parts carry a profile', onExample(), async ({ page }) => {
  await allDrawn(page);
  const [ground, family, border] = await page.$eval('#property', (wheel) => {
    const style = (selector) => getComputedStyle(wheel.shadowRoot.querySelector(selector));
    return [style('.frame').backgroundColor, style('.entry').fontFamily, style('.top').borderBottomColor];
  });
  assert.equal(ground, 'rgb(242, 247, 251)');
  assert.match(family, /^"Trebuchet MS"/);
  assert.equal(border, 'rgb(11, 83, 148)');
  const own = await page.$eval('#file', (wheel) => getComputedStyle(wheel.shadowRoot.querySelector('.entry')).fontFamily);
  assert.match(own, /^Georgia/, "the page's own typeface where none is named");
  const parts = await page.$eval('#file', (wheel) =>
    [...wheel.shadowRoot.querySelectorAll('[part]')].map((element) => element.getAttribute('part')).sort(),
  );
  const named = ['agenda', 'board', 'coming', 'details', 'filters', 'frame', 'header', 'lists', 'title', 'tools', 'wheel'];
  assert.deepEqual(parts.filter((part) => part !== 'coming'), named.filter((part) => part !== 'coming'));
});

pageTest('tells the page what happens, with details', onExample(), async ({ page }) => {
  await allDrawn(page);
  await listen(page);
  const wheel = page.locator('#file');
  await wheel.locator(`.mark[data-entry="${DECISION}"]`).click();
  const [[id, , chosen]] = await heard(page, 'entry-selected');
  assert.equal(id, 'file');
  assert.deepEqual(chosen, {
    id: DECISION,
    kind: 'meeting',
    title: chosen.title,
    start: '2027-11-18',
    end: '2027-11-19',
    bodies: ['ordforandetraff'],
  });
  assert.match(chosen.title, /^Ordförandeträff/);
  await wheel.getByRole('button', { name: 'Året efter' }).click();
  assert.deepEqual((await heard(page, 'entry-selected', 2))[1][2], { id: null });
  const changes = await heard(page, 'view-changed', 2);
  assert.deepEqual(changes[0][2], { year: 2027, view: 'wheel', address: `year=2027&entry=${DECISION}` });
  assert.deepEqual(changes[1][2], { year: 2028, view: 'wheel', address: 'year=2028' });

  await set(page, { src: '../plans/sso-ostergotland.json' });
  const [[, , loaded]] = await heard(page, 'plan-loaded');
  assert.deepEqual([loaded.id, loaded.firstYear], ['sso-ostergotland', 2026]);
  assert.ok(loaded.bodies.length > 3 && loaded.title.length > 3);
  const total = await page.evaluate(() => window.heard.length);
  assert.equal(total, 5, 'nothing is told twice');
});

pageTest('the hand turns at local midnight, and every wheel has its own', onExample({
  timezoneId: 'Australia/Sydney',
  before: (page) => page.clock.install({ time: '2027-03-03T23:59:30+11:00' }),
}), async ({ page }) => {
  await allDrawn(page);
  const hands = () =>
    page.$$eval('planning-wheel', (wheels) =>
      wheels.map((wheel) => wheel.shadowRoot.querySelector('.hand title')?.textContent),
    );
  const before = await hands();
  assert.ok(before.every((said) => / 3 ma/i.test(said)), before.join());
  await page.clock.fastForward(60_000);
  await page.waitForFunction(() => {
    const said = (wheel) => wheel.shadowRoot.querySelector('.hand title')?.textContent;
    return [...document.querySelectorAll('planning-wheel')].every((wheel) => / 4 ma/i.test(said(wheel)));
  });
});

pageTest('moving and reconnecting keep what was looked at', onExample(), async ({ page, requests }) => {
  await allDrawn(page);
  const wheel = page.locator('#file');
  await set(page, { year: 2028 });
  await wheel.locator('.chip').first().click();
  const entry = await wheel.locator('.mark').nth(20).getAttribute('data-entry');
  await set(page, { entry });
  await wheel.locator('.mark.selected').waitFor();
  const address = await get(page, 'address');
  const asked = requests.length;

  // A move: the same elements stay.
  await page.evaluate(() => {
    const wheel = document.querySelector('#file');
    window.kept = wheel.shadowRoot.querySelector('.mark.selected');
    document.querySelector('.pair').append(wheel);
  });
  await page.waitForTimeout(100);
  assert.ok(await page.evaluate(() => window.kept.isConnected && window.kept.matches('.selected')));

  // Away for a while: the wheel is gone from memory, what was looked at is not.
  await page.evaluate(() => {
    window.away = document.querySelector('#file');
    window.away.remove();
  });
  await page.waitForTimeout(100);
  assert.deepEqual(
    await page.evaluate(() => [window.away.shadowRoot.querySelector('.app'), window.away.address]),
    [null, address],
  );
  await page.evaluate(() => document.querySelector('main').append(window.away));
  await wheel.locator('.mark.selected').waitFor();
  assert.equal(await get(page, 'address'), address);
  assert.equal(await wheel.locator('.chip[aria-pressed=false]').count(), 1);
  assert.equal(requests.length, asked, 'nothing is fetched again');
});

pageTest('a thousand comings and goings leave the memory as it was', onExample(), async ({ page }) => {
  await allDrawn(page);
  const bytes = await page.evaluate(async () => {
    const wasm = await (await import('../planning-wheel-web.js')).default();
    const wheel = document.querySelector('#child');
    const here = wheel.parentElement;
    const drawn = async () => {
      while (!wheel.shadowRoot.querySelector('.mark')) await new Promise((done) => setTimeout(done));
    };
    const sizes = [];
    for (let round = 0; round < 1000; round += 1) {
      wheel.remove();
      await Promise.resolve();
      here.append(wheel);
      await drawn();
      if (round % 100 === 99) sizes.push(wasm.memory.buffer.byteLength);
    }
    return sizes;
  });
  const grown = bytes.at(-1) - bytes[0];
  assert.ok(grown <= 64 * 1024, `the memory grew by ${grown} bytes: ${bytes}`);
});

pageTest(
  'a plan that does not come or is wrong is told, and the next one is shown',
  onExample({ expected: /404/ }),
  async ({ page, shoot }) => {
    await allDrawn(page);
    await listen(page);
    const wheel = page.locator('#file');
    await set(page, { src: 'no-such-plan.json' });
    await wheel.getByRole('alert').getByText('no-such-plan.json').waitFor();
    await shoot('element-failed.png', wheel);
    const [[, , missing]] = await heard(page, 'plan-failed');
    assert.deepEqual(missing, { reason: 'missing', file: 'no-such-plan.json', message: '404' });
    await set(page, { plan: '{ "format": "planning-wheel/1",\n "titel": "X" }' });
    await wheel.getByRole('alert').getByText(/Rad 2.*titel/).waitFor();
    const [, [, , wrong]] = await heard(page, 'plan-failed', 2);
    assert.equal(wrong.reason, 'wrong');
    assert.ok(wrong.problems.some(({ line, message }) => line === 2 && /titel/.test(message)), JSON.stringify(wrong));
    await set(page, { plan: undefined, src: '../plans/sskl-kalmar.json' });
    await drawn(page);
  },
);

// Trusted Types would stop this test's own script, not the element.
pageTest('a child that comes late is a plan too, and none is said in words', onExample({ csp: undefined }), async ({ page }) => {
  await allDrawn(page);
  await page.evaluate(() => {
    const wheel = document.createElement('planning-wheel');
    wheel.id = 'late';
    document.querySelector('main').prepend(wheel);
  });
  await page.locator('#late').getByText('när en plan är angiven').waitFor();
  await page.evaluate(() => {
    const plan = document.querySelector('#child script').cloneNode(true);
    document.querySelector('#late').append(plan);
  });
  await drawn(page, 'late');
});

for (const [width, columns] of [[320, 1], [480, 1], [1100, 2]]) {
  pageTest(`fits ${width} pixels of a wide page`, onExample(), async ({ page, audit, shoot }) => {
    await allDrawn(page);
    const wheel = page.locator('#file');
    await wheel.evaluate((wheel, width) => (wheel.style.width = `${width}px`), width);
    await wheel.locator(`.mark[data-entry="${DECISION}"]`).click();
    const box = (selector) => wheel.locator(selector).boundingBox();
    const [frame, drawing, why] = [await box('.frame'), await box('.wheel svg'), await box('.why')];
    assert.equal(frame.width, width);
    assert.ok(drawing.width <= frame.width && drawing.width > 250, JSON.stringify(drawing));
    assert.equal(why.x > drawing.x + drawing.width ? 2 : 1, columns);
    const wider = await wheel.evaluate((wheel) => {
      const frame = wheel.shadowRoot.querySelector('.frame');
      return frame.scrollWidth - frame.clientWidth;
    });
    assert.equal(wider, 0);
    assert.deepEqual(await audit(), []);
    await shoot(`element-${width}.png`, wheel);
  });
}

pageTest('the page around does not move when an entry is chosen for the reader', onExample({
  viewport: { width: 1280, height: 420 },
}), async ({ page }) => {
  await allDrawn(page);
  const wheel = page.locator('#file');
  await set(page, { entry: DECISION });
  await wheel.locator('tr.chosen').waitFor({ state: 'attached' });
  await page.waitForTimeout(200);
  assert.equal(await page.evaluate(() => window.scrollY), 0);
  const [row, lists] = await Promise.all(['tr.chosen', '.lists'].map((part) => wheel.locator(part).boundingBox()));
  assert.ok(row.y >= lists.y - 1 && row.y + row.height <= lists.y + lists.height + 1, 'its row is in the list');
});

pageTest('a height given to the element is filled', onExample(), async ({ page }) => {
  await allDrawn(page);
  const wheel = page.locator('#file');
  await wheel.evaluate((wheel) => Object.assign(wheel.style, { width: '1100px', height: '640px' }));
  const board = await wheel.locator('.board').boundingBox();
  const frame = await wheel.locator('.frame').boundingBox();
  assert.ok(Math.abs(board.y + board.height - frame.y - frame.height) < 1, JSON.stringify([board, frame]));
  await wheel.evaluate((wheel) => (wheel.style.height = ''));
  const free = await wheel.locator('.wheel svg').boundingBox();
  assert.ok(Math.abs(free.height - free.width) < 1, 'without a height the wheel takes what it needs');
});
