// What goes wrong while plans are kept, made to go wrong in a real browser: nothing that was saved
// is lost, and every failure is told by its name.
import assert from 'node:assert/strict';
import { storeTest, withStore } from './keeping.mjs';

/** A plan with three revisions: `1`, `2`, `3`. */
const three = (page) =>
  page.evaluate(async () => {
    const { id } = await store.create('Ett', '1');
    for (const base of [1, 2]) await store.save(id, 'Ett', String(base + 1), base);
    return id;
  });

storeTest('a full disk is told, what was saved stays, and the text is saved when there is room again', async ({ page, context, site }) => {
  const devtools = await context.newCDPSession(page);
  const quota = (quotaSize) => devtools.send('Storage.overrideQuotaForOrigin', { origin: site.origin, ...(quotaSize && { quotaSize }) });
  await quota(1_000_000);
  const id = await three(page);
  const full = await page.evaluate(async (id) => {
    globalThis.big = 'å'.repeat(2_000_000);
    globalThis.keeper = keep(store, await store.load(id), { again: 300 });
    const code = await codeOf(store.save(id, 'Ett', big, 3));
    keeper.put('Ett', big);
    const { state, unsaved, fault } = await keeper.done();
    return { code, state, unsaved, fault: fault.code, plan: (await store.load(id)).text, history: (await store.history(id)).length };
  }, id);
  assert.deepEqual(full, { code: 'quota', state: 'failed', unsaved: true, fault: 'quota', plan: '3', history: 3 });
  await quota();
  // The keeper tries again by itself.
  await page.waitForFunction(() => keeper.state.state === 'saved');
  assert.equal(await page.evaluate(async (id) => (await store.load(id)).text === big, id), true);
});

storeTest('a transaction that the browser aborts in the middle leaves what was there', async ({ page }) => {
  const id = await three(page);
  // After each of the writes of a save in turn.
  for (const writes of [1, 2, 3]) {
    const seen = await page.evaluate(async ([id, writes]) => {
      const put = IDBObjectStore.prototype.put;
      let left = writes;
      IDBObjectStore.prototype.put = function (...all) {
        const request = put.apply(this, all);
        left -= 1;
        if (left === 0) request.addEventListener('success', () => this.transaction.abort());
        return request;
      };
      const code = await codeOf(store.save(id, 'Ett', 'half', 3));
      IDBObjectStore.prototype.put = put;
      const { text, revision, recovered } = await store.load(id);
      return { left, code, text, revision, recovered, history: (await store.history(id)).map(({ revision }) => revision) };
    }, [id, writes]);
    assert.deepEqual(seen, { left: 0, code: 'aborted', text: '3', revision: 3, recovered: undefined, history: [3, 2, 1] }, `after write ${writes}`);
  }
  const later = await page.evaluate(async (id) => {
    globalThis.keeper = keep(store, await store.load(id), { again: 100 });
    const put = IDBObjectStore.prototype.put;
    IDBObjectStore.prototype.put = function (...all) {
      const request = put.apply(this, all);
      this.transaction.abort();
      return request;
    };
    keeper.put('Ett', 'four');
    const failed = await keeper.done();
    IDBObjectStore.prototype.put = put;
    return [failed.state, failed.fault.code, failed.unsaved];
  }, id);
  assert.deepEqual(later, ['failed', 'aborted', true]);
  await page.waitForFunction(() => keeper.state.state === 'saved');
  assert.equal(await page.evaluate(async (id) => (await store.load(id)).text, id), 'four');
});

/** Ways in which a record can be damaged on the disk; `text` is what is found then. */
const DAMAGES = {
  'a text with another letter': { damage: (rooms, id) => rooms.texts.put('X', [id, 3]), lost: [3], from: 2 },
  'a text that is gone': { damage: (rooms, id) => rooms.texts.delete([id, 3]), lost: [3], from: 2 },
  'a text that is no text': { damage: (rooms, id) => rooms.texts.put({ half: true }, [id, 3]), lost: [3], from: 2 },
  'a half written revision': { damage: (rooms, id) => rooms.revisions.delete([id, 3]), lost: [3], from: 2 },
  'two damaged revisions': { damage: (rooms, id) => (rooms.texts.put('', [id, 3]), rooms.revisions.put(null, [id, 2])), lost: [3, 2], from: 1 },
  'a text of another revision': { damage: (rooms, id) => rooms.texts.put('2', [id, 3]), lost: [3], from: 2 },
  'a damaged head': { damage: (rooms, id) => rooms.plans.put({ id, revision: 1, title: 'Ett' }, id) },
  'a head that is gone': { damage: (rooms, id) => rooms.plans.delete(id) },
  'a head that is no head': { damage: (rooms, id) => rooms.plans.put(7, id) },
};

