// Every calendar file is read alike by three programs, says what the calendar says, and passes the
// lint for what all three let through.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { calm, expected, nextDay, oneLine, pieces } from "./expected.mjs";
import { lint } from "./lint.mjs";
import { readers } from "./readers.mjs";

const PLANS = new URL("../../plans/", import.meta.url).pathname;
const STAMP = "2027-01-05T08:00:00Z";
const folder = mkdtempSync(join(tmpdir(), "planning-wheel-interchange-"));
after(() => rmSync(folder, { recursive: true }));

const run = (words, env = {}) => execFileSync(process.env.PROGRAM, words, {
  maxBuffer: 1 << 30, encoding: "utf8", stdio: ["ignore", "pipe", "ignore"], env: { ...process.env, ...env },
});

/** A calendar file, and the JSON of the same entries. */
function make(plan, options, lang = "sv") {
  const file = join(folder, `${readdirSync(folder).length}.ics`);
  const words = [plan, ...options.split(" "), "--lang", lang];
  run(["export", ...words, "--ics", "--stamp", STAMP, "-o", file]);
  const { id } = JSON.parse(readFileSync(plan, "utf8"));
  return { file, plan: id, lang, stamp: STAMP, entries: JSON.parse(run(["calendar", ...words, "--json"])) };
}

/** Everything that must hold of calendar files, for every reader. */
async function hold(made, by = Object.keys(readers)) {
  for (const { file, entries } of made) {
    assert.deepEqual(lint(readFileSync(file)), [], file);
    assert.ok(entries.length > 0, file);
  }
  const read = {};
  for (const name of by) {
    read[name] = await readers[name](made.map(({ file }) => file));
    made.forEach((one, at) => same(one, read[name][at], name));
  }
  const [one, ...others] = by;
  for (const other of others) assert.deepEqual(read[one], read[other], `${one} and ${other}`);
  return read[one];
}

function same(made, found, reader) {
  assert.equal(found.length, made.entries.length, reader);
  made.entries.forEach((entry, at) => {
    const { description, categories, ...rest } = found[at];
    assert.deepEqual(rest, expected(entry, made), `${reader}: ${entry.id}`);
    for (const piece of pieces(entry)) {
      assert.ok(description.includes(piece), `${reader}: ${entry.id} does not say ${piece}`);
    }
    assert.equal(categories.length, entry.level ? 2 : 1, `${reader}: ${entry.id}`);
  });
}

const agreements = readdirSync(PLANS).filter((name) => name.endsWith(".json"))
  .filter((name) => JSON.parse(readFileSync(join(PLANS, name), "utf8")).format === "planning-wheel/1");

test("there are plans to test with", () => {
  assert.ok(agreements.length >= 4, agreements.join());
});

for (const name of agreements) {
  const plan = join(PLANS, name);

  test(`${name}: files are read alike and say what the calendar says`, async () => {
    await hold([
      make(plan, "--year 2027"),
      make(plan, "--mandate 2027", "en"),
      make(plan, "--mandate 2027 --per-principal"),
      make(plan, "--from 2026-08-01 --to 2027-07-31 --kind meeting --kind deadline"),
    ]);
  });

  test(`${name}: every deadline in the file leads to its meeting in the file`, async () => {
    const { file, plan: id, entries } = make(plan, "--from 2026-01-01 --to 2031-12-31");
    const [events] = await readers["ical.js"]([file]);
    const there = new Set(events.map((event) => event.uid));
    // The meetings of the first and last deadlines may lie outside.
    const inside = ({ kind, start }) => kind === "deadline" && start >= "2027-01-01" && start < "2031-01-01";
    for (const entry of entries.filter(inside)) {
      const { parents } = events.find((event) => event.uid === `${entry.id}@${id}`);
      assert.equal(parents.length, 1, entry.id);
      assert.ok(there.has(parents[0]), `${entry.id} leads to ${parents[0]}`);
    }
  });
}

test("each kind of entry has a category of its own", async () => {
  const names = new Map();
  for (const name of agreements) {
    const { file, entries } = make(join(PLANS, name), "--mandate 2027");
    const [events] = await readers["ical.js"]([file]);
    entries.forEach(({ kind }, at) => {
      const [category] = events[at].categories;
      assert.equal(names.get(kind) ?? category, category);
      names.set(kind, category);
    });
  }
  assert.equal(new Set(names.values()).size, names.size);
});

/** A plan with changes, written where it can be read. */
function changed(change) {
  const plan = JSON.parse(readFileSync(join(PLANS, "sskl-kalmar.json"), "utf8"));
  change(plan, plan.meetings.find((series) => series.id === "moten-nso"));
  const file = join(folder, `${readdirSync(folder).length}.json`);
  writeFileSync(file, JSON.stringify(plan));
  return file;
}

