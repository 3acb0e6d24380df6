// files.js for a page with nothing beside it: `cargo xtask dist` packs the files into its script.
import packed from 'packed-files';

/** The wasm, as wasm-bindgen's init takes it. */
export const wasm = () => own('planning-wheel-web_bg.wasm');

/** Whether the wasm has thrown this: there is no other in the file. */
export const isOwn = () => true;

/** The bytes of one of the element's own files. */
export async function own(name) {
  const stream = new Blob([packed[name]]).stream().pipeThrough(new DecompressionStream('gzip'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

/** A page from file:// may ask for nothing, and this one needs nothing. */
export async function fetched(url) {
  throw Object.assign(new Error(url), { file: url, why: 'file://' });
}

/** Bundled, too. Its wasm writes files itself, so that no module of the core is needed. */
export const taker = () => import('./take.js');
export const core = undefined;

/** No other page can have the element from here. */
export const script = undefined;