for (const [name, { damage, lost, from = 3 }] of Object.entries(DAMAGES)) {
  storeTest(`${name}: the newest sound revision is shown, told, and gone on from`, async ({ page }) => {
    const id = await three(page);
    const seen = await page.evaluate(async ([id, damage]) => {
      const work = new Function('rooms', 'id', `(${damage})(rooms, id)`);
      await raw('readwrite', (transaction) => {
        const rooms = Object.fromEntries(['plans', 'revisions', 'texts'].map((room) => [room, transaction.objectStore(room)]));
        work(rooms, id);
      });
      const list = (await store.list()).map(({ id, revision }) => [id, revision]);
      const { text, revision, recovered } = await store.load(id);
      const saved = await store.save(id, 'Ett', 'four', revision);
      const after = await store.load(id);
      return { list, text, revision, recovered, saved, after: [after.text, after.recovered], second: (await store.list()).length };
    }, [id, String(damage)]);
    assert.deepEqual(seen, {
      list: [[id, 3]],
      text: String(from),
      revision: 3,
      recovered: lost && { from, lost },
      saved: { revision: 4 },
      after: ['four', undefined],
      second: 1,
    });
  });
}

storeTest('a damaged revision of the history is told, and the others are there', async ({ page }) => {
  const id = await three(page);
  const seen = await page.evaluate(async (id) => {
    await raw('readwrite', (transaction) => transaction.objectStore('texts').put('', [id, 2]));
    return [await codeOf(store.revision(id, 2)), (await store.revision(id, 1)).text, await codeOf(store.revision(id, 9)), (await store.load(id)).recovered];
  }, id);
  assert.deepEqual(seen, ['corrupt', '1', 'missing', undefined]);
});

storeTest('a plan of which nothing is sound is told and not thrown away', async ({ page }) => {
  const id = await three(page);
  const seen = await page.evaluate(async (id) => {
    await raw('readwrite', (transaction) => {
      for (const revision of [1, 2, 3]) transaction.objectStore('texts').put('', [id, revision]);
    });
    const list = (await store.list()).length;
    return [await codeOf(store.load(id)), list, await store.save(id, 'Ett', 'mine', 3)];
  }, id);
  assert.deepEqual(seen, ['corrupt', 1, { revision: 4 }]);
});

storeTest('a database that somebody else holds is told, and the save comes through when it is let go', async ({ page, another }) => {
  const id = await three(page);
  const other = await another();
  await other.evaluate(async () => {
    globalThis.held = true;
    await new Promise((ready) => {
      raw('readwrite', (transaction) => {
        const rooms = transaction.objectStore('plans');
        const hold = () => {
          if (globalThis.held) rooms.count().onsuccess = hold;
        };
        hold();
        ready();
      });
    });
  });
  await wait(300);
  await page.evaluate(async (id) => {
    globalThis.states = [];
    globalThis.keeper = keep(store, { id, title: 'Ett', text: '3', revision: 3 }, { patience: 200, tell: ({ state, unsaved }) => states.push([state, unsaved]) });
    keeper.put('Ett', 'four');
  }, id);
  await page.waitForFunction(() => states.at(-1)[0] === 'slow');
  await other.evaluate(() => (globalThis.held = false));
  const end = await page.evaluate(async (id) => [await keeper.done(), (await store.load(id)).text, states], id);
  assert.deepEqual(end, [{ state: 'saved', revision: 4, unsaved: false }, 'four', [['saving', true], ['slow', true], ['saved', false]]]);
});

storeTest('a page that holds an older layout blocks: told, kept in memory, and nothing lost', async ({ page, another }) => {
  // A version before this one, which does not step aside when it is asked to.
  await page.evaluate(async () => {
    await store.close();
    await new Promise((done) => (indexedDB.deleteDatabase('another').onsuccess = done));
  });
  const name = 'layout';
  await page.evaluate((name) => new Promise((done) => {
    const request = indexedDB.open(name, 1);
    request.onupgradeneeded = () => request.result.createObjectStore('plans');
    request.onsuccess = () => ((globalThis.old = request.result), done());
  }), name);
  const other = await another();
  // The same name in a greater version is what a next layout will be.
  const seen = await other.evaluate(async (name) => {
    const open = IDBFactory.prototype.open;
    IDBFactory.prototype.open = function (name, version) {
      return open.call(this, name, version + 1);
    };
    const memory = await openStore({ name, patience: 300 });
    const { id, revision } = await memory.create('Ett', 'a');
    const told = [memory.kept, memory.reason, await memory.save(id, 'Ett', 'b', revision), (await memory.load(id)).text, (await memory.history(id)).length];
    IDBFactory.prototype.open = open;
    return told;
  }, name);
  assert.deepEqual(seen, [false, 'blocked', { revision: 2 }, 'b', 2]);
});

