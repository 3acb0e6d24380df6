// The same promises in Firefox. `cargo xtask test --only browser` runs these tests with
//   FIREFOX  the browser's path
// and what harness.mjs tells.
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import puppeteer from 'puppeteer-core';
import { assertAlone, assertOwn, assertQuiet, env, place } from './harness.mjs';

let browser;
after(async () => (await browser)?.close());

/** Whoever the reader is, nothing of the browser's own may go out on the network. */
const PREFERENCES = {
  'app.update.enabled': false,
  'browser.safebrowsing.downloads.remote.enabled': false,
  'browser.safebrowsing.malware.enabled': false,
  'browser.safebrowsing.phishing.enabled': false,
  'browser.search.update': false,
  'extensions.blocklist.enabled': false,
  'intl.accept_languages': 'sv-SE, sv',
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'services.settings.server': 'data:,',
  'toolkit.telemetry.enabled': false,
  'ui.prefersReducedMotion': 1,
};

function theBrowser() {
  browser ??= puppeteer.launch({
    browser: 'firefox',
    executablePath: env('FIREFOX'),
    headless: true,
    extraPrefsFirefox: PREFERENCES,
    env: { ...process.env, TZ: 'Europe/Stockholm' },
  });
  return browser;
}

/**
 * A test on a page that Firefox has opened. Like pageTest it fails when the page logs an error,
 * throws, breaks its policy, or asks any other origin for anything.
 *
 * Options: csp, path, file, expected, as pageTest has them.
 * The body gets { page, site, url, requests, inside }; `inside(selector, index)` is an element of
 * the wheel's shadow root, once it is there.
 */
export function firefoxTest(name, options, body) {
  test(`Firefox: ${name}`, async () => {
    const placed = await place(options);
    const context = await (await theBrowser()).createBrowserContext();
    try {
      const page = await context.newPage();
      const { requests, messages } = record(page);
      await page.setViewport({ width: 1280, height: 900 });
      await page.goto(placed.url);
      const inside = (selector, frame = page) => frame.waitForSelector(`planning-wheel >>> ${selector}`);
      await body({ ...placed, page, requests, inside });
      assertQuiet(messages, options.expected);
      if (options.file) assertAlone(requests, placed.url);
      else assertOwn(requests, placed.site.origin);
    } finally {
      await context.close();
      await placed.close();
    }
  });
}

/** Every request, every console message and, as an error, every breach of the page's policy. */
function record(page) {
  const requests = [];
  const messages = [];
  page.on('request', (request) => requests.push(request.url()));
  page.on('console', (message) => messages.push({ type: message.type(), text: message.text() }));
  page.on('pageerror', (error) => messages.push({ type: 'error', text: String(error) }));
  return { requests, messages };
}
