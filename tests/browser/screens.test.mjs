// Every screen in either theme, and as small as 400 % zoom makes it: what axe sees, and what it is
// blind to. The pictures are in target/screens/.
import assert from 'node:assert/strict';
import { pageTest } from './harness.mjs';
import { marks, texts } from './look.mjs';
import { SCREENS, TODAY } from './screens.mjs';

/** A screen on the day of the pictures, as options of a test. */
const on = (screen, options) => ({
  path: screen.path,
  expected: screen.expected,
  before: async (page) => {
    await page.clock.setFixedTime(TODAY);
    await screen.before?.(page);
  },
  ...options,
});

for (const colorScheme of ['light', 'dark']) {
  for (const screen of SCREENS) {
    pageTest(`${screen.name}, ${colorScheme}: nothing for axe, and all of it can be seen`, on(screen, { colorScheme }), async ({ page, audit, shoot }) => {
      await screen.ready(page);
      await shoot(`${screen.name}-${colorScheme}.png`);
      assert.deepEqual(await audit(), []);
      const read = await texts(page);
      assert.ok(read.length > 10, 'too few texts were found to be measured');
      assert.deepEqual(read.filter(({ contrast, large }) => contrast < (large ? 3 : 4.5)), [], 'texts too faint');
      if (!screen.wheel) return;
      const found = await marks(page);
      assert.ok(found.length > 50, 'too few marks were found to be measured');
      assert.deepEqual(found.filter(({ contrast }) => contrast < 3), [], 'marks too faint');
    });
  }
}

/** 1280 × 1024 pixels at 400 %. */
const ZOOMED = { viewport: { width: 320, height: 256 }, deviceScaleFactor: 4 };

for (const screen of SCREENS) {
  pageTest(`${screen.name} at 400 %: one way to scroll, nothing cut off, nothing too small to hit`, on(screen, ZOOMED), async ({ page, audit, shoot }) => {
    await screen.ready(page);
    await shoot(`${screen.name}-zoomed.png`);
    assert.deepEqual(await page.evaluate(wider), []);
    assert.deepEqual(await page.evaluate(tooSmall), []);
    // WCAG 1.4.12: a reader's own line height and spacing of letters and words.
    await page.evaluate(() => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync('*:not(svg *) { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }');
      for (const root of [document, document.querySelector('planning-wheel').shadowRoot]) root.adoptedStyleSheets.push(sheet);
    });
    assert.deepEqual(await page.evaluate(wider), [], "with the reader's own spacing");
    assert.deepEqual(await audit(), []);
  });
}

/** In the page: what reaches beyond the window's width, or cuts its own text off. */
function wider() {
  const found = [];
  const page = document.documentElement;
  if (page.scrollWidth > page.clientWidth) found.push(`the page is ${page.scrollWidth} wide`);
  const walk = (root) => {
    for (const element of root.querySelectorAll('*')) {
      if (element.shadowRoot) walk(element.shadowRoot);
      if (element instanceof SVGElement || !element.checkVisibility() || element.closest('.unseen')) continue;
      const { overflowX } = getComputedStyle(element);
      const cut = overflowX !== 'visible' && element.scrollWidth > element.clientWidth + 1;
      // A row of buttons may be pushed aside; a text may not have to be.
      if (cut && !element.matches('select, :has(> button, > details)')) {
        found.push(`${element.localName}.${element.className}: ${element.scrollWidth} in ${element.clientWidth}`);
      }
    }
  };
  walk(document);
  return found;
}

/**
 * In the page: controls that are smaller than 24 pixels and too near to another (WCAG 2.5.8).
 * Marks on the wheel have their equal in the lists, which are measured here.
 */
function tooSmall() {
  const controls = [];
  const walk = (root) => {
    for (const element of root.querySelectorAll('*')) {
      if (element.shadowRoot) walk(element.shadowRoot);
      if (element.matches('button, select, summary, a[href], input') && element.checkVisibility()) controls.push(element);
    }
  };
  walk(document);
  const boxes = controls.map((control) => ({ name: control.textContent.trim().slice(0, 40), box: control.getBoundingClientRect() }));
  const isSmall = ({ box }) => box.width < 23.5 || box.height < 23.5;
  const middle = ({ box }) => [box.left + box.width / 2, box.top + box.height / 2];
  const near = (one) => (other) => {
    const [x, y] = middle(one);
    const { left, top, right, bottom } = other.box;
    const [a, b] = isSmall(other) ? middle(other) : [Math.min(Math.max(x, left), right), Math.min(Math.max(y, top), bottom)];
    return other !== one && Math.hypot(a - x, b - y) < (isSmall(other) ? 24 : 12);
  };
  return boxes.filter((one) => isSmall(one) && boxes.some(near(one))).map(({ name, box }) => `${name}: ${box.width} × ${box.height}`);
}
