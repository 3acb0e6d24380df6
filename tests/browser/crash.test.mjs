// The wasm crashes: the reader is told and gets a way out, and nothing goes on from what is broken.
// Nothing in the program helps here: the browser under it is taken away.
import assert from 'node:assert/strict';
import { STRICTEST, pageTest } from './harness.mjs';

const onExample = (options = {}) => ({ path: 'examples/element.html', csp: STRICTEST, starts: false, ...options });
const IDS = ['file', 'child', 'property'];

async function drawn(page) {
  for (const id of IDS) await page.locator(`#${id} .mark`).first().waitFor({ state: 'attached' });
}
const listen = (page) =>
  page.evaluate(() => {
    window.heard = [];
    for (const name of ['plan-loaded', 'plan-failed', 'view-changed', 'entry-selected']) {
      document.addEventListener(name, (event) => window.heard.push([name, event.target.id, event.detail.reason]));
    }
  });

/** What takes the ground away, and what the console then says. */
const CRASHES = {
  // The document refuses an element, which no view can do without: a panic.
  'a panic': {
    expected: /panicked|unreachable/,
    crash: (page) =>
      page.evaluate(async () => {
        const usual = Document.prototype.createElementNS;
        Document.prototype.createElementNS = () => {
          Document.prototype.createElementNS = usual;
          throw new Error('no more elements');
        };
        document.querySelector('#file').year = 2029;
      }),
  },
  // All memory that there can be is taken: the wasm stops without a word.
  'no memory left': {
    expected: /memory|unreachable|RuntimeError/,
    crash: (page) =>
      page.evaluate(async () => {
        const { memory } = await (await import('../planning-wheel-web.js')).default();
        for (let pages = 32768; pages >= 1; pages /= 2) {
          try {
            for (;;) memory.grow(pages);
          } catch {
            // That many do not fit any more.
          }
        }
        document.querySelector('#file').plan = JSON.stringify({ title: 'x'.repeat(20_000_000) });
      }),
  },
};

for (const [name, { crash, expected }] of Object.entries(CRASHES)) {
  pageTest(`${name} is said in every wheel, with a way out, and nothing goes on`, onExample({ expected }), async ({ page, messages, audit, shoot }) => {
    await drawn(page);
    await listen(page);
    const place = await page.locator('#file .mark').first().boundingBox();
    await crash(page);
    for (const id of IDS) await page.locator(`#${id}`).getByRole('alert').getByText('Något gick fel').waitFor();
    await shoot('crash.png');
    assert.deepEqual(await audit(), []);
    const failed = (await page.evaluate(() => window.heard)).filter(([event]) => event === 'plan-failed');
    assert.deepEqual(failed.sort(), IDS.map((id) => ['plan-failed', id, 'crash']).sort());

    // Whatever is tried now, nothing of the broken wasm answers.
    const [told, said] = [await page.evaluate(() => window.heard.length), messages.length];
    await page.mouse.click(place.x + place.width / 2, place.y + place.height / 2);
    await page.evaluate(() => {
      const wheel = document.querySelector('#child');
      Object.assign(wheel, { year: 2031, view: 'agenda', lang: 'en', plan: '{}' });
      document.dispatchEvent(new Event('visibilitychange'));
      wheel.remove();
      document.querySelector('main').append(wheel);
    });
    for (let step = 0; step < 12; step += 1) await page.keyboard.press('Tab');
    const inside = await page.evaluate(() => Boolean(document.activeElement?.shadowRoot?.activeElement?.closest('.frame')));
    assert.equal(inside, false, 'the keyboard comes into the wheel no more');
    await page.locator('#child').getByRole('alert').first().waitFor();
    const later = await page.evaluate((told) => window.heard.slice(told).filter(([event]) => event !== 'plan-failed'), told);
    assert.deepEqual(later, []);
    const errors = messages.slice(said).filter(({ type }) => type === 'error');
    assert.deepEqual(errors, [], 'the broken wasm was asked for something');

    await page.locator('#file').getByRole('button', { name: 'Ladda om sidan' }).press('Enter');
    await page.locator('#file .mark').first().waitFor({ state: 'attached' });
    await drawn(page);
    assert.equal(await page.getByRole('alert').count(), 0);
  });
}
