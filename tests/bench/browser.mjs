// The wheel beside FullCalendar's year in one Chromium, on the same generated entries:
//   node browser.mjs FOLDER_OF_THE_ELEMENT
// CHROMIUM and CHROMIUM_FLAGS as for the browser tests. Prints medians and ratios, judges nothing.
import { copyFile, cp, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { serveFolder } from '../browser/site.mjs';

const COUNTS = [100, 1_000, 10_000];
const DRAWS = 9;
const STARTS = 7;
const WORKS = 41;
// FullCalendar writes its own style element.
const CSP = "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self' 'unsafe-inline'; img-src 'self' data:";

const here = dirname(fileURLToPath(import.meta.url));
const peer = join(here, 'node_modules/fullcalendar');
const { version } = JSON.parse(await readFile(join(peer, 'package.json'), 'utf8'));

const folder = await mkdtemp(join(tmpdir(), 'planning-wheel-bench-'));
await cp(join(here, 'pages'), folder, { recursive: true });
await cp(process.argv[2], join(folder, 'v'), { recursive: true });
await copyFile(join(peer, 'index.global.min.js'), join(folder, 'fullcalendar.js'));
const site = await serveFolder(folder, { csp: CSP });
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM,
  args: process.env.CHROMIUM_FLAGS?.split(' ').filter(Boolean),
});

try {
  console.log(`Chromium ${browser.version()}, FullCalendar ${version}; medians in milliseconds\n`);
  const starts = { wheel: [], calendar: [] };
  for (let turn = 0; turn < STARTS; turn += 1) {
    for (const name of ['wheel', 'calendar']) starts[name].push(await coldStart(name));
  }
  const wheel = await open('wheel');
  const calendar = await open('calendar');
  line(['', 'the wheel', 'FullCalendar', 'ratio']);
  row('cold start to a drawn year of 100', median(starts.wheel), median(starts.calendar));
  for (const count of COUNTS) {
    const [ours, theirs] = [[], []];
    for (let turn = 0; turn <= DRAWS; turn += 1) {
      const both = [await draw(wheel.page, count), await draw(calendar.page, count)];
      // The first is for warming up.
      if (turn) [ours, theirs].forEach((list, at) => list.push(both[at]));
    }
    row(`data to drawn frame, ${count} entries`, median(ours), median(theirs));
  }
  for (const one of [wheel, calendar]) await one.page.evaluate(() => window.prepare(1_000));
  for (const work of ['choose', 'filter', 'show all']) row(`script to ${work}, 1000 entries`, await script(wheel, work));
  row('script to step a year, 1000 entries', await script(wheel, 'step'), await script(calendar, 'step'));
} finally {
  await browser.close();
  await site.close();
  await rm(folder, { recursive: true });
}

async function open(name) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  page.on('pageerror', (error) => {
    throw error;
  });
  await page.goto(`${site.url}${name}.html`);
  const start = await page.evaluate(() => window.started);
  return { context, page, start };
}

/** A context of its own has nothing in its cache. */
async function coldStart(name) {
  const { context, start } = await open(name);
  await context.close();
  return start;
}

function draw(page, count) {
  return page.evaluate((count) => window.draw(count), count);
}

/** Milliseconds of script that one piece of work takes, layout and painting left aside. */
async function script({ page }, work) {
  const times = [];
  for (let turn = 0; turn < WORKS; turn += 1) {
    times.push(await page.evaluate(([work, turn]) => window.work[work](turn), [work, turn]));
  }
  return median(times.slice(1));
}

function median(numbers) {
  const sorted = numbers.toSorted((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)];
}

function row(name, ours, theirs) {
  const cells = [name, ours.toFixed(1)];
  if (theirs !== undefined) cells.push(theirs.toFixed(1), (ours / theirs).toFixed(2));
  line(cells);
}

function line(cells) {
  console.log(cells[0].padEnd(46) + cells.slice(1).map((cell) => cell.padStart(14)).join(''));
}
