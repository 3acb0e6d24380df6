// The finished geometry: what a page needs to draw a wheel of its own.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { AGREEMENTS, imported, plan, project } from './installed.mjs';

const { load, calendar, mandateWheel, toSvg, wheel } = await imported(project());
await load();

/** Every number and every path of a value. */
function* parts(value, at = '') {
  if (Array.isArray(value)) for (const [index, one] of value.entries()) yield* parts(one, `${at}/${index}`);
  else if (value && typeof value === 'object') for (const [name, one] of Object.entries(value)) yield* parts(one, `${at}/${name}`);
  else yield [at, value];
}

for (const name of AGREEMENTS) {
  test(`${name}: every path is one, and the file draws the same marks`, () => {
    const options = { today: '2027-09-02', lang: 'en' };
    for (const [drawn, file] of [
      [wheel(plan(name), 2027, options), toSvg(plan(name), { year: 2027, ...options })],
      [mandateWheel(plan(name), 2027, options), toSvg(plan(name), { mandate: 2027, ...options })],
    ]) {
      for (const [at, value] of parts(drawn)) {
        if (typeof value === 'number') assert.ok(Number.isFinite(value), at);
        if (/\/(path|outline|spoke|head|tick|wedge|backing)$/.test(at)) assert.match(value, /^M[\d .-]+[LACZ]/, at);
      }
      assert.ok(drawn.marks.length > 0);
      for (const mark of drawn.marks) assert.ok(file.includes(`d="${mark.outline}"`), mark.id);
      assert.ok(file.includes(drawn.title.replaceAll('&', '&amp;')));
      assert.equal(drawn.bodies.length, drawn.lanes.length);
    }
  });
}

test('a wheel has its days, its lanes and the entries of its calendar', () => {
  const text = plan('sskl-kalmar');
  const drawn = wheel(text, 2027);
  assert.deepEqual(drawn.scale, { start: '2027-01-01', end: '2028-01-01' });
  assert.equal(drawn.hand, undefined);
  assert.equal(drawn.weeks[1].week, '2027-W01');
  const ids = new Set(calendar(text, { year: 2027 }).map(({ id }) => id));
  const shown = drawn.marks.flatMap((mark) => [mark.id, ...mark.merged.map((one) => one.id)]);
  assert.ok(shown.length > 50 && shown.every((id) => ids.has(id)));
  const bodies = new Set(JSON.parse(text).bodies.map(({ id }) => id));
  const own = drawn.bodies.filter(Boolean);
  assert.ok(own.length > 3 && own.some((id) => bodies.has(id)));
});

test('what is not asked for is not drawn', () => {
  const text = plan('sskl-kalmar');
  const nso = wheel(text, 2027, { bodies: ['nso'], title: false });
  assert.deepEqual(nso.bodies, ['nso']);
  assert.doesNotMatch(nso.title, /Kalmar/);
  const [first] = nso.marks;
  const one = wheel(text, 2027, { entries: [first.id], selected: first.id });
  assert.deepEqual(one.marks.map(({ id, emphasis }) => [id, emphasis]), [[first.id, 'selected']]);
  const all = wheel(text, 2027);
  const rings = [all.bodies[1], null];
  assert.deepEqual(wheel(text, 2027, { rings }).bodies, all.bodies.filter((id) => rings.includes(id)));
  assert.deepEqual(wheel(text, 2027, { rings: [] }).bodies, []);
  const without = wheel(text, 2027, { hide: [0] });
  assert.ok(without.lanes.length < all.lanes.length && without.lanes.every((lane) => lane.level !== 0 || without.bodies[lane.index] === null));
});
