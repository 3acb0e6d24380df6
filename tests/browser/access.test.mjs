// What everyone must be able to use: sizes, paper, forced colours. Themes are in screens.test.mjs.
import assert from 'node:assert/strict';
import { pageTest } from './harness.mjs';

const CHOSEN = '#plan=sskl-kalmar&year=2027&entry=moten-ordforandetraff/2027/2';
const drawn = (page) => page.locator('.mark').first().waitFor({ state: 'attached' });
const overflow = (page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

for (const [name, width, height] of [
  ['telephone', 360, 740],
  ['tablet', 768, 1024],
  ['laptop', 1280, 720],
  ['wall', 2560, 1440],
]) {
  const options = { path: CHOSEN, viewport: { width, height } };
  pageTest(`fits a ${name}`, options, async ({ page, audit, shoot }) => {
    await drawn(page);
    await shoot(`${name}.png`);
    assert.equal(await overflow(page), 0);
    assert.deepEqual(await audit(), []);
    await page.getByRole('button', { name: 'Agenda' }).click();
    assert.ok(await page.locator('.agenda table').isVisible());
    assert.equal(await overflow(page), 0);
    await shoot(`${name}-agenda.png`);
  });
}

pageTest('a finger finds a mark on a telephone', {
  path: '#plan=sskl-kalmar&year=2027',
  viewport: { width: 360, height: 740 },
  hasTouch: true,
}, async ({ page }) => {
  await drawn(page);
  const mark = page.locator('.mark[data-entry="moten-ordforandetraff/2027/2"] .shape');
  const box = await mark.boundingBox();
  await page.touchscreen.tap(box.x + box.width / 2 - 9, box.y + box.height / 2 - 6);
  await page.locator('.mark.selected').waitFor();
  assert.equal(await page.locator('.mark.selected').getAttribute('data-entry'), 'moten-ordforandetraff/2027/2');
});

pageTest('everything that is pressed beside the wheel is at least 24 pixels', { path: CHOSEN }, async ({ page }) => {
  await drawn(page);
  const small = await page.$$eval('button, select, summary, a', (controls) =>
    controls
      .map((control) => ({ control, box: control.getBoundingClientRect() }))
      .filter(({ box }) => box.width > 0 && (box.width < 24 || box.height < 24))
      .map(({ control }) => control.outerHTML.slice(0, 120)),
  );
  assert.deepEqual(small, []);
});

pageTest('forced colours keep marks and choice apart', { path: CHOSEN, forcedColors: 'active' }, async ({ page, shoot }) => {
  await drawn(page);
  const fill = (selector) => page.$eval(selector, (shape) => getComputedStyle(shape).fill);
  assert.notEqual(await fill('.mark.selected .shape'), await fill('.mark.chain .shape'));
  await shoot('forced-colours.png');
});

pageTest('paper holds the wheel and its agenda', { path: CHOSEN }, async ({ page, shoot }) => {
  await drawn(page);
  await page.emulateMedia({ media: 'print' });
  assert.ok(await page.locator('.wheel svg').isVisible());
  assert.ok(await page.locator('.agenda table').isVisible());
  assert.equal(await page.locator('.tools').isVisible(), false);
  await shoot('print.png');
});
