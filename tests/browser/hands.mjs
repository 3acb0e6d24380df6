// Two hands that do the same: one holds a pointer, the other has only keys. A journey is written
// once and played by both.
import assert from 'node:assert/strict';

/** What has focus in any depth of shadow roots, as { name, tag, entry }. */
export const here = (page) =>
  page.evaluate(() => {
    let part = document.activeElement;
    while (part?.shadowRoot?.activeElement) part = part.shadowRoot.activeElement;
    if (!part || part === document.body) return { name: '', tag: 'body' };
    const name = part.getAttribute('aria-label') ?? part.labels?.[0]?.textContent ?? part.textContent ?? '';
    return { name: name.trim().replaceAll(/\s+/g, ' ').slice(0, 80), tag: part.localName, entry: part.dataset?.entry };
  });

/** The place of a day in the wheel, seen from another: turned around its middle. */
const turned = ({ x, y }, middle, angle) => {
  const [cos, sin, dx, dy] = [Math.cos(angle), Math.sin(angle), x - middle.x, y - middle.y];
  return { x: middle.x + dx * cos - dy * sin, y: middle.y + dx * sin + dy * cos };
};
const middleOf = async (locator) => {
  const { x, y, width, height } = await locator.boundingBox();
  return { x: x + width / 2, y: y + height / 2 };
};

export const mark = (page, id) => page.locator(`.wheel .mark[data-entry="${id}"]`);
/** The day on which a meeting's mark stands, as it is read aloud. */
export const dayOf = async (page, id) => (await mark(page, id).getAttribute('aria-label')).split(', ').at(2);

/** Does everything with a mouse; only texts are typed. */
export function pointer(page) {
  const press = (locator) => locator.click();
  return {
    name: 'pointer',
    press,
    /** Writes over what stands in a field, and leaves it. */
    write: async (locator, text) => {
      await locator.click({ clickCount: 3 });
      await locator.fill(text);
      await locator.blur();
    },
    choose: (locator, label) => locator.selectOption({ label }),
    date: async (locator, day) => {
      await locator.fill(day);
      await locator.blur();
    },
    chooseMark: (id) => mark(page, id).click(),
    /** Drags a meeting along its ring, so many weeks on. */
    move: async (id, weeks) => {
      await page.locator('.turning svg').scrollIntoViewIfNeeded();
      const [from, middle] = [await middleOf(mark(page, id)), await middleOf(page.locator('.turning svg'))];
      await page.mouse.move(from.x, from.y);
      await page.mouse.down();
      const angle = (weeks * 7 * 2 * Math.PI) / 365;
      for (let step = 1; step <= 10; step += 1) {
        const { x, y } = turned(from, middle, (angle * step) / 10);
        await page.mouse.move(x, y);
      }
      await page.locator('.consequences h2').waitFor();
      await page.mouse.up();
    },
  };
}

/**
 * Does everything with keys, as somebody does who sees where the focus is. Fails when Tab does not
 * lead there, and when what was pressed takes the focus away with it.
 */
export function keys(page) {
  const isHere = (locator) => locator.evaluate((part) => part.getRootNode().activeElement === part);
  const cost = { presses: 0, lost: [] };
  /** Where a part is, seen from the focus: in its pane (or dialog), and after it or before it. */
  const seen = (locator) =>
    locator.evaluate((part) => {
      const root = part.getRootNode();
      const here = root.activeElement;
      const pane = part.closest('dialog, .top, .tools, .outline, .turning, .simulation, .guide, .why, .part, .review:not(.own)');
      const isBefore = here && here.compareDocumentPosition(part) & Node.DOCUMENT_POSITION_PRECEDING;
      const hasPanes = pane && !pane.matches('dialog') && root.querySelector('.turning, .simulation');
      if (here && !pane?.contains(here) && hasPanes) return isBefore ? 'pane before' : 'pane after';
      return isBefore ? 'before' : 'after';
    });
  /** Goes to a part as somebody does who sees it: by panes, and then on or back. */
  const tabTo = async (locator) => {
    await locator.waitFor({ state: 'attached' });
    const passed = [];
    for (let step = 0; step < 300; step += 1) {
      if (await isHere(locator)) return;
      const key = { 'pane after': 'F6', 'pane before': 'Shift+F6', after: 'Tab', before: 'Shift+Tab' }[await seen(locator)];
      await page.keyboard.press(key);
      cost.presses += 1;
      passed.push((await here(page)).name);
    }
    assert.fail(`keys do not lead to ${locator}; they led to ${[...new Set(passed)].join(' | ')}`);
  };
  const settle = () => page.evaluate(() => new Promise((done) => setTimeout(() => requestAnimationFrame(done), 60)));
  const press = async (locator) => {
    await tabTo(locator);
    const { name } = await here(page);
    await page.keyboard.press('Enter');
    await settle();
    if ((await here(page)).tag === 'body') cost.lost.push(name);
  };
  /** Goes along the marks with arrows, from wherever the wheel's one stop is. */
  const walkTo = async (id) => {
    const wheel = page.locator('.wheel [role=button][tabindex="0"]');
    await tabTo(wheel.first());
    const series = id.split('/')[0];
    for (let ring = 0; ring < 24 && !(await here(page)).entry?.startsWith(`${series}/`); ring += 1) await page.keyboard.press('ArrowDown');
    for (let ring = 0; ring < 24 && !(await here(page)).entry?.startsWith(`${series}/`); ring += 1) await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Home');
    for (let step = 0; step < 80; step += 1) {
      if ((await here(page)).entry === id) return;
      await page.keyboard.press('ArrowRight');
    }
    assert.fail(`arrows do not lead to ${id}`);
  };
  return {
    name: 'keys',
    cost,
    press,
    write: async (locator, text) => {
      await tabTo(locator);
      await page.keyboard.press('Control+A');
      await page.keyboard.type(text);
      await page.keyboard.press('Tab');
    },
    choose: async (locator, label) => {
      await tabTo(locator);
      const chosen = () => locator.evaluate((select) => select.selectedOptions[0]?.textContent.trim());
      if ((await chosen()) === label) return;
      // A space would open the list, and å, ä and ö come another way than from keys.
      await page.keyboard.type(label.match(/^[\w]*/)[0]);
      for (let step = 0; step < 40 && (await chosen()) !== label; step += 1) await page.keyboard.press('ArrowDown');
      assert.equal(await chosen(), label);
    },
    date: async (locator, day) => {
      await tabTo(locator);
      // The browser's own language says in which order a day is written.
      const [year, month, date] = day.split('-');
      for (const order of [year + month + date, month + date + year, date + month + year]) {
        for (let part = 0; part < 3; part += 1) await page.keyboard.press('ArrowLeft');
        await page.keyboard.type(order);
        if ((await locator.inputValue()) === day) break;
      }
      await page.keyboard.press('Tab');
    },
    chooseMark: async (id) => {
      await walkTo(id);
      await page.keyboard.press('Enter');
    },
    move: async (id, weeks) => {
      await walkTo(id);
      await page.keyboard.press('m');
      for (let week = 0; week < Math.abs(weeks); week += 1) await page.keyboard.press(weeks > 0 ? 'ArrowUp' : 'ArrowDown');
      await page.locator('.consequences h2').waitFor();
      await page.keyboard.press('Enter');
    },
  };
}

export const HANDS = [pointer, keys];

/** Nothing that keys pressed took the focus away with it. */
export function assertNoFocusLost({ cost }) {
  if (cost) assert.deepEqual(cost.lost, [], 'the focus was lost');
}
