// Plans come from others. Whatever a text of theirs holds is shown as text or refused: in the
// element, a frame, a single file, on paper, and in every file that is taken along.
// tests/data/hostile/ has the texts, and a plan with a place for them everywhere.
import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { calendar, drawing, program, saved, table } from './files.mjs';
import { env, pageTest } from './harness.mjs';

const read = async (name) => JSON.parse(await readFile(new URL(`../data/hostile/${name}`, import.meta.url), 'utf8'));
const [TEXTS, LINKS, PLAN] = await Promise.all(['texts.json', 'links.json', 'plan.json'].map(read));
const ENTRY = 'board-meetings/2027/2';

/** The plan with a text in every place, and another link if one is given. */
const planOf = (text, link) =>
  JSON.stringify(PLAN, (name, value) => (name === 'link' && link !== undefined ? link : value === '@' ? text : value));

/** Ids of the entries of a period, with what has a beginning and an end or without. */
const idsOf = async (...words) => {
  const { out } = await program(planOf('@'), ['export', 'PLAN', '--mandate', '2027', '--csv', ...words, '-o', 'OUT']);
  return table(out).map(({ id }) => id).sort();
};
const [ALL, DAYS] = await Promise.all([idsOf(), idsOf('--no-periods')]);

/** What of a text is surely seen: its first words, without signs that nobody sees. */
const core = (text) => {
  const [most] = text.split(/[\u0000-\u001f\u00ad\u034f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]+/).sort((a, b) => b.length - a.length);
  return most.trim().slice(0, 12);
};

// No policy: nothing but the program itself stands between a text and the page.
const open = { path: 'examples/element.html', csp: "default-src * 'unsafe-inline' 'unsafe-eval' data: blob:", starts: false };

for (const { name, text: part, times = 1, refused = false } of TEXTS) {
  const text = part.repeat(times);
  const plan = planOf(text);

  pageTest(`${name}: in the element, a frame, a single file and on paper`, { ...open, others: /^file:.*\/plan\.html$/ }, async ({ page, site, shoot }) => {
    await page.locator('#file .mark').first().waitFor({ state: 'attached' });
    await give(page, plan);
    await shown(page, '#file', text, refused);
    if (!refused) await shoot(`hostile-${name.replaceAll(/\W+/g, '-')}.png`);
    await page.route('**/plans/sskl-kalmar.json', (route) => route.fulfill({ status: 200, body: plan }));
    await page.goto(`${site.url}frame.html?src=plans/sskl-kalmar.json&year=2027`);
    await shown(page, 'planning-wheel', text, refused);
    await page.emulateMedia({ media: 'print' });
    await shown(page, 'planning-wheel', text, refused);
    await page.emulateMedia({ media: 'screen' });
    await inSingleFile(page, plan, text, refused);
  });

  pageTest(`${name}: in the files of the program and of the page`, open, async ({ page }) => {
    const made = (...words) => program(plan, words);
    const [ics, csv, year, mandate] = await Promise.all([
      made('export', 'PLAN', '--mandate', '2027', '--ics', '-o', 'OUT'),
      made('export', 'PLAN', '--mandate', '2027', '--csv', '-o', 'OUT'),
      made('wheel', 'PLAN', '--year', '2027', '-o', 'OUT'),
      made('wheel', 'PLAN', '--mandate', '2027', '-o', 'OUT'),
    ]);
    for (const { ok, error } of [ics, csv, year, mandate]) {
      assert.equal(ok, !refused, error);
      if (refused) assert.match(error, /plan\.json:\d+:\d+/, 'says where');
    }
    if (refused) return;
    assert.ok(ALL.length > DAYS.length && DAYS.length > 20);
    holds(calendar(ics.out), ALL, text);
    holds(table(csv.out), ALL, text);
    for (const { out } of [year, mandate]) assert.ok((await drawing(page, out)).includes(core(text)));

    await page.locator('#file .mark').first().waitFor({ state: 'attached' });
    await give(page, plan, 'mandate');
    const wheel = page.locator('#file');
    await wheel.getByText('Ta med').click();
    const files = [];
    for (const button of ['Kalenderfil', 'CSV', 'SVG']) files.push((await saved(page, button)).text);
    holds(calendar(files[0]), DAYS, text);
    holds(table(files[1]), ALL, text);
    assert.ok((await drawing(page, files[2])).includes(core(text)));
  });
}

