// Pages that keep plans: the store's own scripts in a page of their own, without the wasm.
import { pageTest } from './harness.mjs';

/** Any page of the site will do; this one has no script of its own. */
const BARE = { path: 'examples/', starts: false };

/** A test of the store: `page` and every page that `another` opens have it as `store`. */
export function storeTest(name, options, body) {
  if (typeof options === 'function') [options, body] = [{}, options];
  pageTest(name, { ...BARE, ...options }, async (given) => {
    await withStore(given.page);
    const another = async () => {
      const page = await given.context.newPage();
      await page.goto(given.url);
      await withStore(page);
      return page;
    };
    await body({ ...given, another });
  });
}

/** Opens the store in a page, and puts the module's words beside it. */
export async function withStore(page, options = {}) {
  await page.evaluate(async (options) => {
    const [store, keeper, file, fault] = await Promise.all(
      ['store', 'keeper', 'file', 'fault'].map((name) => import(new URL(`/keep/${name}.js`, location.origin).href)),
    );
    Object.assign(globalThis, { ...store, ...keeper, ...file, ...fault });
    globalThis.store = await openStore(options);
    /** The code of the fault that a promise ends with, or what it gave. */
    globalThis.codeOf = (promise) => promise.then((value) => ['fine', value], (error) => (error instanceof StoreFault ? error.code : String(error)));
    /** The database itself, past the store. */
    globalThis.raw = (mode, work) =>
      new Promise((resolve, reject) => {
        const request = indexedDB.open('planning-wheel');
        request.onerror = () => reject(request.error);
        request.onsuccess = () => {
          const database = request.result;
          const transaction = database.transaction([...database.objectStoreNames], mode);
          const asked = work(transaction);
          transaction.oncomplete = () => (database.close(), resolve(asked?.result));
          transaction.onabort = () => (database.close(), reject(transaction.error));
        };
      });
    globalThis.wait = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds));
  }, options);
}
