// Two pages that write the same plan, and a browser that dies while it writes.
import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { chromium } from 'playwright-core';
import { env, place } from './harness.mjs';
import { storeTest, withStore } from './keeping.mjs';

const WRITES = 200;

storeTest('two pages write a plan 200 times each: every line of both is there', async ({ page, another }) => {
  const id = await page.evaluate(async () => (await store.create('Ett', '')).id);
  const other = await another();
  // Whoever is late takes the others' lines and adds its own, as a merge does.
  const write = (page, who) =>
    page.evaluate(async ([id, who, writes]) => {
      let { text, revision } = await store.load(id);
      let conflicts = 0;
      for (let line = 0; line < writes; line += 1) {
        const mine = `${who}${line}\n`;
        for (let saved = false; !saved; ) {
          const done = await store.save(id, 'Ett', text + mine, revision);
          saved = !done.conflict;
          if (saved) text += mine;
          else [text, conflicts] = [done.conflict.theirs, conflicts + 1];
          revision = done.revision ?? done.conflict.revision;
        }
      }
      return conflicts;
    }, [id, who, WRITES]);
  const conflicts = await Promise.all([write(page, 'a'), write(other, 'b')]);
  assert.ok(conflicts[0] + conflicts[1] > 0, 'they must have met, or this shows nothing');
  const { text, revision, recovered } = await page.evaluate((id) => store.load(id), id);
  assert.equal(revision, 1 + 2 * WRITES, 'each save is a revision');
  assert.equal(recovered, undefined);
  const lines = text.trimEnd().split('\n');
  assert.equal(lines.length, 2 * WRITES);
  for (const who of ['a', 'b']) {
    const own = lines.filter((line) => line.startsWith(who));
    assert.deepEqual(own, Array.from({ length: WRITES }, (_, line) => `${who}${line}`));
  }
});

storeTest('two pages type at once: the second is told, and every letter of both is there', async ({ page, another }) => {
  const id = await page.evaluate(async () => (await store.create('Ett', '')).id);
  const other = await another();
  const type = (page, who) =>
    page.evaluate(async ([id, who, writes]) => {
      globalThis.text = '';
      globalThis.conflicts = 0;
      // The lines that one side has and the other has not yet.
      const merged = (theirs) => [...new Set([...theirs.split('\n'), ...globalThis.text.split('\n')])].filter(Boolean).join('\n');
      const keeper = keep(store, await store.load(id), {
        tell: ({ state, conflict }) => {
          if (state !== 'conflict') return;
          conflicts += 1;
          globalThis.text = merged(conflict.theirs);
          queueMicrotask(() => keeper.settle('Ett', globalThis.text, conflict.revision));
        },
      });
      for (let line = 0; line < writes; line += 1) {
        globalThis.text += `\n${who}${line}`;
        keeper.put('Ett', globalThis.text);
        if (line % 3 === 0) await wait(1);
      }
      let state = await keeper.done();
      while (state.unsaved) (await wait(5), (state = await keeper.done()));
      return [state.state, conflicts];
    }, [id, who, WRITES]);
  const ends = await Promise.all([type(page, 'a'), type(other, 'b')]);
  for (const [state] of ends) assert.ok(['saved', 'behind'].includes(state), state);
  assert.ok(ends[0][1] + ends[1][1] > 0, 'they must have met, or this shows nothing');
  const { text } = await page.evaluate((id) => store.load(id), id);
  const lines = new Set(text.split('\n').filter(Boolean));
  assert.equal(lines.size, 2 * WRITES);
});

storeTest('a page that crashes while it saves leaves a whole plan, no older than what it was told', async ({ page, another, context }) => {
  const id = await page.evaluate(async () => (await store.create('Ett', '0')).id);
  const told = await typeUntilDeath(page, id, async () => {
    const devtools = await context.newCDPSession(page);
    devtools.send('Page.crash').catch(() => {});
    await page.waitForEvent('crash');
  });
  const other = await another();
  await assertWhole(other, id, told);
});

test('a browser that is killed while it saves: what it said was saved is there', async () => {
  const { url, close } = await place({ path: 'examples/' });
  const profile = await mkdtemp(join(tmpdir(), 'planning-wheel-profile-'));
  const open = async () => {
    const context = await chromium.launchPersistentContext(profile, {
      executablePath: env('CHROMIUM'),
      args: ['--disable-gpu', '--no-first-run', '--disable-background-networking', ...(process.env.CHROMIUM_FLAGS?.split(' ').filter(Boolean) ?? [])],
    });
    const page = await context.newPage();
    await page.goto(url);
    await withStore(page);
    return { context, page };
  };
  try {
    const first = await open();
    const id = await first.page.evaluate(async () => (await store.create('Ett', '0')).id);
    const told = await typeUntilDeath(first.page, id, async () => {
      const devtools = await first.context.newCDPSession(first.page);
      const browser = await first.context.browser()?.newBrowserCDPSession?.().catch(() => undefined);
      await (browser ?? devtools).send('Browser.crash').catch(() => {});
      await first.context.close().catch(() => {});
    });
    const second = await open();
    await assertWhole(second.page, id, told);
    await second.context.close();
  } finally {
    await close();
    await rm(profile, { recursive: true, force: true });
  }
});

/** Saves one number after the other until `kill` has ended the page; the last that it was told was saved. */
async function typeUntilDeath(page, id, kill) {
  let told = 0;
  await page.exposeFunction('heard', (number) => (told = number));
  page.evaluate(async (id) => {
    const long = 'x'.repeat(100_000);
    for (let base = 1; ; base += 1) {
      await store.save(id, 'Ett', `${base} ${long}`, base);
      globalThis.heard(base);
    }
  }, id).catch(() => {});
  while (told < 20) await new Promise((done) => setTimeout(done, 10));
  await kill();
  return told;
}

async function assertWhole(page, id, told) {
  const plan = await page.evaluate((id) => store.load(id), id);
  const [number, long] = plan.text.split(' ');
  assert.ok(Number(number) >= told, `${number} is there, ${told} was told`);
  assert.equal(long.length, 100_000);
  assert.equal(plan.revision, Number(number) + 1);
  assert.equal(plan.recovered, undefined);
  const next = await page.evaluate(({ id, revision }) => store.save(id, 'Ett', 'after', revision), plan);
  assert.deepEqual(next, { revision: plan.revision + 1 });
}
