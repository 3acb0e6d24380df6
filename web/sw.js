// The full page without a network. All files of one version are kept together and served
// together; a new version waits until the reader says yes.
//
// `cargo xtask dist` fills in the version (a hash of all files) and the files with theirs.
const VERSION = '';
const FILES = {};

const OURS = `planning-wheel ${registration.scope} `;
const NAME = OURS + VERSION;
const FOLDER = new URL(registration.scope).pathname;

addEventListener('install', (event) => event.waitUntil(keep()));
addEventListener('activate', (event) => event.waitUntil(forget()));
addEventListener('message', ({ data }) => data === 'SKIP_WAITING' && skipWaiting());
addEventListener('fetch', (event) => {
  const path = kept(event.request);
  if (path) event.respondWith(answer(path, event.request));
});

/** Fetches everything, past the browser's cache. A file of another version has another hash: then
 *  nothing is kept, the version before goes on, and the next visit tries again. */
async function keep() {
  const cache = await caches.open(NAME);
  const files = Object.entries(FILES);
  try {
    await cache.addAll(files.map(([path, integrity]) => new Request(path, { cache: 'reload', integrity })));
  } catch (error) {
    await caches.delete(NAME);
    throw error;
  }
}

/** Removes the versions before; another copy of the page on the same site keeps its own. */
async function forget() {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith(OURS) && name !== NAME).map((name) => caches.delete(name)));
}

/** The path of a kept file that a request asks for; nothing for everything else on the site. */
function kept({ method, url }) {
  const { origin, pathname } = new URL(url);
  if (method !== 'GET' || origin !== location.origin || !pathname.startsWith(FOLDER)) return undefined;
  const path = pathname.slice(FOLDER.length);
  if (path === '' || path === 'index.html') return './';
  return Object.hasOwn(FILES, path) ? path : undefined;
}

async function answer(path, request) {
  const cache = await caches.open(NAME);
  return (await cache.match(path, { ignoreVary: true })) ?? fetch(request);
}
