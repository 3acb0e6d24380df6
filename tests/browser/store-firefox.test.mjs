// The main path of keeping, in Firefox: saved, found again, nobody overwritten, damage told.
import assert from 'node:assert/strict';
import { firefoxTest } from './firefox.mjs';
import { STRICTEST } from './harness.mjs';
import { withStore } from './keeping.mjs';

firefoxTest('plans are kept and found again', { path: 'examples/', csp: STRICTEST }, async ({ page, url }) => {
  await withStore(page);
  const id = await page.evaluate(async () => {
    const { id } = await store.create('Ett', '0');
    globalThis.keeper = keep(store, await store.load(id));
    for (let typed = 1; typed <= 200; typed += 1) keeper.put('Ett', String(typed));
    const { state } = await keeper.done();
    return state === 'saved' && store.kept && id;
  });
  assert.ok(id);
  await page.goto(url);
  await withStore(page);
  const found = await page.evaluate(async (id) => [(await store.load(id)).text, (await store.list()).map(({ title }) => title), (await store.history(id)).length], id);
  assert.deepEqual(found, ['200', ['Ett'], 3]);
});

firefoxTest('two pages write the same plan', { path: 'examples/' }, async ({ page, url }) => {
  await withStore(page);
  const id = await page.evaluate(async () => (await store.create('Ett', '')).id);
  const other = await page.browserContext().newPage();
  await other.goto(url);
  await withStore(other);
  const write = (page, who) =>
    page.evaluate(async (id, who) => {
      let { text, revision } = await store.load(id);
      for (let line = 0; line < 50; line += 1) {
        for (let saved = false; !saved; ) {
          const done = await store.save(id, 'Ett', `${text}${who}${line}\n`, revision);
          saved = !done.conflict;
          text = saved ? `${text}${who}${line}\n` : done.conflict.theirs;
          revision = done.revision ?? done.conflict.revision;
        }
      }
    }, id, who);
  await Promise.all([write(page, 'a'), write(other, 'b')]);
  const { text, revision } = await page.evaluate((id) => store.load(id), id);
  assert.equal(revision, 101);
  assert.equal(new Set(text.trimEnd().split('\n')).size, 100);
});

firefoxTest('a damaged record and an aborted save', { path: 'examples/' }, async ({ page }) => {
  await withStore(page);
  const seen = await page.evaluate(async () => {
    const { id } = await store.create('Ett', 'one');
    await store.save(id, 'Ett', 'two', 1);
    const put = IDBObjectStore.prototype.put;
    IDBObjectStore.prototype.put = function (...all) {
      const request = put.apply(this, all);
      this.transaction.abort();
      return request;
    };
    const code = await codeOf(store.save(id, 'Ett', 'three', 2));
    IDBObjectStore.prototype.put = put;
    const before = await store.load(id);
    await raw('readwrite', (transaction) => transaction.objectStore('texts').put('twp', [id, 2]));
    const { text, revision, recovered } = await store.load(id);
    return [code, before.text, before.recovered, text, revision, recovered];
  });
  assert.deepEqual(seen, ['aborted', 'two', undefined, 'one', 2, { from: 1, lost: [2] }]);
});
