// A few pictures compared with those in references/, so that no change of the look goes unseen.
// UPDATE=1 writes them anew. Where the typefaces are others than theirs, they say so and are skipped.
import assert from 'node:assert/strict';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { env, pageTest } from './harness.mjs';
import { pixels } from './png.mjs';
import { TODAY, samplePlan } from './screens.mjs';

const PINNED = new URL('./references/', import.meta.url);
const LETTERS = new URL('letters.json', PINNED);

/** Edges of letters and lines fall a little otherwise from one version of a browser to the next. */
const TOLERANCE = { channel: 64, share: 0.004 };

const PICTURES = [
  { name: 'wheel', path: '', viewport: { width: 480, height: 720 }, part: '.wheel svg' },
  { name: 'wheel-chosen-dark', path: '&entry=board-meetings/2027/3', viewport: { width: 480, height: 720 }, part: '.wheel svg', colorScheme: 'dark' },
  { name: 'mandate', path: '&view=mandate', viewport: { width: 480, height: 720 }, part: '.wheel svg' },
  { name: 'telephone', path: '&view=agenda', viewport: { width: 360, height: 480 } },
];

/** How wide the page's letters are: another typeface, another number. */
const letters = (page) =>
  page.evaluate(() => {
    const pen = new OffscreenCanvas(1, 1).getContext('2d');
    const { fontFamily } = getComputedStyle(document.querySelector('planning-wheel').shadowRoot.querySelector('.frame'));
    return [400, 600, 700].map((weight) => {
      pen.font = `${weight} 100px ${fontFamily}`;
      return Math.round(pen.measureText('Årshjul 2027 · mandatperiod ‹›▾×⚠').width);
    });
  });

const read = (file, coding) => readFile(file, coding).catch(() => undefined);

for (const { name, path, part, ...options } of PICTURES) {
  pageTest(`${name} looks as its reference`, {
    ...options,
    path: `#plan=sskl-kalmar&year=2027${path}`,
    before: async (page) => {
      await page.clock.setFixedTime(TODAY);
      await samplePlan(page);
    },
  }, async ({ page, skip }) => {
    await page.locator('.wheel [role=button], .agenda .entry').first().waitFor({ state: 'attached' });
    const target = part ? page.locator(part).first() : page;
    const png = await target.screenshot({ animations: 'disabled' });
    const here = JSON.stringify(await letters(page));
    const file = new URL(`${name}.png`, PINNED);
    if (process.env.UPDATE) {
      await mkdir(PINNED, { recursive: true });
      await Promise.all([writeFile(file, png), writeFile(LETTERS, `${here}\n`)]);
    }
    const theirs = (await read(LETTERS, 'utf8'))?.trim();
    if (here !== theirs) {
      skip(`the typefaces here are not those of the references: ${here}, not ${theirs}; install fonts-inter`);
      return;
    }
    const reference = await read(file);
    assert.ok(reference, `no reference is there; UPDATE=1 writes ${name}.png`);
    const share = difference(pixels(png), pixels(reference));
    const left = join(env('SCREENS'), `differs-${name}.png`);
    if (share > TOLERANCE.share) await writeFile(left, png);
    assert.ok(share <= TOLERANCE.share, `${(share * 100).toFixed(2)} % of the pixels differ; see ${left}, or UPDATE=1`);
  });
}

/** The share of pixels that are not the same. */
function difference(one, other) {
  if (one.width !== other.width || one.height !== other.height) return 1;
  let count = 0;
  for (let y = 0; y < one.height; y += 1) {
    for (let x = 0; x < one.width; x += 1) {
      const [a, b] = [one.at(x, y), other.at(x, y)];
      if (a.some((value, place) => Math.abs(value - b[place]) > TOLERANCE.channel)) count += 1;
    }
  }
  return count / (one.width * one.height);
}
