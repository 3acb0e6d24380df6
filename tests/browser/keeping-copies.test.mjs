// Copies with ids of their own, published revisions that stay, and what the browser promises.
import assert from 'node:assert/strict';
import { pageTest } from './harness.mjs';

const at = (options = {}) => ({ path: 'plan.html', starts: false, viewport: { width: 1440, height: 900 }, ...options });
const button = (page, name) => page.getByRole('button', { name, exact: true });
/** What the browser keeps, each with its history. */
const kept = (page) => page.evaluate(async () => {
  const { openStore } = await import(new URL('keep/store.js', location.href).href);
  const store = await openStore();
  const plans = await store.list();
  const read = plans.map(async ({ id }) => ({ ...(await store.load(id)), history: await store.history(id) }));
  const all = await Promise.all(read);
  await store.close();
  return all;
});

/** An agreement on the bench, its year published, and that saved. */
async function published(page) {
  await button(page, 'Samverkan Blekinge').click();
  await button(page, 'Publicera 2027').first().click();
  await page.getByRole('dialog').getByRole('button', { name: 'Publicera 2027' }).click();
  await page.locator('.keeping .saved').getByText(/^Sparad i/).waitFor();
}

pageTest('a copy is another plan, to calendar programs too', at(), async ({ page }) => {
  await published(page);
  await button(page, 'Mina planer').click();
  await page.getByRole('button', { name: /^Kopiera: / }).click();
  await page.getByRole('button', { name: /\(kopia\)$/ }).first().waitFor();
  const documents = (await kept(page)).map(({ text }) => JSON.parse(text));
  assert.equal(documents.length, 2);
  const [copy, own] = documents.sort((one, other) => other.id.length - one.id.length);
  assert.equal(own.id, 'samverkan-blekinge');
  assert.match(copy.id, /^samverkan-blekinge-[a-z0-9]{6}$/);
  assert.deepEqual({ ...copy, id: own.id, title: own.title }, own, 'nothing else differs');
});

pageTest('the revision in which a year was published is kept for ever', at(), async ({ page }) => {
  await published(page);
  await button(page, 'Ångra').click();
  await page.waitForTimeout(300);
  await page.locator('.keeping .saved').getByText(/^Sparad i/).waitFor();
  const [{ history }] = await kept(page);
  const marked = history.filter(({ mark }) => mark).map(({ note }) => note);
  assert.deepEqual(marked, ['Publicerade 2027']);
  assert.ok(history.length > 1, 'others are there and are not marked');
});

for (const [promises, words] of [[true, 'lovar att behålla'], [false, 'lovar inget'], [undefined, 'kan inte lova']]) {
  const before = (page) => page.addInitScript((promises) => {
    const persist = promises === undefined ? undefined : async () => promises;
    Object.defineProperty(navigator.storage, 'persist', { value: persist });
  }, promises);
  pageTest(`the browser is asked to keep the plans, and answers ${promises}`, at({ before }), async ({ page, audit, shoot }) => {
    await button(page, 'Be webbläsaren att behålla dem').click();
    await page.locator('.staying').getByText(words).waitFor();
    assert.deepEqual(await audit(), []);
    if (promises === false) await shoot('planner-staying.png');
  });
}
