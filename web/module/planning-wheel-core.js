// The headless core for JavaScript: a page, a worker or Node. planning-wheel-core.d.ts tells what
// each function takes and gives; README.md has examples.
//
// A question goes to the wasm as bytes and words, and comes back as text. Options that are not
// known or of the wrong type are mistakes of the program that calls, and throw a TypeError; what is
// wrong with a plan is told by a PlanProblems.
import init, { ask } from './planning-wheel-module.js';

/** In the place of a plan, where a question needs none. */
const NONE = new Uint8Array();
const BESIDE = { wasm: 'planning-wheel-core.wasm', catalogue: 'statutory.json' };
const SCHEMAS = { plan: 'plan.schema.json', catalogue: 'catalogue.schema.json' };
const DAYS = ['year', 'mandate', 'from', 'to'];
const ALWAYS = ['lang', 'catalogue'];
const KEPT = ['kinds', 'bodies', 'principals', 'entries'];
const WHEEL = ['stretch', 'from', 'to', 'today', 'selected', 'hide', 'rings', 'title', ...KEPT, ...ALWAYS];
const PICTURE = ['year', 'mandate', 'term', 'theme', ...WHEEL];
const ENTRIES = [...DAYS, ...KEPT, 'perPrincipal', ...ALWAYS];
const FILE = [...ENTRIES, 'periods'];

/** What is wrong, each thing with its place. */
export class PlanProblems extends Error {
  name = 'PlanProblems';

  constructor(problems) {
    super(problems.map(sentence).join('\n'));
    this.problems = problems;
  }
}

function sentence({ path, line, column, message }) {
  const place = [line && `line ${line}, column ${column}`, path].filter(Boolean).join(', ');
  return place ? `${place}: ${message}` : message;
}

let loading;
let loaded;
/** The catalogue of duties that plans name, as bytes. */
let shipped = NONE;

export function load(wasm, catalogue) {
  loading ??= start(wasm, catalogue).catch((error) => {
    loading = undefined; // The network may be back the next time.
    throw error;
  });
  return loading;
}

async function start(wasm, catalogue) {
  const [module, duties] = await Promise.all([
    typeof wasm === 'string' || wasm instanceof URL ? read(wasm) : (wasm ?? beside(BESIDE.wasm)),
    catalogue === undefined ? beside(BESIDE.catalogue) : catalogue,
  ]);
  await init({ module_or_path: module });
  shipped = bytes(await duties, 'catalogue');
  loaded = true;
}

const beside = (name) => read(new URL(name, import.meta.url));

/** The bytes at an address. Node's fetch knows no files, and reads them itself. */
async function read(url) {
  const { protocol } = new URL(url, globalThis.location?.href ?? import.meta.url);
  if (protocol === 'file:' && globalThis.process?.versions?.node) {
    const files = 'node:fs/promises'; // By a name that no bundler follows.
    const { readFile } = await import(/* @vite-ignore */ /* webpackIgnore: true */ files);
    return new Uint8Array(await readFile(new URL(url)));
  }
  const answer = await fetch(url);
  if (!answer.ok) throw new Error(`${url}: ${answer.status}`);
  return new Uint8Array(await answer.arrayBuffer());
}

export const check = (plan, options) => value('check', plan, options, [...DAYS, ...ALWAYS]);
export const calendar = (plan, options) => value('calendar', plan, options, FILE);
export const explain = (plan, entry, options) => value('explain', plan, options, ALWAYS, { entry });
export const mandates = (options) => value('mandates', NONE, options, ['from', 'to']);
export const holidays = (year, options) => value('holidays', NONE, options, ['lang'], { year });
export const duties = (year, options) => value('duties', NONE, options, ALWAYS, { year });
export const wheel = (plan, year, options) => value('wheel', plan, options, WHEEL, { year });
export const mandateWheel = (plan, mandate, options) =>
  value('mandateWheel', plan, options, ['term', ...WHEEL], { mandate });
export const toCsv = (plan, options) => text('csv', plan, options, ['separator', ...FILE]);
export const toSvg = (plan, options) => text('svg', plan, options, PICTURE);
export const simulate = (plan, options) =>
  value('simulate', plan, options, ['variants', 'minutes', 'travel', 'year', 'mandate', 'from', 'to', ...ALWAYS]);
export const toIcs = (plan, options = {}) =>
  text('ics', plan, options, ['stamp', 'name', 'earlier', ...FILE], { stamp: seconds(options.stamp) });

export async function schema(of = 'plan') {
  if (!Object.hasOwn(SCHEMAS, of)) throw new TypeError(`schema: there is none of ${of}`);
  return JSON.parse(new TextDecoder().decode(await beside(SCHEMAS[of])));
}

