// What a screen reader is given of the wheel, by the browser's own accessibility tree.
// UPDATE=1 writes the pinned trees anew.
import assert from 'node:assert/strict';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { pageTest } from './harness.mjs';
import { PLANS, TODAY, samplePlan } from './screens.mjs';

const PINNED = new URL('./references/', import.meta.url);

/** The tree below the picture, one line for each thing: role, name, and what it can do. */
async function tree(page) {
  const devtools = await page.context().newCDPSession(page);
  const { nodes } = await devtools.send('Accessibility.getFullAXTree');
  const known = new Map(nodes.map((node) => [node.nodeId, node]));
  const lines = [];
  const walk = ({ ignored, role, name, properties = [], childIds = [] }, depth) => {
    const states = properties.filter(({ name, value }) => ['focusable', 'pressed', 'disabled'].includes(name) && value.value).map(({ name }) => name);
    if (!ignored) lines.push({ depth, role: role.value, name: name?.value ?? '', states });
    for (const child of childIds) walk(known.get(child), ignored ? depth : depth + 1);
  };
  walk(nodes.find(({ role }) => /graphics-document/i.test(role?.value ?? '')), 0);
  return lines;
}

const drawn = (page) => page.locator('.wheel [role=button]').first().waitFor({ state: 'attached' });

for (const plan of PLANS) {
  for (const view of ['wheel', 'mandate']) {
    pageTest(`every mark of the ${view} of ${plan} has a name`, { path: `#plan=${plan}&year=2027&view=${view}` }, async ({ page }) => {
      await drawn(page);
      const buttons = (await tree(page)).filter(({ role }) => role === 'button');
      assert.equal(buttons.length, await page.locator('.wheel [role=button]').count());
      assert.deepEqual(buttons.filter(({ name }) => name.length < 8), []);
    });
  }
}

for (const view of ['wheel', 'mandate']) {
  pageTest(`the accessibility tree of the ${view} is as pinned`, {
    path: `#plan=sskl-kalmar&year=2027&view=${view}`,
    before: async (page) => {
      await page.clock.setFixedTime(TODAY);
      await samplePlan(page);
    },
  }, async ({ page }) => {
    await drawn(page);
    const lines = await tree(page);
    const text = lines.map(({ depth, role, name, states }) => `${'  '.repeat(depth)}${[role, JSON.stringify(name), ...states].join(' ')}\n`).join('');
    const file = new URL(`tree-${view}.txt`, PINNED);
    if (process.env.UPDATE) {
      await mkdir(PINNED, { recursive: true });
      await writeFile(file, text);
    }
    assert.equal(text, await readFile(file, 'utf8'), 'UPDATE=1 writes it anew');
  });
}
