// The frame page in a host whose policy forbids wasm: web/examples/frame.html.
import assert from 'node:assert/strict';
import { pageTest } from './harness.mjs';
import { STRICT_CSP } from './site.mjs';

const FRAMES = `${STRICT_CSP}; frame-src 'self'`;
const onExample = (options = {}) => ({ path: 'examples/frame.html', csp: FRAMES, starts: false, ...options });
/** The nth frame of the page, once it is drawn. */
async function drawn(page, nth) {
  const frame = page.frameLocator('iframe').nth(nth);
  await frame.locator('.mark, .agenda .entry').first().waitFor({ state: 'attached' });
  return frame;
}
/** Waits until the nth frame is as high as what it holds. */
const fits = (page, nth) =>
  page.waitForFunction((nth) => {
    const frame = document.querySelectorAll('iframe')[nth];
    const inside = frame.contentDocument?.documentElement.getBoundingClientRect().height ?? 0;
    return inside > 300 && Math.abs(frame.clientHeight - inside) <= 1;
  }, nth);

pageTest('a frame has its own policy and the height of its wheel', onExample(), async ({ page, shoot }) => {
  const first = await drawn(page, 0);
  const second = await drawn(page, 1);
  const inHost = await page.evaluate(() =>
    WebAssembly.compile(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0])).then(() => 'runs', (error) => error.name),
  );
  assert.equal(inHost, 'CompileError', 'the host must forbid wasm, or this shows nothing');
  assert.equal(await first.locator('.years output').innerText(), '2027');
  assert.equal(await second.locator('.years output').innerText(), '2028');
  assert.equal(await second.locator('html').getAttribute('lang'), 'en');
  assert.ok(await second.locator('.agenda table').isVisible());
  await fits(page, 0);
  await fits(page, 1);
  await shoot('frame.png', page.locator('iframe').first());
});

pageTest('a frame grows and shrinks with what is in it', onExample(), async ({ page }) => {
  const frame = await drawn(page, 0);
  await fits(page, 0);
  const height = () => page.locator('iframe').first().evaluate((frame) => frame.clientHeight);
  const before = await height();
  await page.setViewportSize({ width: 420, height: 800 });
  await page.waitForFunction((before) => document.querySelector('iframe').clientHeight !== before, before);
  await fits(page, 0);
  await frame.getByRole('button', { name: 'Agenda' }).click();
  await fits(page, 0);
  await frame.getByRole('button', { name: 'Hjul', exact: true }).click();
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.waitForFunction((before) => document.querySelector('iframe').clientHeight === before, before);
});

pageTest('only a frame of the page is given a height, and only a sensible one', onExample(), async ({ page }) => {
  await drawn(page, 0);
  await fits(page, 0);
  const heights = () => page.$$eval('iframe', (frames) => frames.map((frame) => frame.clientHeight));
  const before = await heights();
  await page.evaluate(() => window.postMessage({ type: 'planning-wheel-height', height: 77 }, '*'));
  for (const height of [-5, 0, 1e9, 'high', null]) {
    await page.frames()[1].evaluate((height) => parent.postMessage({ type: 'planning-wheel-height', height }, '*'), height);
  }
  await page.evaluate(() => new Promise((done) => setTimeout(done, 100)));
  assert.deepEqual(await heights(), before);
});

/** A frame of the test's own on the example page. */
const add = (page, src, sandbox) =>
  page.evaluate(([src, sandbox]) => {
    const frame = document.createElement('iframe');
    if (sandbox) frame.setAttribute('sandbox', sandbox);
    Object.assign(frame, { id: 'own', src, title: 'own', width: 900, height: 500 });
    document.querySelector('main').prepend(frame);
  }, [src, sandbox]);

const PLAN = '../frame.html?src=plans/sskl-kalmar.json&year=2027';

pageTest('a frame in the tightest sandbox says in words that it cannot start', onExample({ expected: /CORS|ERR_FAILED|null/ }), async ({ page }) => {
  await drawn(page, 0);
  await add(page, PLAN, 'allow-scripts');
  await page.frameLocator('#own').getByRole('alert').getByText('kunde inte starta här').waitFor();
});

pageTest('with leave from its server it starts even there', onExample({
  headers: { 'Access-Control-Allow-Origin': '*' },
}), async ({ page }) => {
  await drawn(page, 0);
  await add(page, PLAN, 'allow-scripts');
  await page.frameLocator('#own').locator('.mark').first().waitFor({ state: 'attached' });
});

for (const src of ['https://example.org/plan.json', '//example.org/plan.json', 'data:application/json,{}', 'javascript:1', 'blob:x']) {
  pageTest(`a frame takes no plan from ${src}`, onExample(), async ({ page, requests }) => {
    await drawn(page, 0);
    await add(page, `../frame.html?src=${encodeURIComponent(src)}`);
    await page.frameLocator('#own').getByRole('alert').getByText('samma webbplats').waitFor();
    assert.deepEqual(requests.filter((url) => url.includes('example.org/plan.json') && !url.includes('frame.html')), []);
  });
}

pageTest('the settings of the address reach the wheel', onExample(), async ({ page, audit }) => {
  await drawn(page, 0);
  await add(page, `${PLAN}&entry=moten-ordforandetraff/2027/2&body=ordforandetraff&deadlines=0&theme=dark&lang=en`);
  const frame = page.frameLocator('#own');
  await frame.getByRole('heading', { name: 'Why 18 November?' }).waitFor();
  const wheel = frame.locator('planning-wheel');
  assert.equal(await wheel.evaluate((wheel) => wheel.address), 'year=2027&entry=moten-ordforandetraff/2027/2&body=ordforandetraff&deadlines=0');
  assert.equal(await wheel.evaluate((wheel) => getComputedStyle(wheel).colorScheme), 'dark');
  assert.deepEqual(await audit(), []);
});
