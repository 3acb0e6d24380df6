// The full page without a network, and a new version that waits for a yes.
import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { worker } from '../../xtask/scripts/worker.mjs';
import { saved } from './files.mjs';
import { pageTest } from './harness.mjs';
import { DECISION, PLANS } from './screens.mjs';

const WEB = new URL('../../web', import.meta.url).pathname;
const kept = (options = {}) => ({ path: '#plan=sskl-kalmar&year=2027', serviceWorkers: 'allow', ...options });

const drawn = (page) => page.locator('.mark').first().waitFor({ state: 'attached' });
/** Waits until the page has been kept and is served from there. */
async function visited(page) {
  await drawn(page);
  await page.evaluate(() => navigator.serviceWorker.ready);
  await page.reload();
  await drawn(page);
  assert.ok(await page.evaluate(() => Boolean(navigator.serviceWorker.controller)));
}
/** Opens the page anew somewhere else; a change of the hash alone would not. */
async function open(page, url) {
  await page.goto('about:blank');
  await page.goto(url);
  await drawn(page);
}

pageTest('after one visit every plan, year and view is there without a network', kept(), async ({ page, site, requests }) => {
  await drawn(page);
  await page.evaluate(() => navigator.serviceWorker.ready);
  await site.close();
  const asked = requests.length;
  for (const plan of PLANS) {
    for (const year of [2026, 2027, 2031]) {
      await open(page, `${site.url}#plan=${plan}&year=${year}`);
      assert.equal(await page.locator('.years output').innerText(), String(year));
      assert.equal(await page.locator('.plan select').inputValue(), plan);
    }
  }
  await open(page, `${site.url}?from=mail#plan=sskl-kalmar&year=2027&view=agenda&entry=${DECISION}&lang=en`);
  await page.getByRole('heading', { name: 'Why 18 November?' }).waitFor();
  assert.ok(await page.locator('.agenda table').isVisible());
  await open(page, `${site.url}index.html#plan=samverkan-blekinge&year=2029`);
  await page.getByRole('button', { name: 'Året efter' }).click();
  assert.equal(await page.locator('.years output').innerText(), '2030');
  await page.locator('.plan select').selectOption('sso-ostergotland');
  await page.waitForFunction(() => location.hash.includes('plan=sso-ostergotland'));
  await drawn(page);
  assert.ok(requests.length > asked, 'the pages were opened anew');
  await page.getByText('Ta med').click();
  for (const [name, ending] of [['Kalenderfil', 'ics'], ['CSV', 'csv'], ['SVG', 'svg'], ['PNG', 'png']]) {
    const file = page.waitForEvent('download');
    await page.getByRole('button', { name, exact: true }).click();
    assert.equal((await file).suggestedFilename(), `sso-ostergotland-2030.${ending}`);
  }
});

const VIEWS = { wheel: '.wheel [role=button]', mandate: '.wheel [role=button]', agenda: '.agenda .entry' };

for (const plan of PLANS) {
  pageTest(`${plan} without a network: every screen, nine years on, and every file`, kept(), async ({ page, site }) => {
    await drawn(page);
    await page.evaluate(() => navigator.serviceWorker.ready);
    await site.close();
    for (const [view, part] of Object.entries(VIEWS)) {
      await page.goto('about:blank');
      await page.goto(`${site.url}#plan=${plan}&year=2026&view=${view}`);
      await page.locator(part).first().waitFor({ state: 'attached' });
      const step = page.getByRole('button', { name: view === 'mandate' ? 'Mandatperioden efter' : 'Året efter' });
      const seen = new Set();
      for (let turn = 0; turn < (view === 'mandate' ? 3 : 9); turn += 1) {
        seen.add(await page.locator('.years output').innerText());
        assert.ok((await page.locator(part).count()) > 3);
        await step.click();
      }
      assert.equal(seen.size, view === 'mandate' ? 3 : 9);
      await page.getByText('Ta med').click();
      for (const button of ['Kalenderfil', 'CSV', 'SVG']) assert.ok((await saved(page, button)).text.length > 1000, button);
    }
  });
}

/** A new version on the server: another style and another title in a plan. */
async function publish(folder, title) {
  const plan = join(folder, 'plans/sskl-kalmar.json');
  const document = JSON.parse(await readFile(plan, 'utf8'));
  document.title = title;
  await writeFile(plan, JSON.stringify(document));
  const page = join(folder, 'index.html');
  const html = await readFile(page, 'utf8');
  await writeFile(page, html.replace(/<html lang="sv"[^>]*>/, `<html lang="sv" data-version="${title}">`));
  await worker(folder, WEB);
}
/** What is shown, of three files that must be of one version. */
const shown = (page) =>
  page.evaluate(async () => [
    document.documentElement.dataset.version ?? 'first',
    await (await fetch('plans/sskl-kalmar.json')).json().then(({ title }) => title.sv ?? title),
    (await caches.keys()).length,
  ]);
const FIRST = ['first', 'Socialtjänst i samverkan Kalmar län'];

pageTest('a new version waits, asks, and comes whole', kept({ copied: true }), async ({ page, context, folder, url, shoot, audit }) => {
  await visited(page);
  assert.deepEqual(await shown(page), [...FIRST, 1]);
  assert.equal(await page.locator('.update').isVisible(), false);

  await publish(folder, 'second');
  await page.reload();
  await page.getByRole('status').getByText('Det finns en ny version.').waitFor();
  await shoot('update.png');
  assert.deepEqual(await audit(), []);
  assert.deepEqual(await shown(page), [...FIRST, 2], 'the version before goes on until the reader says yes');
  await page.reload();
  await drawn(page);
  assert.deepEqual(await shown(page), [...FIRST, 2]);

  // Another page of the reader's must not go on with half of each.
  const other = await context.newPage();
  await other.goto(url);
  await drawn(other);
  await page.getByRole('button', { name: 'Visa den' }).click();
  for (const open of [page, other]) {
    await open.waitForFunction(() => document.documentElement.dataset.version === 'second');
    await drawn(open);
    assert.deepEqual(await shown(open), ['second', 'second', 1]);
    assert.equal(await open.locator('.update').isVisible(), false);
  }
});

pageTest('a version that is only half there is not taken', kept({ copied: true, expected: /integrity|digest/ }), async ({ page, folder }) => {
  await visited(page);
  await publish(folder, 'second');
  // A file of a third version has come already.
  await writeFile(join(folder, 'page.css'), 'body { color: red }');
  await page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready;
    await registration.update();
    const next = registration.installing;
    if (next) await new Promise((done) => next.addEventListener('statechange', done));
  });
  await page.reload();
  await drawn(page);
  assert.deepEqual(await shown(page), [...FIRST, 1]);
  assert.equal(await page.locator('.update').isVisible(), false);
});

pageTest('the page can be installed', kept(), async ({ page, context }) => {
  await visited(page);
  const devtools = await context.newCDPSession(page);
  const { installabilityErrors } = await devtools.send('Page.getInstallabilityErrors');
  // A browser for tests keeps nothing, and installs nothing for that reason alone.
  const errors = installabilityErrors.map(({ errorId }) => errorId).filter((id) => id !== 'in-incognito');
  assert.deepEqual(errors, []);
  const { errors: wrong } = await devtools.send('Page.getAppManifest');
  assert.deepEqual(wrong, []);
});

for (const path of ['examples/element.html', 'frame.html?src=plans/sskl-kalmar.json']) {
  pageTest(`${path} leaves the site without a worker`, { path, serviceWorkers: 'allow', starts: false }, async ({ page }) => {
    await drawn(page);
    assert.equal(await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length), 0);
  });
}
