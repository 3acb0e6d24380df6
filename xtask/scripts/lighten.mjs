// Takes exports out of the page's wasm, so that wasm-opt drops everything that only they need: the
// writers of files, which a reader's browser loads with the core's module when they are asked for,
// and what a library exports and nobody here calls. The single page has nothing beside it and keeps
// the writers. The planner's wasm does without the element that readers place on their pages, too.
//   node lighten.mjs WASM [FULL]
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** `Instance::file` and `Planner::file`, as wasm-bindgen calls them. The scripts look whether they
 *  are there. */
const WRITERS = /^(instance|planner)_file$/;
/** `Instance`, in a wasm that has a `Planner`. */
const ELEMENT = /^(__wbg_)?instance_/;
const PLANNER = /planner_open/;
/** Streams of JavaScript, which leptos's server functions would read. */
const NOBODYS = /^(__wbg_)?intounderlying/;
const EXPORTS = 7;

const [built, full] = process.argv.slice(2);
const read = without(readFileSync(built), NOBODYS);
const whole = PLANNER.test(read.toString('latin1')) ? without(read, ELEMENT) : read;
if (full) {
  mkdirSync(dirname(full), { recursive: true });
  writeFileSync(full, whole);
}
const light = without(whole, WRITERS);
if (light.length === whole.length) throw new Error('the wasm exports no writers');
writeFileSync(built, light);

/** A module without some exports. Sections are an id, a length and as many bytes. */
function without(wasm, names) {
  const parts = [wasm.subarray(0, 8)];
  for (let at = 8; at < wasm.length; ) {
    const [length, start] = number(wasm, at + 1);
    const end = start + length;
    parts.push(wasm[at] === EXPORTS ? section(listed(wasm, start, names)) : wasm.subarray(at, end));
    at = end;
  }
  return Buffer.concat(parts);
}

/** The exports of a section but some: each is a name, a kind and a number. */
function listed(wasm, start, names) {
  const [count, first] = number(wasm, start);
  const kept = [];
  for (let left = count, at = first; left > 0; left -= 1) {
    const [length, text] = number(wasm, at);
    const [, next] = number(wasm, text + length + 1);
    if (!names.test(wasm.toString('utf8', text, text + length))) kept.push(wasm.subarray(at, next));
    at = next;
  }
  return Buffer.concat([written(kept.length), ...kept]);
}

function section(content) {
  return Buffer.concat([Buffer.from([EXPORTS]), written(content.length), content]);
}

/** A number as wasm writes it (unsigned LEB128), and where it ends. */
function number(wasm, at) {
  let value = 0;
  for (let shift = 0; ; shift += 7) {
    const byte = wasm[at++];
    value += (byte & 127) * 2 ** shift;
    if (byte < 128) return [value, at];
  }
}

function written(value) {
  const bytes = [];
  do {
    bytes.push((value % 128) + (value >= 128 ? 128 : 0));
    value = Math.floor(value / 128);
  } while (value > 0);
  return Buffer.from(bytes);
}
