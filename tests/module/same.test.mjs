// What the module gives is what the program prints, to the letter.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { AGREEMENTS, PLANS, file, imported, plan, printed, program, project } from './installed.mjs';

const STAMP = '2026-11-01T08:00:00Z';
const core = await imported(project());
const { load, calendar, check, duties, explain, holidays, mandates, schema, simulate, toCsv, toIcs, toSvg } = core;
await load();

for (const name of AGREEMENTS) {
  test(`${name}: entries, findings and reasons`, () => {
    const [path, text] = [file(name), plan(name)];
    for (const lang of ['sv', 'en']) {
      const year = ['--year', '2027', '--lang', lang];
      const entries = calendar(text, { year: 2027, lang });
      assert.ok(entries.length > 20);
      assert.deepEqual(entries, printed('calendar', path, ...year));
      assert.deepEqual(check(text, { year: 2027, lang }), printed('check', path, ...year));
    }
    assert.deepEqual(calendar(text, { mandate: 2028, perPrincipal: true }), printed('calendar', path, '--mandate', '2028', '--per-principal'));
    assert.deepEqual(check(text), printed('check', path));
    const days = ['--from', '2027-03-01', '--to', '2027-03-31', '--kind', 'meeting'];
    assert.deepEqual(calendar(text, { from: '2027-03-01', to: '2027-03-31', kinds: ['meeting'] }), printed('calendar', path, ...days));
    const { id } = calendar(text, { year: 2027, kinds: ['meeting'] })[1];
    assert.deepEqual(explain(text, id), printed('explain', path, id));
  });

  test(`${name}: the same bytes in every file`, () => {
    const [path, text] = [file(name), plan(name)];
    const body = JSON.parse(text).bodies[0].id;
    const feed = program('export', path, '--year', '2027', '--ics', '--stamp', STAMP, '-o', '-');
    assert.equal(toIcs(text, { year: 2027, stamp: STAMP }), feed);
    assert.equal(toIcs(text, { year: 2027, stamp: new Date(STAMP) }), feed);
    assert.equal(toIcs(text, { year: 2027, stamp: Date.parse(STAMP) / 1000 }), feed);
    const later = ['--stamp', '2026-12-01', '--body', body, '--no-periods', '--lang', 'en'];
    const own = program('export', path, '--mandate', '2027', '--ics', ...later, '-o', '-');
    assert.equal(toIcs(text, { mandate: 2027, stamp: '2026-12-01', bodies: [body], periods: false, lang: 'en' }), own);
    const principal = JSON.parse(text).principals.at(-1).id;
    const theirs = program('calendar', path, '--year', '2027', '--csv', '--principal', principal, '--per-principal');
    assert.equal(toCsv(text, { year: 2027, principals: [principal], perPrincipal: true }), theirs);
    assert.equal(toCsv(text, { year: 2027 }), program('calendar', path, '--year', '2027', '--csv'));
    const comma = program('calendar', path, '--year', '2027', '--csv', '--separator', 'comma', '--lang', 'en');
    assert.equal(toCsv(text, { year: 2027, separator: 'comma', lang: 'en' }), comma);
    const day = ['--today', '2027-09-02', '-o', '-'];
    assert.equal(toSvg(text, { year: 2027, today: '2027-09-02' }), program('wheel', path, '--year', '2027', ...day));
    const period = program('wheel', path, '--mandate', '2027', '--term', 'councils', '--lang', 'en', '-o', '-');
    assert.equal(toSvg(text, { mandate: 2027, term: 'councils', lang: 'en' }), period);
  });
}

test('a plan against its variants', () => {
  const text = plan('sskl-kalmar');
  const variants = { färre: { 'meetings/moten-nso/count/target': 6 } };
  const words = Object.entries(variants.färre).map(([path, value]) => `${path}=${value}`);
  const own = simulate(text, { year: 2027, variants, minutes: 90, lang: 'en' });
  const asked = ['simulate', file('sskl-kalmar'), '--year', '2027', '--minutes', '90', '--lang', 'en', '--variant', 'färre', ...words];
  assert.deepEqual(own, printed(...asked));
  assert.ok(own.variants[0].difference.dates.length > 0);
  assert.ok(own.variants[0].measures.meetings < own.measures.meetings);
});

test('a feed that was published before keeps its revisions', () => {
  const text = plan('sskl-kalmar');
  const before = toIcs(text, { year: 2027, stamp: STAMP });
  const after = toIcs(text, { year: 2027, stamp: '2027-01-05T08:00:00Z', earlier: before });
  const revisions = (feed) => feed.match(/^SEQUENCE:.*$/gm);
  assert.deepEqual(revisions(after), revisions(before));
  assert.notEqual(after, before);
});

test('periods, days and duties of a year', () => {
  assert.deepEqual(mandates({ from: 2022, to: 2034 }), printed('mandates', '--from', '2022', '--to', '2034'));
  assert.deepEqual(mandates(), printed('mandates'));
  assert.deepEqual(holidays(2027, { lang: 'en' }), printed('holidays', '--year', '2027', '--lang', 'en'));
  assert.deepEqual(duties(2027), printed('duties', '--year', '2027'));
  assert.ok(duties(2027).length > 20);
});

test('the schemas are those beside the plans', async () => {
  for (const [of, name] of [['plan', 'schema.json'], ['catalogue', 'catalogue.schema.json']]) {
    assert.deepEqual(await schema(of), JSON.parse(readFileSync(PLANS + name, 'utf8')));
  }
  await assert.rejects(schema('years'), TypeError);
});

test('text, bytes and an object are the same plan', () => {
  const text = plan('sskl-kalmar');
  const expected = calendar(text, { year: 2027 });
  const bytes = new TextEncoder().encode(text);
  for (const given of [bytes, bytes.buffer, JSON.parse(text), `\ufeff${text}`]) {
    assert.deepEqual(calendar(given, { year: 2027 }), expected);
  }
  const found = check(JSON.parse(text), { year: 2027 }).findings;
  assert.ok(found.length > 0 && found.every((one) => one.line === undefined && one.path.startsWith('/')));
});

test('only some entries, and a catalogue of one\'s own', () => {
  const text = plan('sskl-kalmar');
  const all = calendar(text, { year: 2027 });
  const entries = [all[3].id, all[8].id];
  assert.deepEqual(calendar(text, { year: 2027, entries }).map(({ id }) => id), entries);
  assert.deepEqual(calendar(text, { year: 2027, entries: [] }), []);
  const withDuties = AGREEMENTS.map(plan).find((one) => one.includes('"duties"'));
  assert.ok(withDuties, 'no plan names a duty');
  const without = check(withDuties, { catalogue: null });
  assert.ok(without.problems.length > 0 && without.findings.length === 0);
});
