// Prints how many times faster ours is than the peer:   node ratios.mjs OURS.json PEER.json
import { readFileSync } from 'node:fs';

const [ours, peer] = process.argv.slice(2).map((path) => JSON.parse(readFileSync(path, 'utf8')));
const named = new Map(ours.map((row) => [row.rule, row]));

const line = (cells) => console.log(cells[0].padEnd(46) + cells.slice(1).map((cell) => cell.padStart(12)).join(''));
line(['rule', 'ours ns', 'rrule.js ns', 'times']);
for (const theirs of peer) {
  const own = named.get(theirs.rule);
  named.delete(theirs.rule);
  if (!own) {
    line([theirs.rule, 'missing', theirs.ns_per_occurrence.toFixed(0), '']);
    continue;
  }
  const ratio = theirs.ns_per_occurrence / own.ns_per_occurrence;
  line([theirs.rule, own.ns_per_occurrence.toFixed(1), theirs.ns_per_occurrence.toFixed(0), ratio.toFixed(0)]);
  if (own.occurrences !== undefined && own.occurrences !== theirs.occurrences) {
    console.log(`  not the same work: ${own.occurrences} occurrences here, ${theirs.occurrences} there`);
    process.exitCode = 1;
  }
}
for (const rule of named.keys()) console.log(`${rule}: only ours`);