storeTest('a database of the layout before keeps its plans, and has room for what stands beside them', async ({ page }) => {
  const id = await three(page);
  const seen = await page.evaluate(async (id) => {
    const before = ['plans', 'revisions', 'texts', 'files'];
    const all = await Promise.all(before.map(async (room) => {
      const keys = await raw('readonly', (transaction) => transaction.objectStore(room).getAllKeys());
      const values = await raw('readonly', (transaction) => transaction.objectStore(room).getAll());
      return keys.map((key, at) => [room, key, values[at]]);
    }));
    await new Promise((done) => {
      const request = indexedDB.open('older', 1);
      request.onupgradeneeded = () => {
        for (const room of before) request.result.createObjectStore(room);
        for (const [room, key, value] of all.flat()) request.transaction.objectStore(room).put(value, key);
      };
      request.onsuccess = () => (request.result.close(), done());
    });
    const older = await openStore({ name: 'older' });
    const there = [older.kept, (await older.load(id)).text, await older.aside(id)];
    await older.setAside(id, 'a variant');
    there.push(await older.aside(id));
    await older.setAside(id, '');
    there.push(await older.aside(id));
    await older.close();
    return there;
  }, id);
  assert.deepEqual(seen, [true, '3', undefined, 'a variant', undefined]);
});

storeTest('a database of a newer version is left alone and told', async ({ page, another }) => {
  const id = await three(page);
  // A newer page comes, and asks the older one to step aside.
  const other = await another();
  await other.evaluate(async () => {
    await store.close();
    await new Promise((done, fail) => {
      const request = indexedDB.open('planning-wheel', 3);
      request.onblocked = fail;
      request.onsuccess = () => (request.result.close(), done());
    });
  });
  const told = await page.evaluate(async (id) => {
    const keeper = keep(store, { id, title: 'Ett', text: '3', revision: 3 });
    keeper.put('Ett', 'four');
    const { state, fault, unsaved } = await keeper.done();
    const again = await openStore();
    return [state, fault.code, unsaved, again.kept, again.reason, (await again.list()).length];
  }, id);
  assert.deepEqual(told, ['failed', 'newer', true, false, 'newer', 0]);
  const there = await other.evaluate((id) => raw('readonly', (transaction) => transaction.objectStore('texts').get([id, 3])), id);
  assert.equal(there, '3', 'nothing of it was lost');
});

storeTest('a database that is thrown out under a page: told, and the text can be kept anew', async ({ page, context, site }) => {
  const id = await three(page);
  await page.evaluate(async (id) => (globalThis.keeper = keep(store, await store.load(id))) && undefined, id);
  const devtools = await context.newCDPSession(page);
  await devtools.send('Storage.clearDataForOrigin', { origin: site.origin, storageTypes: 'indexeddb' });
  const told = await page.evaluate(async () => {
    keeper.put('Ett', 'four');
    let state = await keeper.done();
    if (state.state === 'failed') state = (keeper.retry(), await keeper.done());
    return [state.state, state.unsaved, state.conflict];
  });
  assert.deepEqual(told, ['conflict', true, { base: '3', theirs: null, title: '', revision: 0, removed: true }]);
  const end = await page.evaluate(async (id) => {
    keeper.settle('Ett', 'four', 0);
    await keeper.done();
    return (await store.load(id)).text;
  }, id);
  assert.equal(end, 'four');
});

storeTest('a page that may keep nothing says so and works in memory', { headers: { 'Access-Control-Allow-Origin': '*', 'Content-Security-Policy': "default-src 'none'; script-src *; connect-src *; img-src data:; style-src 'self'; sandbox allow-scripts" } }, async ({ page }) => {
  const seen = await page.evaluate(async () => {
    const { id, revision } = await store.create('Ett', 'a');
    await store.save(id, 'Ett', 'b', revision);
    const conflict = await store.save(id, 'Ett', 'c', revision);
    return [origin, store.kept, store.reason, await store.load(id).then(({ text }) => text), conflict.conflict.theirs, (await store.list()).length, await store.persist()];
  });
  assert.equal(seen[0], 'null', 'the page must have no origin, or this shows nothing');
  assert.deepEqual(seen.slice(1, 6), [false, 'refused', 'b', 'b', 1]);
});

/** What browsers answer in windows and settings of theirs that this one has not. */
const ANSWERS = {
  private: ['InvalidStateError', 'private'],
  refused: ['SecurityError', 'refused'],
  broken: ['UnknownError', 'refused'],
  full: ['QuotaExceededError', 'quota'],
};
for (const [name, [error, reason]] of Object.entries(ANSWERS)) {
  storeTest(`a browser that answers ${error} (${name}) is told as ${reason}`, async ({ page }) => {
    const seen = await page.evaluate(async (error) => {
      IDBFactory.prototype.open = function () {
        const request = new EventTarget();
        Object.defineProperty(request, 'error', { value: new DOMException('no', error) });
        setTimeout(() => request.onerror(new Event('error')));
        return request;
      };
      const thrown = await openStore({ name: 'x' });
      IDBFactory.prototype.open = () => {
        throw new DOMException('no', error);
      };
      const second = await openStore({ name: 'y' });
      return [thrown.kept, thrown.reason, second.reason];
    }, error);
    assert.deepEqual(seen, [false, reason, reason]);
  });
}

storeTest('a private window keeps nothing for the next one', async ({ page, context, url }) => {
  await three(page);
  const other = await context.browser().newContext({ serviceWorkers: 'block' });
  const next = await other.newPage();
  await next.goto(url);
  await withStore(next);
  const list = await next.evaluate(() => store.list());
  await other.close();
  assert.deepEqual(list, []);
});

const wait = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds));
