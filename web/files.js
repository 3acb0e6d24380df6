// Where the element finds its files: beside its script. The single page carries them inside
// itself and has inside.js in the place of this.

/** The wasm, as wasm-bindgen's init takes it. */
export const wasm = () => new URL('planning-wheel-web_bg.wasm', import.meta.url);

/** Whether the wasm has thrown this, and not that of somebody else on the page. */
export const isOwn = ({ stack }) => String(stack).includes(wasm().href);

/** The bytes of one of the element's own files. */
export const own = (name) => fetched(new URL(name, import.meta.url).href);

/** The bytes at an address. */
export async function fetched(url) {
  const fail = (why) => {
    throw Object.assign(new Error(`${url}: ${why}`), { file: url, why: String(why) });
  };
  const answer = await fetch(url).catch((error) => fail(error.message));
  return answer.ok ? new Uint8Array(await answer.arrayBuffer()) : fail(answer.status);
}

/** What makes files and copies of a wheel, fetched when somebody asks. */
export const taker = () => import('./take.js');

/** The core's module, which writes files. */
export const core = () => import('./core/planning-wheel-core.js');

/** The address by which another page can have the element. */
export const script = new URL('planning-wheel.js', import.meta.url).href;
