// A plan as a file: opened and saved by picker where the browser has one, by upload and download
// everywhere. A picked file can be written again; the browser swaps it whole when it is closed.
import { StoreFault, faultOf } from './fault.js';

/** @typedef {import('./store.js').Link} Link */

const TYPES = [{ description: 'Planning wheel', accept: { 'application/json': ['.json'] } }];
const CHANCE = { mode: 'readwrite' };

/** A file's name made of words: what some systems forbid in names is left out. */
export const fileName = (words, ending) =>
  `${words.normalize('NFC').replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-|-$/g, '').toLowerCase().slice(0, 100) || 'plan'}.${ending}`;

/** Whether a file can be kept open in this browser. */
export const pickers = () => 'showOpenFilePicker' in globalThis && 'showSaveFilePicker' in globalThis;

/**
 * Lets the person choose a file; on a press only.
 * @returns {Promise<{ name: string, text: string, link?: Link }|undefined>} nothing when nobody chose
 */
export async function openFile() {
  const picked = await pick(() => showOpenFilePicker({ types: TYPES }));
  if (picked === null) return undefined;
  if (!picked) return upload();
  const [handle] = picked;
  return handled(async () => {
    const file = await handle.getFile();
    const text = await file.text();
    return { name: file.name, text, link: linkOf(handle, file, text) };
  });
}

/**
 * Saves a text as a file; on a press only.
 * @returns {Promise<{ name: string, link?: Link }|undefined>} nothing when nobody chose
 */
export async function saveFile(name, text) {
  const handle = await pick(() => showSaveFilePicker({ suggestedName: name, types: TYPES }));
  if (handle === null) return undefined;
  if (!handle) return download(name, text);
  return handled(async () => {
    const link = await write(handle, text);
    return { name: link.name, link };
  });
}

/** What a picker gives; null when the person left it, nothing where there is none. */
async function pick(ask) {
  if (!pickers()) return undefined;
  try {
    return await ask();
  } catch (error) {
    if (error.name === 'AbortError') return null;
    // Inside a frame of another site: as in a browser without pickers.
    if (error.name === 'SecurityError') return undefined;
    throw faultOf(error, 'denied');
  }
}

function upload() {
  const input = document.createElement('input');
  input.type = 'file';
  input.accept = '.json,application/json';
  return new Promise((resolve, reject) => {
    input.addEventListener('cancel', () => resolve(undefined));
    input.addEventListener('change', () => {
      const [file] = input.files;
      const read = file?.text().then((text) => ({ name: file.name, text }));
      handled(() => read).then(resolve, reject);
    });
    input.click();
  });
}

/** A click on a link, which no policy forbids. */
function download(name, text) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: 'application/json;charset=utf-8' }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  return { name };
}

/** Whether the file may be written: `granted`, `prompt` (ask on a press) or `denied`. @param {Link} link */
export async function permission({ handle }) {
  return (await handle.queryPermission?.(CHANCE)) ?? 'granted';
}

/** Asks the person for the file; on a press only. @param {Link} link */
export async function allow({ handle }) {
  return (await handled(() => handle.requestPermission?.(CHANCE))) ?? 'granted';
}

/**
 * Writes to the file of a plan, unless somebody else has since: then what it holds now comes back,
 * and a link to write over that with.
 * @param {Link} link
 * @param {string} text
 * @returns {Promise<{ link: Link, conflict?: undefined } | { conflict: { base: string, theirs: string, link: Link }, link?: undefined }>}
 */
export async function writeFile(link, text) {
  if ((await permission(link)) !== 'granted') throw new StoreFault('denied', link.name);
  return alone(link.name, () =>
    handled(async () => {
      const theirs = await changed(link);
      return theirs ?? { link: await write(link.handle, text) };
    }),
  );
}

/** What the file holds, if it is not what we wrote or read last. */
async function changed(link) {
  const file = await link.handle.getFile();
  if (file.lastModified === link.modified && file.size === link.size) return undefined;
  const theirs = await file.text();
  // Copied or synchronised: another time and the same text.
  if (theirs === link.text) return undefined;
  return { conflict: { base: link.text, theirs, link: linkOf(link.handle, file, theirs) } };
}

/** Two pages of ours take turns with a file. */
const alone = (name, work) => (navigator.locks ? navigator.locks.request(`planning-wheel file ${name}`, work) : work());

/** Writes beside the file and swaps: a crash leaves the one before. */
async function write(handle, text) {
  const stream = await handle.createWritable();
  try {
    await stream.write(text);
    await stream.close();
  } catch (error) {
    await stream.abort().catch(() => {});
    throw error;
  }
  return linkOf(handle, await handle.getFile(), text);
}

/** @returns {Link} */
function linkOf(handle, { name, lastModified, size }, text) {
  return { handle, name, modified: lastModified, size, text };
}

async function handled(work) {
  try {
    return await work();
  } catch (error) {
    throw faultOf(error, 'denied', { InvalidStateError: 'busy', AbortError: 'denied' });
  }
}
