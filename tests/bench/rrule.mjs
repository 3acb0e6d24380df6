// Expands the date rules that the Rust bench expands, with rrule.js, and writes
// what an occurrence costs:   node rrule.mjs OUT.json
//
// The shape is shared with the Rust bench, which writes target/bench/rules.json under
// the root of the workspace, wherever cargo builds:
//   [{ "rule": "<name>, <first year>–<last year>", "occurrences": 4, "ns_per_occurrence": 12.5 }]
// with the eight names below (four rules, two ranges, an en dash between the years).
// `occurrences` shows that both expanded the same; a missing one is not compared.
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import rrule from 'rrule';

const { RRule } = rrule;
const { TU, TH } = RRule;

const RULES = [
  ['15 April every year', { freq: RRule.YEARLY, bymonth: 4, bymonthday: 15 }],
  ['second Tuesday of every month', { freq: RRule.MONTHLY, byweekday: TU.nth(2) }],
  ['last Thursday of every month', { freq: RRule.MONTHLY, byweekday: TH.nth(-1) }],
  // Counted from the range's first day on: its first Thursday is the first occurrence.
  ['every third week on Thursday', { freq: RRule.WEEKLY, interval: 3, byweekday: TH }],
];
const RANGES = [
  [2027, 2030],
  [1970, 2100],
];

const results = RANGES.flatMap(([first, last]) =>
  RULES.map(([name, options]) => {
    const expand = () => rule(options, first, last).all();
    const occurrences = expand().length;
    const ns = quickest(expand) / occurrences;
    return {
      rule: `${name}, ${first}–${last}`,
      occurrences,
      ns_per_occurrence: Math.round(ns * 10) / 10,
    };
  }),
);

const out = process.argv[2];
mkdirSync(dirname(out), { recursive: true });
writeFileSync(out, JSON.stringify(results, null, 2) + '\n');
console.log(`rrule.js on Node ${process.versions.node}: ${results.length} measurements`);

/** A rule without rrule's cache, which would answer the second time without any work. */
function rule(options, first, last) {
  const start = Date.UTC(first, 0, 1);
  const weekly = options.freq === RRule.WEEKLY;
  // rrule counts weeks from dtstart's own week, so dtstart is the first Thursday itself.
  const days = weekly ? (4 - new Date(start).getUTCDay() + 7) % 7 : 0;
  const dtstart = new Date(start + days * 86_400_000);
  const until = new Date(Date.UTC(last, 11, 31));
  return new RRule({ ...options, dtstart, until }, true);
}

/** Nanoseconds of the quickest of many runs: what the work costs when nothing disturbs it. */
function quickest(work) {
  const budget = 300_000_000n;
  const start = process.hrtime.bigint();
  let best = Infinity;
  while (process.hrtime.bigint() - start < budget) {
    const before = process.hrtime.bigint();
    work();
    best = Math.min(best, Number(process.hrtime.bigint() - before));
  }
  return best;
}