test("meetings moved, cancelled, added, gone on with, overnight, over midnight and without length", async () => {
  const days = JSON.parse(run(["calendar", join(PLANS, "sskl-kalmar.json"), "--year", "2027", "--json"]));
  const from = days.find((entry) => entry.id === "moten-nso/2027/2").start;
  const to = nextDay(from);
  const third = days.find((entry) => entry.id === "moten-nso/2027/3").start;
  const edits = [
    { add: { occurrence: "2027/extra-1", date: "2027-05-25", reason: "Budget" } },
    { continue: { occurrence: "2027/3", date: nextDay(third), time: "15:30", reason: "Hann inte" } },
    { cancel: { occurrence: "2027/1", reason: "Inget att ta upp" } },
    { move: { occurrence: "2027/2", from, to, reason: "Lokalen är upptagen" } },
  ];
  const plan = (parts) => changed((_, series) => Object.assign(series, { edits, place: "Sal 1; plan 2", link: "https://example.org/möte?a=1&b=2#c" }, parts));
  const read = await hold([
    { time: "09:00", minutes: 90 },
    { time: "23:30", minutes: 120 },
    { time: "08:00", minutes: 480, length_days: 2 },
    { time: "13:00", minutes: undefined },
    { time: undefined, length_days: 2 },
  ].map((parts) => make(plan(parts), "--year 2027")));
  for (const events of read) {
    assert.equal(events.filter((event) => event.status === "CANCELLED").length, 1);
    const named = (id) => events.filter((event) => event.uid.startsWith(`moten-nso/2027/${id}`));
    assert.ok(named("extra-1").length > 0 && named("3").length > 2);
  }
});

test("a zone whose rules are not known is told, and its times are local", async () => {
  const plan = changed((all, series) => {
    all.time_zone = "America/New_York";
    Object.assign(series, { time: "09:00", minutes: 60 });
  });
  const { file } = make(plan, "--year 2027 --kind meeting --body nso");
  assert.deepEqual(lint(readFileSync(file)), []);
  assert.match(readFileSync(file, "utf8"), /\r\nX-WR-TIMEZONE:America\/New_York\r\n/);
  for (const reader of ["ical.js", "Python icalendar"]) {
    const [events] = await readers[reader]([file]);
    for (const event of events) assert.match(event.start, /T09:00:00$/, reader);
  }
});

const HOSTILE = [
  "<script>alert(1)</script>",
  "\"><img src=x onerror=alert(1)>",
  "javascript:alert(1)",
  "a\u202eb\u2066c\u200fd",
  "sam\u00adverkan\u200b!",
  "å".repeat(10_000),
  "ord ".repeat(2_500),
  "a\\;b,c\\",
  "rad 1\nrad 2\n\n rad 4\ttabb",
  "BEGIN:VEVENT\nEND:VEVENT\nEND:VCALENDAR",
  "x\nATTENDEE:mailto:x@example.org",
  "=HYPERLINK(\"http://example.org\";\"x\")",
  ":;=\"%0D%0A",
  "🙂 👩🏽‍⚕️ 𝄞",
  "a\u2028b\u2029c",
  "  mellanslag  ",
];

const hostile = (text) => make(changed((plan, series) => {
  plan.title = text;
  plan.bodies.find((body) => body.id === "nso").name = text;
  series.deadlines[0].title = text;
  Object.assign(series, { title: text, place: text, responsible: text, choice: text });
}), "--year 2027 --body nso");

test("a backslash before an n is no line break", async () => {
  // node-ical 0.26 reads \\n in a file as a backslash and a line break; the standard says otherwise.
  const [events] = await hold([hostile("C:\\nytt\\möte")], ["ical.js", "Python icalendar"]);
  assert.ok(events.some((event) => event.title === "C:\\nytt\\möte"));
});

test("hostile texts come out as texts", async () => {
  const lists = await hold(HOSTILE.map(hostile));
  lists.forEach((events, at) => {
    const titles = events.map((event) => event.title);
    assert.ok(titles.includes(oneLine(HOSTILE[at])), HOSTILE[at]);
    assert.ok(events.some((event) => event.description.includes(calm(HOSTILE[at]))), HOSTILE[at]);
  });
});

test("the bytes are the same wherever the program runs", () => {
  const words = ["export", join(PLANS, "samverkan-blekinge.json"), "--mandate", "2027", "--ics", "--stamp", STAMP, "-o", "-"];
  const zones = ["UTC", "America/New_York", "Australia/Sydney", "Pacific/Apia"];
  const files = zones.map((TZ) => run(words, { TZ }));
  assert.equal(new Set(files).size, 1);
});
