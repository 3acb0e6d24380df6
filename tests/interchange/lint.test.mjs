// The lint itself: it finds each thing that it is there for, and nothing in a good file.
import assert from "node:assert/strict";
import { test } from "node:test";
import { lint } from "./lint.mjs";

const GOOD = `BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//x//x//SV
METHOD:PUBLISH
BEGIN:VTIMEZONE
TZID:Europe/Stockholm
BEGIN:DAYLIGHT
DTSTART:19700329T020000
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
END:DAYLIGHT
BEGIN:STANDARD
DTSTART:19701025T030000
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
END:STANDARD
END:VTIMEZONE
BEGIN:VEVENT
UID:a@x
DTSTAMP:20270101T000000Z
SEQUENCE:1
DTSTART;VALUE=DATE:20270101
DTEND;VALUE=DATE:20270102
SUMMARY:En dag\\, hel
CATEGORIES:ett,två
URL:https://example.org/
END:VEVENT
BEGIN:VEVENT
UID:b@x
DTSTAMP:20270101T000000Z
SEQUENCE:1
DTSTART;TZID=Europe/Stockholm:20270101T090000
DTEND;TZID=Europe/Stockholm:20270101T100000
SUMMARY:En timme
END:VEVENT
END:VCALENDAR
`.replaceAll("\n", "\r\n");

const bytes = (text) => new TextEncoder().encode(text);

test("a good file has nothing wrong", () => {
  assert.deepEqual(lint(bytes(GOOD)), []);
});

const BROKEN = [
  ["an end that is not exclusive", "20270102", "20270101", "is not after"],
  ["a whole day without an end", "DTEND;VALUE=DATE:20270102\r\n", "", "without DTEND"],
  ["ends of another type", "DTEND;VALUE=DATE:20270102", "DTEND:20270102T000000", "differ in type"],
  ["a zone without rules", /BEGIN:VTIMEZONE.*END:VTIMEZONE\r\n/s, "", "without VTIMEZONE"],
  ["rules that nothing needs", /;TZID=Europe\/Stockholm/g, "", "for nothing"],
  ["dates instead of a rule", "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU", "RDATE:19710328T020000", "RDATE"],
  ["a UID twice", "UID:b@x", "UID:a@x", "twice"],
  ["a UID that is too long", "UID:b@x", `UID:${"\r\n b".repeat(300)}`, "too long"],
  ["a wide line", "En timme", "x".repeat(68), "76 octets"],
  ["a wide line of wide letters", "En timme", "å".repeat(34), "76 octets"],
  ["a torn letter", "En timme", "å", "torn", (all) => {
    const at = all.indexOf(0xa5);
    return new Uint8Array([...all.slice(0, at), 13, 10, 32, ...all.slice(at)]);
  }],
  ["line feeds alone", /\r\n/g, "\n", "LF alone"],
  ["a null byte", "En timme", "En\0timme", "U+0"],
  ["a mark that turns the text", "En timme", "En\u202etimme", "U+202e"],
  ["a bare semicolon", "En timme", "En; timme", "not escaped"],
  ["a bare comma", "En timme", "En, timme", "bare comma"],
  ["an unknown escape", "En timme", "En\\timme", "not escaped"],
  ["a link that runs code", "https://example.org/", "javascript:alert(1)", "URL is"],
  ["a missing stamp", "DTSTAMP:20270101T000000Z\r\n", "", "no DTSTAMP"],
  ["no method", "METHOD:PUBLISH\r\n", "", "no METHOD"],
  ["a number too large", "SEQUENCE:1", "SEQUENCE:2147483648", "too large"],
  ["a second title", "SUMMARY:En timme", "SUMMARY:En timme\r\nSUMMARY:Två", "SUMMARY twice"],
  ["an event left open", "END:VEVENT\r\nEND:VCALENDAR", "END:VCALENDAR", "ends nothing"],
  ["a line that is no property", "SUMMARY:En timme", "SUMMARY", "no property"],
  ["a file cut off", "END:VCALENDAR\r\n", "END:VCALENDAR", "no end"],
];

for (const [what, from, to, words, spoil] of BROKEN) {
  test(`the lint finds ${what}`, () => {
    const text = GOOD.replace(from, to);
    assert.notEqual(text, GOOD);
    const found = lint(spoil ? spoil(bytes(text)) : bytes(text));
    assert.ok(found.some((one) => one.includes(words)), JSON.stringify(found));
  });
}
