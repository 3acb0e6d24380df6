// What every browser test shares. `cargo xtask test --only browser` runs them with
//   CHROMIUM        the browser's path
//   CHROMIUM_FLAGS  more flags for it, with spaces between
//   PAGE            the folder of the built page
//   PROGRAM         planning-wheel for the terminal
//   SCREENS         where pictures go
import assert from 'node:assert/strict';
import { copyFile, cp, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { after, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';
import { serveFolder } from './site.mjs';

/** A variable that must be set. */
export const env = (name) => {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set; run cargo xtask test --only browser`);
  return value;
};

// Nothing of the browser's own may go out on the network: only the page's requests count.
const FLAGS = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--font-render-hinting=none',
];

/** What the strictest hosts send, and their scripts may not even write markup. */
export const STRICTEST = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "connect-src 'self'",
  "img-src 'self' data:",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ');

let browser;
after(async () => (await browser)?.close());

function theBrowser() {
  browser ??= chromium.launch({
    executablePath: env('CHROMIUM'),
    args: [...FLAGS, ...(process.env.CHROMIUM_FLAGS?.split(' ').filter(Boolean) ?? [])],
  });
  return browser;
}

/**
 * A test on a freshly opened page. It fails when the page logs an error, throws,
 * or asks any other origin for anything, whatever else it asserts.
 *
 *   pageTest('shows the wheel', async ({ page }) => { … });
 *   pageTest('on a telephone', { viewport: { width: 360, height: 740 } }, async ({ page, shoot }) => { … });
 *
 * Options: those of playwright's newContext, and
 *   csp, base, headers   how the page is served (site.mjs)
 *   copied      true when the test changes what is served: it gets a copy, `folder`
 *   path        what is opened after the page's address, such as '#2027'
 *   file        a file of the page that is opened alone from file://, with `path` after it
 *   before      async (page) => …, runs before the page is opened
 *   starts      false when the wasm is not to be waited for
 *   others      a regular expression for requests elsewhere that the test itself makes
 *   expected    a regular expression for console errors that the test provokes
 * No service worker runs unless serviceWorkers is 'allow'.
 * The body gets { page, context, site, folder, url, requests, messages, shoot, audit, skip }.
 */
export function pageTest(name, options, body) {
  if (typeof options === 'function') [options, body] = [{}, options];
  const { csp, base, headers, copied, file, path = '', before, expected, others, starts = true, ...contextOptions } = options;
  test(name, async (t) => {
    const { folder, site, url, close } = await place({ csp, base, headers, copied, file, path });
    const context = await (await theBrowser()).newContext({
      locale: 'sv-SE',
      timezoneId: 'Europe/Stockholm',
      viewport: { width: 1280, height: 900 },
      reducedMotion: 'reduce',
      serviceWorkers: 'block',
      ...contextOptions,
    });
    try {
      const { requests, messages } = record(context);
      const page = await context.newPage();
      await before?.(page);
      await page.goto(url);
      if (starts) await started(page);
      const shoot = (file, target = page) => picture(target, file);
      await body({ page, context, site, folder, url, requests, messages, shoot, audit: () => audit(page), skip: (why) => t.skip(why) });
      assertQuiet(messages, expected);
      if (file) assertAlone(requests, url);
      else assertOwn(requests, site.origin, others);
    } finally {
      await context.close();
      await close();
    }
  });
}

/** Serves the page, or puts one file of it alone into a folder; `close` clears up. */
export async function place({ csp, base, headers, copied, file, path = '' }) {
  const scratch = copied || file ? await mkdtemp(join(tmpdir(), 'planning-wheel-')) : undefined;
  const folder = copied ? await copyOfPage(scratch) : env('PAGE');
  const alone = file && (await aloneIn(scratch, file));
  const site = await serveFolder(folder, { csp, base, headers });
  const url = (alone ?? site.url) + path;
  const close = async () => {
    await site.close();
    if (scratch) await rm(scratch, { recursive: true });
  };
  return { folder, site, url, close };
}

/** Waits until the page's wasm runs; says so when it could not start. */
export async function started(page) {
  await page.waitForFunction(() => document.documentElement.dataset.wasm);
  const state = await page.evaluate(() => document.documentElement.dataset.wasm);
  assert.equal(state, 'ready', 'the wasm did not start');
}

/** Every request and every console message of a context, as they come. */
function record(context) {
  const requests = [];
  const messages = [];
  context.on('request', (request) => requests.push(request.url()));
  context.on('console', (message) =>
    messages.push({ type: message.type(), text: message.text(), at: message.location().url }),
  );
  context.on('weberror', (error) =>
    messages.push({ type: 'error', text: String(error.error()), at: error.page()?.url() }),
  );
  return { requests, messages };
}

export function assertQuiet(messages, expected) {
  const errors = messages.filter(({ type, text }) => type === 'error' && !expected?.test(text));
  assert.deepEqual(errors, [], 'the page logged errors');
}

/** A file from file:// may ask for itself and for nothing else. */
export function assertAlone(requests, url) {
  const others = requests.filter((request) => leaves(request) && request !== url.split('#')[0]);
  assert.deepEqual(others, [], 'the file asked for something');
}

/** Whether a request goes further than the page itself. */
const leaves = (url) => !['data:', 'blob:'].includes(new URL(url).protocol);

export function assertOwn(requests, origin, others) {
  const foreign = requests.filter((url) => leaves(url) && new URL(url).origin !== origin && !others?.test(url));
  assert.deepEqual(foreign, [], 'the page asked another origin');
}

async function copyOfPage(scratch) {
  const folder = join(scratch, 'page');
  await cp(env('PAGE'), folder, { recursive: true });
  return folder;
}

/** The address of a file of the page in a folder where nothing else is. */
async function aloneIn(scratch, file) {
  const copy = join(scratch, basename(file));
  await copyFile(join(env('PAGE'), file), copy);
  return pathToFileURL(copy).href;
}

/** Saves a picture of a page or an element as SCREENS/file. */
async function picture(target, file) {
  const folder = env('SCREENS');
  await mkdir(folder, { recursive: true });
  await target.screenshot({ path: join(folder, file), animations: 'disabled' });
}

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe finds wrong by WCAG 2.2 A and AA: one line for each place. */
async function audit(page) {
  await page.evaluate(axe);
  const { violations } = await page.evaluate(() =>
    window.axe.run({
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    }),
  );
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target }) => `${id} at ${target.join(' ')}: ${help}`),
  );
}
