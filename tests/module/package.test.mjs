// The package: what is in it, its README's examples, its types, and a worker thread.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { test } from 'node:test';
import { Worker } from 'node:worker_threads';
import { imported, installed, plan, project } from './installed.mjs';

const folder = project();
const own = installed(folder);
const core = await imported(folder);
const { calendar, check, duties, explain, holidays, load, mandateWheel, mandates, simulate, wheel } = core;
await load();
const PLAN = plan('sskl-kalmar');
const described = JSON.parse(readFileSync(join(own, 'package.json'), 'utf8'));

test('the package holds what it names, and nothing that runs at installing', () => {
  assert.deepEqual(readdirSync(own).sort(), [
    'LICENSE-APACHE', 'LICENSE-MIT', 'README.md', 'catalogue.schema.json', 'package.json', 'plan.schema.json',
    'planning-wheel-core.d.ts', 'planning-wheel-core.js', 'planning-wheel-core.wasm', 'statutory.json',
  ]);
  assert.equal(described.scripts, undefined);
  assert.equal(described.dependencies, undefined);
  assert.match(described.version, /^\d+\.\d+\.\d+$/);
});

test('every example of its README runs', () => {
  const readme = readFileSync(join(own, 'README.md'), 'utf8');
  const examples = [...readme.matchAll(/^```js\n(.*?)^```$/gms)].map(([, code]) => code);
  assert.ok(examples.length >= 2);
  const said = examples.map((code, at) => {
    writeFileSync(join(folder, `example-${at}.js`), code);
    return execFileSync(process.execPath, [`example-${at}.js`], { cwd: folder, encoding: 'utf8' });
  });
  assert.match(said[0], /^2027-\d\d-\d\d .*BEGIN:VCALENDAR\n$/s);
  assert.match(said[1], /\/titel .* title\n/);
});

test('README names every function', () => {
  const readme = readFileSync(join(own, 'README.md'), 'utf8');
  for (const name of Object.keys(core)) assert.ok(readme.includes(name), name);
});

test('a worker thread takes the compiled module of another', async () => {
  const code = `
    import { parentPort, workerData } from 'node:worker_threads';
    import { calendar, load } from 'planning-wheel-core';
    await load(workerData.module);
    parentPort.postMessage(calendar(workerData.plan, { year: 2027 }));`;
  writeFileSync(join(folder, 'worker.js'), code);
  const module = await WebAssembly.compile(readFileSync(join(own, 'planning-wheel-core.wasm')));
  const worker = new Worker(join(folder, 'worker.js'), { workerData: { module, plan: PLAN } });
  const entries = await new Promise((resolve, reject) => worker.once('message', resolve).once('error', reject));
  assert.deepEqual(entries, calendar(PLAN, { year: 2027 }));
  await worker.terminate();
});

/** What the compiler says of a program that uses the package, under its strictest rules. */
function compiled(program) {
  writeFileSync(join(folder, 'consumer.ts'), program);
  const tsc = createRequire(import.meta.url).resolve('typescript/bin/tsc');
  const compilerOptions = {
    strict: true, exactOptionalPropertyTypes: true, noUncheckedIndexedAccess: true, noEmit: true,
    target: 'es2022', lib: ['es2022', 'dom'], module: 'nodenext', types: [],
  };
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, files: ['consumer.ts'] }));
  try {
    return execFileSync(process.execPath, [tsc], { cwd: folder, encoding: 'utf8', maxBuffer: 1 << 26 });
  } catch (error) {
    return error.stdout;
  }
}

test('the types are those of what comes: nothing is missing and nothing is more', () => {
  const options = { today: '2027-09-02', lang: 'en', selected: 'moten-ordforandetraff/2027/2' };
  // Literals, so that the compiler refuses a field that the types do not have.
  const literals = [
    ['Entry[]', calendar(PLAN, { mandate: 2027 })],
    ['Entry', explain(PLAN, 'election/2026')],
    ['Checked', check(PLAN, { mandate: 2027 })],
    ['Checked', check('{}')],
    ['Mandate[]', mandates({ from: 2022, to: 2034 })],
    ['Simulation', simulate(PLAN, { mandate: 2027, minutes: 60, variants: { fem: { 'meetings/moten-nso/count/target': 6 } } })],
    ['Holiday[]', holidays(2027)],
    ['Duty[]', duties(2027)],
    ['Wheel', wheel(PLAN, 2027, options)],
    ['MandateWheel', mandateWheel(PLAN, 2027, options)],
    ...['samverkan-blekinge', 'social-reko-vasternorrland', 'sso-ostergotland'].flatMap((name) => [
      ['Entry[]', calendar(plan(name), { mandate: 2027 })],
      ['Checked', check(plan(name))],
      ['Wheel', wheel(plan(name), 2027, options)],
      ['MandateWheel', mandateWheel(plan(name), 2027, options)],
    ]),
  ];
  const names = [...new Set(literals.map(([type]) => type.replace('[]', '')))];
  const program = literals.map(([type, value], at) => `export const value${at}: ${type} = ${JSON.stringify(value)};`);
  assert.equal(compiled(`import type { ${names.join(', ')} } from 'planning-wheel-core';\n${program.join('\n')}\n`), '');
});

test('a program in TypeScript compiles, and one with mistakes does not', () => {
  const right = `
    import { calendar, check, load, PlanProblems, schema, toIcs, toSvg, type Entry, type Problem } from 'planning-wheel-core';
    await load();
    await load(new URL('https://example.org/core.wasm'), null);
    const first: Entry | undefined = calendar({}, { year: 2027, kinds: ['meeting'], lang: 'en' })[0];
    const why: string[] = first?.reasons ?? [];
    const feed: string = toIcs(new Uint8Array(), { mandate: 2027, stamp: new Date(), periods: false });
    const picture: string = toSvg('{}', { year: 2027, theme: 'dark' });
    for (const found of check('').findings) for (const change of found.fix?.changes ?? []) if (change.op === 'set') change.value;
    try { calendar(''); } catch (error) { if (error instanceof PlanProblems) { const [problem]: Problem[] = error.problems; problem?.line?.toFixed(); } }
    const of: object = await schema('catalogue');
    export { why, feed, picture, of };`;
  assert.equal(compiled(right), '');
  const mistakes = [
    `calendar('', { years: 2027 })`,
    `calendar('', { kinds: ['meting'] })`,
    `calendar(7)`,
    `toSvg('')`,
    `calendar('')[0]?.reasons.length.toUpperCase()`,
    `calendar('')[0]!.start_time.length`,
  ];
  const lines = mistakes.map((mistake) => `${mistake};`);
  const said = compiled(`import { calendar, toSvg } from 'planning-wheel-core';\n${lines.join('\n')}\n`);
  mistakes.forEach((mistake, at) => assert.match(said, new RegExp(`consumer\\.ts\\(${at + 2},`), mistake));
});
