// The module as anybody installs it, and the program whose results it must equal.
// `cargo xtask test --only module` runs these tests with
//   PACKAGE   the packed module, .tgz
//   PROGRAM   the command-line program
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after } from 'node:test';
import { pathToFileURL } from 'node:url';

const env = (name) => {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set; run cargo xtask test --only module`);
  return value;
};

export const PLANS = new URL('../../plans/', import.meta.url).pathname;
export const AGREEMENTS = ['sskl-kalmar', 'sso-ostergotland', 'samverkan-blekinge', 'social-reko-vasternorrland'];
export const file = (name) => join(PLANS, `${name}.json`);
export const plan = (name) => readFileSync(file(name), 'utf8');

/** A folder of its own in which the package is installed. */
export function project() {
  const folder = mkdtempSync(join(tmpdir(), 'planning-wheel-module-'));
  after(() => rmSync(folder, { recursive: true }));
  writeFileSync(join(folder, 'package.json'), '{ "private": true, "type": "module" }');
  copyFileSync(file('sskl-kalmar'), join(folder, 'plan.json'));
  const words = ['install', '--offline', '--no-audit', '--no-fund', '--loglevel=error', env('PACKAGE')];
  execFileSync('npm', words, { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] });
  return folder;
}

export const installed = (folder) => join(folder, 'node_modules/planning-wheel-core');
export const imported = (folder) => import(pathToFileURL(join(installed(folder), 'planning-wheel-core.js')).href);

/** What the program prints, whatever its exit code. */
export function program(...words) {
  try {
    return execFileSync(env('PROGRAM'), words, { encoding: 'utf8', maxBuffer: 1 << 27, stdio: ['ignore', 'pipe', 'pipe'] });
  } catch (error) {
    if (!error.stdout) throw error;
    return error.stdout;
  }
}

export const printed = (...words) => JSON.parse(program(...words, '--json'));
