// What is wrong is said where it is, and mistakes of the calling program are told apart from it.
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { imported, installed, plan, printed, project } from './installed.mjs';

const folder = project();
const { PlanProblems, calendar, check, explain, holidays, load, mandates, toIcs, toSvg, wheel } = await imported(folder);
const PLAN = plan('sskl-kalmar');

test('nothing answers before it is loaded', () => {
  assert.throws(() => holidays(2027), /await load\(\) first/);
});

test('a load that fails can be tried again, and many loads are one', async () => {
  await assert.rejects(load(new URL(`file://${folder}/missing.wasm`)));
  await assert.rejects(load(new Uint8Array([0, 1, 2])));
  const wasm = WebAssembly.compile(readFileSync(join(installed(folder), 'planning-wheel-core.wasm')));
  const catalogue = readFileSync(join(installed(folder), 'statutory.json'), 'utf8');
  const [one, other] = [load(wasm, catalogue), load()];
  assert.equal(one, other);
  await one;
  assert.ok(holidays(2027).length > 10);
});

/** What a call throws. */
function thrown(call) {
  try {
    call();
  } catch (error) {
    return error;
  }
  assert.fail('nothing was thrown');
}

test('a plan with problems throws them all, with their places', () => {
  const wrong = PLAN.replace('"first_year"', '"frist_year"').replace('"per": "year"', '"per": "yaer"');
  const error = thrown(() => calendar(wrong, { year: 2027, lang: 'en' }));
  assert.ok(error instanceof PlanProblems && error instanceof Error);
  assert.equal(error.name, 'PlanProblems');
  const misspelt = error.problems.find(({ path }) => path === '/frist_year');
  const line = wrong.split('\n').findIndex((one) => one.includes('"frist_year"')) + 1;
  assert.equal(misspelt.line, line);
  assert.equal(misspelt.suggestion, 'first_year');
  assert.match(error.message, new RegExp(`line ${line}, column \\d+, /frist_year: `));
  assert.ok(error.problems.some(({ suggestion }) => suggestion === 'year'));
  assert.deepEqual(check(wrong, { lang: 'en' }), { problems: error.problems, findings: [] });
  const object = thrown(() => calendar(JSON.parse(wrong), { year: 2027 }));
  assert.ok(object.problems.every((one) => one.line === undefined && one.column === undefined));
});

test('any bytes give problems and never a crash', () => {
  for (const bytes of ['', '{', 'null', '[]', '\0', '\ud800', '{"a":'.repeat(5000), new Uint8Array([255, 254, 0]), {}]) {
    assert.ok(thrown(() => calendar(bytes, { year: 2027 })) instanceof PlanProblems);
  }
  assert.ok(holidays(2027).length > 10);
});

test('an option that means nothing to the plan is a problem with its name', () => {
  const problem = (call) => thrown(call).problems?.[0];
  const ask = (options) => () => calendar(PLAN, { lang: 'en', ...options });
  assert.deepEqual(
    [problem(ask({ kinds: ['meting'] })), problem(ask({ bodies: ['nsoo'] }))].map(({ path, suggestion }) => [path, suggestion]),
    [['kinds', 'meeting'], ['bodies', 'nso']],
  );
  assert.equal(problem(ask({ year: 1900 })).path, 'year');
  assert.equal(problem(ask({ from: '2027-02-30', to: '2027-03-01' })).path, 'from');
  assert.equal(problem(ask({ from: '2027-03-02', to: '2027-03-01' })).path, 'to');
  assert.equal(problem(ask({ from: '2027-03-02' })).path, 'to');
  assert.equal(problem(() => explain(PLAN, 'moten-nso/2027/99')).path, 'entry');
  assert.equal(problem(() => toSvg(PLAN, {})).path, 'year');
  assert.equal(problem(() => toSvg(PLAN, { year: 2027, theme: 'drak' })).suggestion, 'dark');
  assert.equal(problem(() => mandates({ from: 2030, to: 2020 })).path, 'to');
  assert.match(problem(() => wheel(PLAN, 2027, { today: 'idag', lang: 'sv' })).message, /idag/);
});

test('a mistake of the calling program is a TypeError', () => {
  const mistakes = [
    () => calendar(PLAN, { years: 2027 }),
    () => calendar(PLAN, { year: '2027' }),
    () => calendar(PLAN, { year: 2027.5 }),
    () => calendar(PLAN, { kinds: 'meeting' }),
    () => calendar(PLAN, { periods: 'no' }),
    () => calendar(undefined, { year: 2027 }),
    () => calendar(7, { year: 2027 }),
    () => toIcs(PLAN, { stamp: 'yesterday' }),
    () => toIcs(PLAN, { stamp: -1 }),
    () => holidays(),
  ];
  for (const mistake of mistakes.slice(0, -1)) assert.ok(thrown(mistake) instanceof TypeError, String(mistake));
  assert.equal(thrown(mistakes.at(-1)).problems[0].path, 'year');
});

test('hostile words stay words', () => {
  const error = thrown(() => calendar(PLAN, { bodies: ['nso\0year\x001990', '</script>'] }));
  assert.equal(error.problems[0].path, 'bodies');
  assert.match(toIcs(PLAN, { year: 2027, name: 'a\r\nATTENDEE:x', stamp: 0 }), /^NAME:a ATTENDEE:x\r$/m);
});

test('problems are those that the program prints', () => {
  const wrong = '{ "format": "planning-wheel/1", "titel": "a" }';
  const path = join(folder, 'wrong.json');
  writeFileSync(path, wrong);
  assert.deepEqual(check(wrong), printed('check', path));
});
