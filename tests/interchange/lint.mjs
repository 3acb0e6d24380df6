// What readers of calendar files let through and calendar programs stumble over.

const MUST = { VCALENDAR: ["VERSION", "PRODID", "METHOD"], VEVENT: ["UID", "DTSTAMP", "DTSTART", "SUMMARY", "SEQUENCE"] };
const ONCE = ["UID", "DTSTAMP", "DTSTART", "DTEND", "SUMMARY", "DESCRIPTION", "LOCATION", "URL", "STATUS", "TRANSP", "SEQUENCE", "CATEGORIES"];
const TEXTS = ["SUMMARY", "DESCRIPTION", "LOCATION", "NAME", "X-WR-CALNAME", "CATEGORIES", "UID", "RELATED-TO"];

/** Everything that is wrong with the bytes of a calendar file. */
export function lint(bytes) {
  const wrong = [];
  const text = decode(bytes, wrong);
  widths(bytes, wrong);
  signs(text, wrong);
  const root = tree(text.replaceAll(/\r?\n[ \t]/g, "").split(/\r?\n/), wrong);
  for (const calendar of root.parts) calendarIn(calendar, wrong);
  if (root.parts.length !== 1 || root.parts[0].name !== "VCALENDAR") wrong.push("not one VCALENDAR");
  return wrong;
}

function decode(bytes, wrong) {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    wrong.push("not UTF-8");
    return new TextDecoder().decode(bytes);
  }
}

/** Lines of at most 75 octets that end with CR LF, and no letter torn in two. */
function widths(bytes, wrong) {
  let start = 0;
  for (let at = 0; at < bytes.length; at += 1) {
    if (bytes[at] === 10 && bytes[at - 1] !== 13) wrong.push(`LF alone at ${at}`);
    if (bytes[at] === 13 && bytes[at + 1] !== 10) wrong.push(`CR alone at ${at}`);
    if (bytes[at] !== 10) continue;
    if (at - 1 - start > 75) wrong.push(`a line of ${at - 1 - start} octets at ${start}`);
    start = at + 1;
    const next = bytes[start] === 32 ? start + 1 : start;
    if ((bytes[next] & 0xc0) === 0x80) wrong.push(`a letter torn at ${start}`);
  }
  if (start !== bytes.length) wrong.push("the last line has no end");
}

function signs(text, wrong) {
  const found = text.match(/[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/);
  if (found) wrong.push(`the sign U+${found[0].codePointAt(0).toString(16)}`);
}

function tree(lines, wrong) {
  const root = { name: "", lines: [], parts: [] };
  const open = [root];
  for (const line of lines.filter((one) => one !== "")) {
    const match = /^([A-Z0-9-]+)((?:;[A-Z0-9-]+=(?:"[^"]*"|[^":;,]*)(?:,(?:"[^"]*"|[^":;,]*))*)*):(.*)$/s.exec(line);
    if (!match) {
      wrong.push(`no property: ${line.slice(0, 60)}`);
      continue;
    }
    const [, name, parameters, value] = match;
    if (name === "BEGIN") {
      const part = { name: value, lines: [], parts: [] };
      open.at(-1).parts.push(part);
      open.push(part);
    } else if (name === "END") {
      if (open.length < 2 || open.pop().name !== value) wrong.push(`END:${value} ends nothing`);
    } else {
      open.at(-1).lines.push({ name, value, parameters: parse(parameters) });
    }
  }
  if (open.length !== 1) wrong.push(`${open.at(-1).name} has no end`);
  return root;
}

const parse = (parameters) => Object.fromEntries(parameters.split(";").slice(1).map((one) => one.split("=")));

