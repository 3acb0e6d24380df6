// Plans kept in the browser: several, with their histories, and nobody's work overwritten.
import assert from 'node:assert/strict';
import { STRICTEST } from './harness.mjs';
import { storeTest } from './keeping.mjs';

storeTest('plans are kept, listed by what was saved last, and come back in another page', { csp: STRICTEST }, async ({ page, another }) => {
  const made = await page.evaluate(async () => {
    const first = await store.create('Ett', '{"title":"Ett"}');
    const second = await store.create('Två', '{"title":"Två"}');
    // The clock goes back a year: the order is that of the saves.
    const clock = Date.now;
    Date.now = () => clock() - 365 * 86_400_000;
    const again = await store.save(first.id, 'Ett igen', '{"title":"Ett igen"}', first.revision, { note: 'Bytte namn' });
    Date.now = clock;
    return { first, second, again, kept: store.kept, reason: store.reason };
  });
  assert.equal(made.kept, true);
  assert.equal(made.reason, undefined);
  assert.deepEqual(made.again, { revision: 2 });
  assert.notEqual(made.first.id, made.second.id);

  const other = await another();
  const seen = await other.evaluate(async (id) => ({
    list: (await store.list()).map(({ title, revision }) => [title, revision]),
    plan: await store.load(id),
    history: (await store.history(id)).map(({ revision, title, note }) => [revision, title, note]),
    before: await store.revision(id, 1),
  }), made.first.id);
  assert.deepEqual(seen.list, [['Ett igen', 2], ['Två', 1]]);
  assert.equal(seen.plan.text, '{"title":"Ett igen"}');
  assert.equal(seen.plan.recovered, undefined);
  assert.deepEqual(seen.history, [[2, 'Ett igen', 'Bytte namn'], [1, 'Ett', '']]);
  assert.equal(seen.before.text, '{"title":"Ett"}');
  assert.ok(seen.plan.saved < seen.before.saved, 'the clock did go back');
});

storeTest('a text saved twice is written once', async ({ page }) => {
  const seen = await page.evaluate(async () => {
    const { id } = await store.create('Ett', 'a');
    const same = await store.save(id, 'Ett', 'a', 1);
    const late = await store.save(id, 'Ett', 'a', 0);
    const renamed = await store.save(id, 'Två', 'a', 1);
    return [same, late, renamed, (await store.history(id)).length];
  });
  assert.deepEqual(seen, [{ revision: 1 }, { revision: 1 }, { revision: 2 }, 2]);
});

storeTest('who has not seen the newest gets it, and what both began with', async ({ page, another }) => {
  const id = await page.evaluate(async () => (await store.create('Ett', 'base')).id);
  const other = await another();
  await page.evaluate(async (id) => {
    globalThis.news = [];
    store.watch(id, (said) => news.push(said));
    await store.load(id);
  }, id);
  await other.evaluate(async (id) => {
    const { revision } = await store.load(id);
    await store.save(id, 'Ett', 'theirs', revision);
  }, id);
  await page.waitForFunction(() => news.length > 0);
  const told = await page.evaluate(async (id) => ({ news, save: await store.save(id, 'Ett', 'mine', 1), kept: (await store.load(id)).text }), id);
  assert.deepEqual(told.news, [{ id, revision: 2, removed: false }]);
  assert.deepEqual(told.save, { conflict: { base: 'base', theirs: 'theirs', title: 'Ett', revision: 2, removed: false } });
  assert.equal(told.kept, 'theirs', 'nothing was overwritten');
  assert.deepEqual(await page.evaluate((id) => store.save(id, 'Ett', 'merged', 2), id), { revision: 3 });
});

storeTest('the base of a merge is known however far the others have gone', async ({ page, another }) => {
  const id = await page.evaluate(async () => {
    const { id } = await store.create('Ett', 'zero');
    await store.save(id, 'Ett', 'base', 1);
    return id;
  });
  const other = await another();
  const kept = await other.evaluate(async (id) => {
    for (let base = 2; base < 200; base += 1) await store.save(id, 'Ett', `theirs ${base}`, base);
    return (await store.history(id)).map(({ revision }) => revision);
  }, id);
  assert.equal(kept.includes(2), false, 'the history must have dropped the base, or this shows nothing');
  const { conflict } = await page.evaluate((id) => store.save(id, 'Ett', 'mine', 2), id);
  assert.equal(conflict.base, 'base');
  assert.equal(conflict.theirs, 'theirs 199');
  // All near ones, fewer of those before, the first, and never a number that cannot be read.
  assert.deepEqual(kept.slice(0, 32), Array.from({ length: 32 }, (_, back) => 200 - back));
  assert.equal(kept.at(-1), 1);
  assert.ok(kept.length < 90, `${kept.length} kept`);
  const all = await page.evaluate((id) => store.history(id).then((all) => Promise.all(all.map(({ revision }) => store.revision(id, revision)))), id);
  assert.equal(all.length, kept.length);
});

storeTest('a marked revision stays for ever', async ({ page }) => {
  const kept = await page.evaluate(async () => {
    const { id } = await store.create('Ett', '1');
    for (let base = 1; base < 120; base += 1) await store.save(id, 'Ett', String(base + 1), base, { mark: base + 1 === 7, note: base + 1 === 7 ? 'Fastställde 2027' : '' });
    return (await store.history(id)).map(({ revision, mark }) => [revision, mark]);
  });
  const old = kept.filter(([revision]) => revision < 17);
  assert.deepEqual(old.filter(([, mark]) => mark), [[7, true]]);
  assert.ok(old.length < 10);
});

