// Each way in, in Firefox: it draws, a key chooses, and it keeps to itself.
import assert from 'node:assert/strict';
import { firefoxTest } from './firefox.mjs';
import { STRICTEST } from './harness.mjs';
import { STRICT_CSP } from './site.mjs';

const DECISION = 'moten-ordforandetraff/2027/2';
const text = (element) => element.evaluate((element) => element.textContent);

/** Walks a step from an entry and chooses what is there, with keys alone. Gives its id. */
async function chooseByKey(page, inside, frame = page) {
  const mark = await inside(`.mark[data-entry="${DECISION}"]`, frame);
  await mark.evaluate((mark) => mark.focus());
  await page.keyboard.press('ArrowLeft');
  const here = await mark.evaluate((mark) => mark.getRootNode().activeElement.dataset.entry);
  assert.notEqual(here, DECISION, 'a step reaches another entry');
  await page.keyboard.press('Enter');
  const chosen = await inside('.mark.selected', frame);
  assert.equal(await chosen.evaluate((mark) => mark.dataset.entry), here);
  assert.match(await text(await inside('.why h2', frame)), /^(Varför|Why) /);
  return here;
}

firefoxTest('three wheels under the strictest policy', {
  path: 'examples/element.html',
  csp: STRICTEST,
}, async ({ page, requests, inside }) => {
  for (const id of ['file', 'child', 'property']) await page.waitForSelector(`#${id} >>> .mark`);
  assert.equal(requests.filter((url) => url.endsWith('.wasm')).length, 1);
  await page.evaluate(() => {
    window.heard = [];
    document.addEventListener('entry-selected', ({ detail }) => window.heard.push(detail));
  });
  const chosen = await chooseByKey(page, inside);
  assert.deepEqual(await page.evaluate(() => window.heard.map(({ id }) => id)), [chosen]);
  // Every screen and every box, so that nothing of them needs markup from text.
  await page.$eval('#file', async (wheel) => {
    for (const card of wheel.shadowRoot.querySelectorAll('summary')) card.click();
    for (const view of ['mandate', 'agenda', 'wheel']) {
      wheel.view = view;
      await new Promise((done) => setTimeout(done, 50));
    }
    wheel.lang = 'en';
  });
  await inside('[lang=en] .mark');
  const [ground, border] = await page.$eval('#property', (wheel) =>
    ['.frame', '.top'].map((part) => getComputedStyle(wheel.shadowRoot.querySelector(part))).map((style, part) =>
      part ? style.borderBottomColor : style.backgroundColor,
    ),
  );
  assert.deepEqual([ground, border], ['rgb(242, 247, 251)', 'rgb(11, 83, 148)'], 'custom properties and parts reach in');
});

firefoxTest('the full page', { path: '#plan=sskl-kalmar&year=2027' }, async ({ page, inside }) => {
  const chosen = await chooseByKey(page, inside);
  await page.waitForFunction((id) => location.hash.includes(`entry=${id}`), {}, chosen);
  await page.keyboard.press('PageDown');
  await page.waitForFunction(() => location.hash.includes('year=2028'));
  await inside('.mark');
  for (const view of ['mandate', 'agenda']) {
    await page.evaluate((view) => (location.hash = `#plan=sskl-kalmar&year=2027&view=${view}`), view);
    await inside(view === 'mandate' ? '.band' : '.agenda .entry');
  }
  await page.click('.language');
  await inside('[lang=en] .agenda .entry');
  assert.match(await page.title(), /planning wheel 2027$/);
});

firefoxTest('the single file, alone in a folder', { file: 'single/sskl-kalmar.html', path: '#year=2027' }, async ({ page, inside }) => {
  await chooseByKey(page, inside);
  await page.click('.language');
  assert.match(await text(await inside('[lang=en] .why h2')), /^Why /);
});

firefoxTest('a frame where the page around it forbids wasm', {
  path: 'examples/frame.html',
  csp: `${STRICT_CSP}; frame-src 'self'`,
  expected: /WebAssembly|wasm-eval|wasm-unsafe-eval/,
}, async ({ page, inside }) => {
  const host = await page.evaluate(() =>
    WebAssembly.compile(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0])).then(() => 'runs', (error) => error.name),
  );
  assert.equal(host, 'CompileError', 'the host must forbid wasm, or this shows nothing');
  const frame = await (await page.waitForSelector('iframe')).contentFrame();
  await chooseByKey(page, inside, frame);
  await page.waitForFunction(() => {
    const frame = document.querySelector('iframe');
    const inside = frame.contentDocument.documentElement.getBoundingClientRect().height;
    return inside > 300 && Math.abs(frame.clientHeight - inside) <= 1;
  });
});

firefoxTest('without a network after one visit', { path: '#plan=sskl-kalmar&year=2027' }, async ({ page, site, url, inside }) => {
  await inside('.mark');
  await page.evaluate(async () => void (await navigator.serviceWorker.ready));
  await site.close();
  await page.goto('about:blank');
  await page.goto(url.replace('year=2027', 'year=2029&view=agenda'));
  await inside('.agenda .entry');
});
