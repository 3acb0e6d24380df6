// "Ta med": what a wheel shows as a file, a link, or code for a page. Fetched when somebody first
// asks, and so is the core's module, which writes the files.

const TYPES = { ics: 'text/calendar', csv: 'text/csv', svg: 'image/svg+xml' };
/** Pixels for each of the picture's own: sharp on any screen, and on a sheet of paper. */
const SHARP = 2;

/**
 * Does what was asked: `ics`, `ics all`, `csv`, `svg`, `png`, `link` or `code`.
 * The host is planning-wheel.js: the wheel in wasm, its files, and how far it has come is `say`d.
 */
export async function take(what, host) {
  try {
    if (what === 'link') await copy(host.link(), host);
    else if (what === 'code') await copy(await code(host), host);
    else await save(what, host);
  } catch (error) {
    host.say('failed', error.message);
  }
}

async function save(what, host) {
  const [ending, all] = what.split(' ');
  const asked = host.wheel.asked();
  host.say('busy');
  const kind = ending === 'png' ? 'svg' : ending;
  const text = host.linked ? host.wheel.file(kind, Boolean(all)) : await written(kind, all, asked, host);
  const blob = ending === 'png' ? await photograph(text) : new Blob([text], { type: `${TYPES[ending]};charset=utf-8` });
  const name = `${asked.name}.${ending}`;
  give(name, blob);
  host.say('saved', name);
}

/** The file's text, by the core's module. */
async function written(kind, all, { days, lang, entries, picture }, { core, files }) {
  const module = await core();
  await module.load(undefined, null); // The duties come with the plan.
  const [plan, catalogue = null] = await files;
  const options = { ...days, lang, catalogue };
  switch (kind) {
    case 'ics':
      return module.toIcs(plan, { ...options, periods: false, ...(all ? {} : { entries }) });
    case 'csv':
      return module.toCsv(plan, { ...options, entries });
    default:
      return module.toSvg(plan, { ...options, ...picture });
  }
}

/** An SVG file as a PNG: drawn from a data: address, which every policy for pictures allows. */
async function photograph(svg) {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = image.naturalWidth * SHARP;
  canvas.height = image.naturalHeight * SHARP;
  canvas.getContext('2d').drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('PNG'))), 'image/png'),
  );
}

/** Lets the reader save a file: a click on a link, which no policy forbids. */
export function give(name, blob) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

/** Puts a text on the clipboard; where that is refused, the reader gets it selected in a field. */
async function copy(text, { say, field }) {
  try {
    await navigator.clipboard.writeText(text);
    say('copied');
  } catch {
    say('refused', text);
    // The field comes with the next drawing.
    requestAnimationFrame(() => (field()?.focus(), field()?.select()));
  }
}

/** Markup that shows the same wheel on another page: its plan by address, or inside it. */
async function code({ script, src, catalogue, address, lang, theme, files }) {
  const absolute = (url) => url && new URL(url, document.baseURI).href;
  const said = { src: absolute(src), catalogue: absolute(catalogue), ...Object.fromEntries(new URLSearchParams(address)), lang, theme };
  const attributes = Object.entries(said)
    .filter(([, value]) => value)
    .map(([name, value]) => ` ${name}="${escaped(value)}"`)
    .join('');
  const plan = src ? '' : `\n  <script type="application/json">${inside((await files)[0])}</script>\n`;
  return `<script type="module" src="${escaped(script)}"></script>\n<planning-wheel${attributes}>${plan}</planning-wheel>\n`;
}

const escaped = (text) => text.replace(/[&<>"]/g, (letter) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[letter]);

/** A plan in which no text can end the element around it. */
const inside = (bytes) => JSON.stringify(JSON.parse(new TextDecoder().decode(bytes))).replaceAll('<', '\\u003c');