storeTest('what is taken away comes back with its history, until it is forgotten', async ({ page, another }) => {
  const id = await page.evaluate(async () => (await store.create('Ett', 'a')).id);
  const other = await another();
  await other.evaluate(async (id) => {
    globalThis.news = [];
    await store.load(id);
    store.watch(id, ({ removed }) => news.push(removed));
  }, id);
  await page.evaluate((id) => store.remove(id), id);
  await other.waitForFunction(() => news.length === 1);
  const away = await other.evaluate(async (id) => ({
    list: (await store.list()).length,
    removed: (await store.list({ removed: true })).map(({ title }) => title),
    save: await store.save(id, 'Ett', 'b', 1),
  }), id);
  assert.deepEqual(away, {
    list: 0,
    removed: ['Ett'],
    save: { conflict: { base: 'a', theirs: null, title: 'Ett', revision: 1, removed: true } },
  });
  await page.evaluate((id) => store.restore(id), id);
  await other.waitForFunction(() => news.length === 2);
  assert.deepEqual(await other.evaluate((id) => store.save(id, 'Ett', 'b', 1), id), { revision: 2 });

  await page.evaluate((id) => store.forget(id), id);
  assert.deepEqual(await other.evaluate(async (id) => [await codeOf(store.load(id)), (await store.list({ removed: true })).length], id), ['missing', 0]);
  const { conflict } = await other.evaluate((id) => store.save(id, 'Ett', 'c', 2), id);
  assert.deepEqual(conflict, { base: 'b', theirs: null, title: '', revision: 0, removed: true });
  assert.deepEqual(await other.evaluate((id) => store.save(id, 'Ett', 'c', 0), id), { revision: 1 }, 'who still has it can keep it');
});

/** A keeper whose states are in `states`. */
const kept = (page, options = {}) =>
  page.evaluate(async (options) => {
    const { id } = await store.create('Ett', '0');
    globalThis.states = [];
    globalThis.keeper = keep(store, await store.load(id), { ...options, tell: ({ state }) => states.push(state) });
    return id;
  }, options);

storeTest('while one save runs only the newest waits, and the last is kept', async ({ page }) => {
  const id = await kept(page);
  const seen = await page.evaluate(async (id) => {
    for (let typed = 1; typed <= 500; typed += 1) keeper.put('Ett', String(typed), `tecken ${typed}`);
    const asks = !dispatchEvent(new Event('beforeunload', { cancelable: true }));
    const end = await keeper.done();
    return { asks, asksLater: !dispatchEvent(new Event('beforeunload', { cancelable: true })), end, plan: await store.load(id), states };
  }, id);
  assert.equal(seen.asks, true, 'leaving with something unsaved is asked about');
  assert.equal(seen.asksLater, false);
  assert.deepEqual(seen.end, { state: 'saved', revision: 3, unsaved: false });
  assert.equal(seen.plan.text, '500');
  assert.equal(seen.plan.note, 'tecken 500');
  assert.deepEqual(seen.states.filter((state) => state !== 'saving'), ['saved']);
});

storeTest('another page saves: told at once, merged, and gone on from', async ({ page, another }) => {
  const id = await kept(page);
  const other = await another();
  const theirs = (text) =>
    other.evaluate(async ([id, text]) => {
      const { revision } = await store.load(id);
      await store.save(id, 'Ett', text, revision);
    }, [id, text]);
  await theirs('1');
  await page.waitForFunction(() => keeper.state.state === 'behind');
  assert.equal(await page.evaluate(() => keeper.state.unsaved), false);
  await page.evaluate(async (id) => keeper.follow((await store.load(id)).revision), id);
  assert.deepEqual(await page.evaluate(() => keeper.state), { state: 'saved', revision: 2, unsaved: false });

  await theirs('2');
  await page.evaluate(async () => {
    keeper.put('Ett', 'mine');
    await keeper.done();
    keeper.put('Ett', 'mine and more');
  });
  const told = await page.evaluate(() => keeper.state);
  assert.equal(told.state, 'conflict');
  assert.equal(told.unsaved, true);
  assert.deepEqual(told.conflict, { base: '1', theirs: '2', title: 'Ett', revision: 3, removed: false });
  const end = await page.evaluate(async (id) => {
    keeper.settle('Ett', 'merged', keeper.state.conflict.revision, 'Sammanfogade');
    const state = await keeper.done();
    return [state, (await store.load(id)).text];
  }, id);
  assert.deepEqual(end, [{ state: 'saved', revision: 4, unsaved: false }, 'merged']);
});

storeTest('nothing is saved after a crash, not even what waited', async ({ page }) => {
  const id = await kept(page);
  const seen = await page.evaluate(async (id) => {
    keeper.put('Ett', 'whole');
    await keeper.done();
    keeper.put('Ett', 'on its way');
    keeper.put('Ett', 'waits');
    keeper.crashed();
    keeper.put('Ett', 'broken');
    const state = keeper.state;
    await keeper.done();
    const codes = [await codeOf(store.save(id, 'Ett', 'broken', 2)), await codeOf(store.remove(id)), await codeOf(store.create('Två', 'broken'))];
    await wait(200);
    return { state, codes, text: (await store.load(id)).text, later: keeper.state.state };
  }, id);
  assert.equal(seen.state.state, 'stopped');
  assert.equal(seen.state.unsaved, true);
  assert.deepEqual(seen.codes, ['crashed', 'crashed', 'crashed']);
  assert.ok(['whole', 'on its way'].includes(seen.text), seen.text);
  assert.equal(seen.later, 'stopped');
});