/** Gives a plan to the first wheel, and waits for what it says of it. */
const give = (page, plan, view = 'wheel') =>
  page.$eval('#file', (wheel, [plan, view]) => {
    const said = new Promise((done) => ['plan-loaded', 'plan-failed'].forEach((name) => wheel.addEventListener(name, done, { once: true })));
    Object.assign(wheel, { plan, year: 2027, view });
    return said.then(() => {});
  }, [plan, view]);

/** A file holds every entry, and the text as text. */
function holds(entries, ids, text) {
  const found = entries.map(({ id, UID }) => id ?? UID.split('@')[0]);
  assert.deepEqual(found.sort(), ids);
  assert.ok(entries.some(({ title, SUMMARY }) => (title ?? SUMMARY).includes(core(text))), 'the text is not there');
}

for (const link of LINKS) {
  pageTest(`the link ${link} is refused`, open, async ({ page }) => {
    const plan = planOf('Text', link);
    for (const words of [['--ics'], ['--csv']]) {
      const { ok, error } = await program(plan, ['export', 'PLAN', '--year', '2027', ...words, '-o', 'OUT']);
      assert.equal(ok, false);
      assert.match(error, /https:\/\/, http:\/\/|plan\.json:\d+/);
    }
    await page.locator('#file .mark').first().waitFor({ state: 'attached' });
    await give(page, plan);
    await page.locator('#file').getByRole('alert').waitFor();
    assert.deepEqual(await page.$eval('#file', acting), []);
  });
}

async function inSingleFile(page, plan, text, refused) {
  const template = join(env('PAGE'), 'single/sskl-kalmar.html');
  const { ok, out } = await program(plan, ['page', 'PLAN', '--template', template, '-o', 'OUT']);
  assert.equal(ok, !refused);
  if (refused) return;
  const folder = await mkdtemp(join(tmpdir(), 'planning-wheel-'));
  try {
    const file = join(folder, 'plan.html');
    await writeFile(file, out);
    await page.goto(`${pathToFileURL(file)}#year=2027`);
    await shown(page, 'planning-wheel', text, refused);
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** The wheel shows the text as text on every screen, or says that it does not take it. */
async function shown(page, selector, text, refused) {
  const wheel = page.locator(selector);
  if (refused) {
    await wheel.getByRole('alert').getByText(/styrtecken|kontrolltecken|U\+00/i).first().waitFor();
    assert.deepEqual(await page.$eval(selector, acting), []);
    return;
  }
  for (const view of ['wheel', 'mandate', 'agenda']) {
    await page.$eval(selector, (wheel, [view, entry]) => Object.assign(wheel, { view, entry }), [view, ENTRY]);
    await wheel.locator('.wheel [role=button], .agenda .entry').first().waitFor({ state: 'attached' });
    for (const box of await wheel.locator('summary').all()) if (await box.isVisible()) await box.click();
    assert.deepEqual(await page.$eval(selector, acting), [], view);
    assert.deepEqual(await page.$eval(selector, turned), [], view);
    const all = await page.$eval(selector, (wheel) => wheel.shadowRoot.querySelector('.app').textContent);
    assert.ok(all.includes(core(text)), `${view} shows nothing of it`);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    assert.ok(wide <= 0, `${view} is ${wide} pixels too wide`);
  }
  assert.equal(await page.evaluate(() => window.pwned), undefined);
}

/** In the page: elements that no screen has, or that could act. */
function acting(wheel) {
  const strange = 'img, script, style, iframe, object, embed, form, math, foreignObject, x-pwned, b > b, i > i';
  const acts = (element) =>
    [...element.attributes].some(({ name, value }) => /^on/i.test(name) || (/href$/i.test(name) && !/^(#|https?:)/.test(value)));
  return [...wheel.shadowRoot.querySelectorAll('*')]
    .filter((element) => element.matches(strange) || acts(element))
    .map((element) => element.outerHTML.slice(0, 200));
}

/** In the page: words of ours that a text beside them has turned around. */
function turned(wheel) {
  const found = [];
  const walk = document.createTreeWalker(wheel.shadowRoot, NodeFilter.SHOW_TEXT);
  for (let node = walk.nextNode(); node; node = walk.nextNode()) {
    const word = /[a-zåäö§]{2,}/i.exec(node.data);
    if (!word || node.parentElement instanceof SVGElement || /[\u0590-\u05ff\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/.test(node.data)) continue;
    const range = document.createRange();
    const left = (at) => {
      range.setStart(node, at);
      range.setEnd(node, at + 1);
      return range.getBoundingClientRect();
    };
    const [first, last] = [left(word.index), left(word.index + word[0].length - 1)];
    if (first.top === last.top && first.left > last.left) found.push(node.data.slice(0, 60));
  }
  return found;
}
