// A person at work in the planner, in a real Chromium:
//   node planner.mjs DIST
// CHROMIUM and CHROMIUM_FLAGS as for the browser tests. An edit is one press that changes the plan,
// until the year is drawn anew; time is what scripts take of the page's own thread, as the browser
// counts it, layout and painting left aside. The longest task is what a press could have to wait
// for, by the clock. Prints medians beside their budgets, judges nothing.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { serveFolder } from '../browser/site.mjs';

const LARGEST = 'samverkan-blekinge';
const EDITS = 41;
const PERIODS = 15;

const dist = process.argv[2];
const site = await serveFolder(dist);
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM,
  args: process.env.CHROMIUM_FLAGS?.split(' ').filter(Boolean),
});

try {
  console.log(`Chromium ${browser.version()}; milliseconds of script: median, slowest of ten, with the save that follows\n`);
  line(['', 'drawn', 'budget', 'slow', 'and saved', 'longest task']);
  const plan = JSON.parse(await readFile(join(dist, 'plans', `${LARGEST}.json`), 'utf8'));
  await edits(LARGEST, plan, 16);
  await edits(`ten ${LARGEST}`, tenTimes(plan), 50);
  await simulation(LARGEST, plan, 100);
} finally {
  await browser.close();
  await site.close();
}

/** Each kind of edit on the year of a plan. */
async function edits(name, plan, budget) {
  const bench = await open(plan);
  const { page } = bench;
  // The form of the first series that has a length.
  const at = plan.meetings.findIndex(({ minutes, count }) => minutes && count);
  await page.evaluate((at) => window.inside.querySelectorAll('.outline details')[1].querySelectorAll('.link:not(.add)')[at].click(), at);
  await page.locator('.part input[type=number]').first().waitFor();
  await page.evaluate(() => {
    const labels = [...window.inside.querySelectorAll('.part label')];
    window.minutes = labels.find(({ textContent }) => /Längd|minuter/i.test(textContent)).parentElement.querySelector('input');
  });
  row(`a number in a form, ${name}`, await measured(bench, EDITS, (turn) => {
    window.minutes.value = turn % 2 ? 75 : 105;
    window.minutes.dispatchEvent(new Event('change', { bubbles: true }));
  }), budget);

  // One of its meetings, from the list of its days: marks are weeks where there are thousands.
  await page.evaluate(() => {
    window.inside.querySelector('.part .dates summary').click();
    [...window.inside.querySelectorAll('.part .own-days .link')].at(-1).click();
  });
  await page.locator('.by-hand .steps button').first().waitFor();
  row(`a meeting led to another day, ${name}`, await measured(bench, EDITS, (turn) => {
    const [, earlier, later] = window.inside.querySelectorAll('.by-hand .steps[role=group] button');
    (turn % 4 < 2 ? later : earlier).click();
  }), budget);
  await page.evaluate(() => [...window.inside.querySelectorAll('.by-hand .steps:not([role]) button')].find((button) => button.type === 'button').click());
  row(`a step undone and done again, ${name}`, await measured(bench, EDITS, (turn) => {
    window.inside.querySelectorAll('.bar .steps[role=group] > button')[turn % 2].click();
  }), budget);
  await bench.context.close();
}

/** Another mandate period of a plan and four variants of it: all of them are computed anew. */
async function simulation(name, plan, budget) {
  const bench = await open(plan);
  const { page } = bench;
  await page.getByRole('button', { name: 'Simulera', exact: true }).click();
  await page.locator('.beginnings button').first().waitFor();
  for (let at = 0; at < 4; at += 1) await page.locator('.beginnings button').nth(Math.min(at, 2)).click();
  await page.locator('.draft').nth(3).waitFor();
  row(`four variants of a mandate period, ${name}`, await measured(bench, PERIODS, (turn) => {
    window.inside.querySelector(`.periods button:${turn % 2 ? 'first' : 'last'}-child`).click();
  }), budget);
  await bench.context.close();
}

/** A planner with a plan on its bench; `inside` is its shadow root. */
async function open(plan) {
  const context = await browser.newContext({ locale: 'sv-SE', timezoneId: 'Europe/Stockholm', viewport: { width: 1440, height: 900 }, reducedMotion: 'reduce' });
  const page = await context.newPage();
  page.on('pageerror', (error) => {
    throw error;
  });
  await page.clock.setFixedTime('2026-11-20T09:00:00+01:00');
  await page.goto(`${site.url}plan.html`);
  await page.locator('planning-wheel-planner h1').waitFor();
  await page.evaluate(async (text) => {
    const planner = document.querySelector('planning-wheel-planner');
    await planner.open(text);
    window.inside = planner.shadowRoot;
  }, JSON.stringify(plan));
  await page.locator('.wheel [role=button]').first().waitFor({ state: 'attached' });
  const devtools = await context.newCDPSession(page);
  // Time of the page's own thread: what else runs on the machine does not count.
  await devtools.send('Performance.enable', { timeDomain: 'threadTicks' });
  return { context, page, devtools };
}

/** What each of many presses costs: the time of scripts, and the longest task that held the page. */
async function measured({ page, devtools }, times, press) {
  const script = async () => {
    const { metrics } = await devtools.send('Performance.getMetrics');
    return metrics.find(({ name }) => name === 'ScriptDuration').value * 1000;
  };
  const rest = () => page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 20)))));
  const all = [];
  const saved = [];
  const tasks = [];
  for (let turn = 0; turn <= times; turn += 1) {
    await rest();
    const before = await script();
    await rest();
    const between = await script();
    // The next task begins when this one, with all that follows in it, has ended.
    tasks.push(await page.evaluate(`new Promise((done) => {
      const begun = performance.now();
      (${press})(${turn});
      const next = new MessageChannel();
      next.port1.onmessage = () => done(performance.now() - begun);
      next.port2.postMessage(0);
    })`));
    const drawn = await script();
    await rest();
    all.push(drawn - between);
    saved.push((await script()) - between - (between - before));
  }
  // The first is for warming up.
  const [sorted, after, longest] = [all, saved, tasks].map((list) => list.slice(1).toSorted((one, other) => one - other));
  const slow = (list) => list[Math.floor(list.length * 0.9)];
  return { median: middle(sorted), slow: slow(sorted), saved: middle(after), longest: slow(longest) };
}

function middle(list) {
  return list[Math.floor(list.length / 2)];
}

/** The same groups and meetings ten times over, as tests/benches/engine.rs has them. */
function tenTimes(plan) {
  const large = structuredClone(plan);
  for (let copy = 1; copy < 10; copy += 1) {
    const other = (id) => `${id}-x${copy}`;
    large.bodies.push(...plan.bodies.map(({ seats, shares_seats_with, ...body }) => ({ ...body, id: other(body.id) })));
    large.meetings.push(...plan.meetings.map((series) => ({ ...series, id: other(series.id), bodies: series.bodies.map(other) })));
  }
  return large;
}

function row(name, { median, slow, saved, longest }, budget) {
  line([name, median.toFixed(1), `< ${budget}`, slow.toFixed(1), saved.toFixed(1), longest.toFixed(1)]);
}

function line(cells) {
  console.log(cells[0].padEnd(58) + cells.slice(1).map((cell) => cell.padStart(13)).join(''));
}