const value = (...question) => JSON.parse(text(...question));

/** Asks the wasm: `known` are the options of the question, `more` what it always says. */
function text(question, plan, options = {}, known, more = {}) {
  if (!loaded) throw new Error('planning-wheel-core: await load() first');
  const words = asked(question, options, known, more);
  if (isObject(plan)) words.push('unplaced', '1');
  const file = bytes(plan, 'plan');
  const catalogue = options.catalogue === undefined ? shipped : bytes(options.catalogue, 'catalogue');
  try {
    return ask(question, file, catalogue, words.map((word) => word.replaceAll('\0', '\ufffd')).join('\0'));
  } catch (problems) {
    if (typeof problems !== 'string') throw problems;
    throw new PlanProblems(JSON.parse(problems));
  }
}

/** Options as names and values in turn. */
function asked(question, options, known, more) {
  const unknown = Object.keys(options).find((name) => !known.includes(name));
  if (unknown) throw new TypeError(`${question}: there is no option ${unknown}; there are ${known.join(', ')}`);
  const words = [];
  for (const [name, value] of Object.entries({ ...options, ...more })) {
    if (value === undefined || value === null || name === 'catalogue') continue;
    for (const word of said(question, name, value)) words.push(...word);
  }
  return words;
}

/** What an option says to the wasm. What is usual is not said. */
function said(question, name, value) {
  const expect = (holds, what) => {
    if (!holds) throw new TypeError(`${question}: ${name} must be ${what}`);
  };
  switch (name) {
    case 'kinds':
    case 'bodies':
    case 'principals':
    case 'entries':
      expect(Array.isArray(value) && value.every((one) => typeof one === 'string'), 'an array of strings');
      // No entries at all is something else than all of them.
      return name === 'entries' && value.length === 0 ? [[name, '']] : value.map((one) => [name, one]);
    case 'rings':
      expect(Array.isArray(value) && value.every((one) => one === null || typeof one === 'string'), 'an array of strings and null');
      // Where no ring is asked for, none has this name.
      return value.length === 0 ? [[name, '/']] : value.map((one) => [name, one ?? '']);
    case 'hide':
      expect(Array.isArray(value) && value.every(Number.isSafeInteger), 'an array of whole numbers');
      return value.map((one) => [name, String(one)]);
    case 'variants':
      expect(isObject(value) && Object.values(value).every(isObject), 'an object of objects');
      return Object.entries(value).flatMap(([variant, changes]) => [
        ['variant', variant],
        ...Object.entries(changes).map(([path, set]) => ['change', `${path}=${JSON.stringify(set)}`]),
      ]);
    case 'travel':
      expect(isObject(value) && Object.values(value).every(Number.isSafeInteger), 'an object of whole numbers');
      return Object.entries(value).map(([id, minutes]) => [name, `${id}=${minutes}`]);
    case 'minutes':
    case 'year':
    case 'mandate':
    case 'stamp':
      expect(Number.isSafeInteger(value), 'a whole number');
      return [[name, String(value)]];
    case 'from':
    case 'to':
      if (question === 'mandates') expect(Number.isSafeInteger(value), 'a year');
      else expect(typeof value === 'string', 'a day as YYYY-MM-DD');
      return [[name, String(value)]];
    case 'perPrincipal':
      expect(typeof value === 'boolean', 'true or false');
      return value ? [[name, '1']] : [];
    case 'periods':
    case 'title':
      expect(typeof value === 'boolean', 'true or false');
      return value ? [] : [[name === 'title' ? 'untitled' : 'noPeriods', '1']];
    default:
      expect(typeof value === 'string', 'a string');
      return [[name, value]];
  }
}

/** A moment as seconds since 1970; now where none is given. */
function seconds(stamp = new Date()) {
  const moment = typeof stamp === 'string' ? new Date(stamp) : stamp;
  const number = moment instanceof Date ? Math.floor(moment.getTime() / 1000) : moment;
  if (!Number.isSafeInteger(number) || number < 0) throw new TypeError(`ics: stamp is no moment: ${stamp}`);
  return number;
}

const isObject = (file) =>
  typeof file === 'object' && file !== null && !(file instanceof Uint8Array) && !(file instanceof ArrayBuffer);

/** A file as bytes: text, bytes, or an object that its JSON describes. */
function bytes(file, what) {
  if (file instanceof Uint8Array) return file;
  if (file instanceof ArrayBuffer) return new Uint8Array(file);
  if (file === null && what === 'catalogue') return NONE;
  if (typeof file === 'string') return new TextEncoder().encode(file);
  if (typeof file === 'object' && file !== null) return new TextEncoder().encode(JSON.stringify(file));
  throw new TypeError(`the ${what} must be text, bytes or an object`);
}
