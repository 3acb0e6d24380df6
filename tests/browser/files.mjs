// Files that readers take along, read as strictly as those who open them.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { env } from './harness.mjs';

const run = promisify(execFile);

/**
 * What the program writes of a plan: { ok, out, error }. `words` are its arguments, with PLAN and
 * OUT for the files.
 */
export async function program(plan, words, variables = {}) {
  const folder = await mkdtemp(join(tmpdir(), 'planning-wheel-'));
  const [file, out] = [join(folder, 'plan.json'), join(folder, 'out')];
  try {
    await writeFile(file, plan);
    const named = words.map((word) => ({ PLAN: file, OUT: out })[word] ?? word);
    await run(env('PROGRAM'), named, { env: { ...process.env, ...variables } });
    return { ok: true, out: await readFile(out, 'utf8'), error: '' };
  } catch (error) {
    if (error.code === 'ENOENT') throw error;
    return { ok: false, out: '', error: error.stderr };
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** What a button of the page saves. */
export async function saved(page, button) {
  const found = page.getByRole('button', { name: button, exact: true }).first();
  const [download] = await Promise.all([page.waitForEvent('download'), found.click()]);
  return { name: download.suggestedFilename(), text: await readFile(await download.path(), 'utf8') };
}

/** The entries of a calendar file, as [{ UID, SUMMARY, … }]; fails on what breaks RFC 5545. */
export function calendar(text) {
  assert.ok(text.endsWith('\r\n'));
  const lines = text.slice(0, -2).split('\r\n');
  for (const line of lines) {
    assert.ok(Buffer.byteLength(line) <= 75, `a line of ${Buffer.byteLength(line)} octets`);
    // eslint-disable-next-line no-control-regex
    assert.doesNotMatch(line, /[\u0000-\u0008\u000a-\u001f\u007f]/);
    assert.ok(!line.includes('\ufffd\ufffd\ufffd'), 'letters were cut apart');
  }
  const open = [];
  const entries = [];
  for (const line of text.replaceAll('\r\n ', '').split('\r\n').filter(Boolean)) {
    const [, name, value] = line.match(/^([A-Z-]+)(?:;[^":]*(?:"[^"]*"[^":]*)*)?:(.*)$/s) ?? assert.fail(`no property: ${line}`);
    if (name === 'BEGIN') open.push(value);
    if (name === 'END') assert.equal(open.pop(), value);
    if (line === 'BEGIN:VEVENT') entries.push({});
    if (open.at(-1) === 'VEVENT') entries.at(-1)[name] = value.replace(/\\([\\;,nN])/g, (_, sign) => (/n/i.test(sign) ? '\n' : sign));
  }
  assert.deepEqual(open, []);
  return entries;
}

/** The rows of a table for a Swedish Excel, as objects; fails on a cell that could start a formula. */
export function table(text) {
  const [head, ...rows] = cells(text.replace(/^\ufeff/, ''));
  for (const row of rows) {
    assert.equal(row.length, head.length, 'a row of another length');
    for (const cell of row) assert.doesNotMatch(cell, /^[=+\-@\t\r]/, 'a cell that starts a formula');
  }
  return rows.map((row) => Object.fromEntries(row.map((cell, place) => [head[place], cell])));
}

function cells(text) {
  const rows = [[]];
  for (const [, quoted, bare = '', end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^";\r\n]*))(;|\r\n|$)/g)) {
    rows.at(-1).push(quoted?.replaceAll('""', '"') ?? bare);
    if (end === '') break;
    if (end === '\r\n') rows.push([]);
  }
  return rows.filter((row) => row.length > 1);
}

/** What a picture says, read as XML by the browser; fails on anything in it that could act. */
export async function drawing(page, text) {
  const found = await page.evaluate((text) => {
    const svg = new DOMParser().parseFromString(text, 'image/svg+xml');
    const all = [...svg.querySelectorAll('*')];
    const own = ['svg', 'title', 'desc', 'defs', 'style', 'g', 'path', 'circle', 'rect', 'line', 'text', 'textPath', 'tspan', 'polygon'];
    const acts = (element) =>
      [...element.attributes].some(({ name, value }) => /^on/i.test(name) || (/href$/i.test(name) && !value.startsWith('#')));
    return {
      wrong: all.filter((element) => !own.includes(element.localName) || acts(element)).map((element) => element.outerHTML.slice(0, 200)),
      said: all.map((element) => `${element.getAttribute('aria-label') ?? ''} ${element.children.length ? '' : element.textContent}`).join('\n'),
    };
  }, text);
  assert.deepEqual(found.wrong, []);
  return found.said;
}