function calendarIn(calendar, wrong) {
  needs(calendar, wrong);
  const events = calendar.parts.filter((part) => part.name === "VEVENT");
  const zones = calendar.parts.filter((part) => part.name === "VTIMEZONE");
  zoneRules(zones, wrong);
  const named = new Set();
  const uids = new Set();
  for (const event of events) {
    const uid = first(event, "UID")?.value ?? "?";
    if (uids.has(uid)) wrong.push(`UID ${uid} twice`);
    uids.add(uid);
    if (new TextEncoder().encode(uid).length > 255) wrong.push(`UID ${uid} is too long`);
    const mine = [];
    needs(event, mine);
    span(event, mine);
    rest(event, mine);
    for (const line of event.lines) if (line.parameters.TZID) named.add(line.parameters.TZID);
    wrong.push(...mine.map((what) => `${uid}: ${what}`));
  }
  const known = zones.map((zone) => first(zone, "TZID")?.value);
  for (const id of named) if (!known.includes(id)) wrong.push(`TZID ${id} without VTIMEZONE`);
  for (const id of known) if (!named.has(id)) wrong.push(`VTIMEZONE ${id} for nothing`);
}

const first = (part, name) => part.lines.find((line) => line.name === name);

function needs(part, wrong) {
  for (const name of MUST[part.name] ?? []) if (!first(part, name)) wrong.push(`no ${name}`);
  for (const name of ONCE) {
    if (part.lines.filter((line) => line.name === name).length > 1) wrong.push(`${name} twice`);
  }
  for (const { name, value } of part.lines) {
    if (TEXTS.includes(name) && !/^(?:[^\\;,]|\\[\\;,nN]|,)*$/s.test(value)) wrong.push(`${name} is not escaped: ${value}`);
    const commas = name === "CATEGORIES" ? "" : value.replaceAll(/\\./gs, "");
    if (TEXTS.includes(name) && commas.includes(",")) wrong.push(`${name} has a bare comma`);
  }
}

/** Rules of a zone as RRULE with both offsets; lists of dates are misread. */
function zoneRules(zones, wrong) {
  for (const zone of zones) {
    const kinds = zone.parts.map((part) => part.name).sort().join();
    if (kinds !== "DAYLIGHT,STANDARD") wrong.push(`VTIMEZONE has ${kinds}`);
    for (const part of zone.parts) {
      for (const name of ["DTSTART", "RRULE", "TZOFFSETFROM", "TZOFFSETTO"]) {
        if (!first(part, name)) wrong.push(`VTIMEZONE ${part.name} has no ${name}`);
      }
      if (first(part, "RDATE")) wrong.push("VTIMEZONE with RDATE");
    }
  }
}

/** An end that is after the start, of the same type; for whole days the day after the last. */
function span(event, wrong) {
  const [start, end] = [first(event, "DTSTART"), first(event, "DTEND")];
  const whole = (line) => line.parameters.VALUE === "DATE";
  for (const line of [start, end].filter(Boolean)) {
    const right = whole(line) ? /^\d{8}$/ : /^\d{8}T\d{6}Z?$/;
    if (!right.test(line.value)) wrong.push(`${line.name} is ${line.value}`);
  }
  if (!start) return;
  if (!end) {
    if (whole(start)) wrong.push("a whole day without DTEND");
    return;
  }
  if (whole(start) !== whole(end)) wrong.push("DTSTART and DTEND differ in type");
  if (start.parameters.TZID !== end.parameters.TZID) wrong.push("DTSTART and DTEND differ in zone");
  if (end.value <= start.value) wrong.push(`DTEND ${end.value} is not after DTSTART ${start.value}`);
}

function rest(event, wrong) {
  const check = (name, right) => {
    for (const line of event.lines.filter((one) => one.name === name)) {
      if (!right.test(line.value)) wrong.push(`${name} is ${line.value}`);
    }
  };
  check("DTSTAMP", /^\d{8}T\d{6}Z$/);
  check("SEQUENCE", /^\d{1,10}$/);
  check("STATUS", /^(TENTATIVE|CONFIRMED|CANCELLED)$/);
  check("TRANSP", /^(OPAQUE|TRANSPARENT)$/);
  check("URL", /^https?:\/\/[!-~]+$/i);
  const sequence = Number(first(event, "SEQUENCE")?.value ?? 0);
  if (sequence > 0x7fffffff) wrong.push(`SEQUENCE ${sequence} is too large`);
}
