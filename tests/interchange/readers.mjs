// Three readers of calendar files, each giving the same plain shape:
// { uid, start, end, title, description, place, url, categories, status, transparency, sequence,
//   stamp, parents }. Days are "2027-01-19", moments "2027-01-19T08:00:00Z", local times without Z;
// what is not there is null.
import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { promisify } from "node:util";
import ICAL from "ical.js";
import nodeIcal from "node-ical";

const run = promisify(execFile);
const two = (number) => String(number).padStart(2, "0");
const moment = (date) => date.toISOString().replace(".000Z", "Z");

/** Thunderbird's reader: computes moments from the rules of the zone in the file itself. */
export async function icalJs(files) {
  return Promise.all(files.map(async (file) => {
    const calendar = new ICAL.Component(ICAL.parse(await readFile(file, "utf8")));
    const zones = calendar.getAllSubcomponents("vtimezone").map((zone) => new ICAL.Timezone(zone));
    return calendar.getAllSubcomponents("vevent").map((event) => {
      const value = (name) => event.getFirstPropertyValue(name);
      const when = (name) => {
        const time = value(name);
        if (!time) return null;
        if (time.isDate) return time.toString();
        const id = event.getFirstProperty(name).getParameter("tzid");
        if (!id) return time.zone === ICAL.Timezone.utcTimezone ? moment(time.toJSDate()) : time.toString();
        const zone = zones.find((one) => one.tzid === id);
        if (!zone) throw new Error(`no rules for ${id}`);
        time.zone = zone;
        return moment(new Date(time.toUnixTime() * 1000));
      };
      return {
        uid: value("uid"),
        start: when("dtstart"),
        end: when("dtend"),
        title: value("summary"),
        description: value("description"),
        place: value("location"),
        url: value("url"),
        categories: event.getFirstProperty("categories")?.getValues() ?? [],
        status: value("status"),
        transparency: value("transp"),
        sequence: value("sequence"),
        stamp: when("dtstamp"),
        parents: event.getAllProperties("related-to").map((one) => one.getFirstValue()),
      };
    });
  }));
}

/** node-ical: computes moments from Node's own zones. */
export async function nodeIcalJs(files) {
  const text = (value) => (value === undefined ? null : (value.val ?? value));
  const when = (date) => {
    if (!date) return null;
    // A day is midnight where the program runs.
    if (date.dateOnly) return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
    return moment(date);
  };
  return files.map((file) => Object.values(nodeIcal.sync.parseFile(file))
    .filter((event) => event.type === "VEVENT")
    .map((event) => ({
      uid: text(event.uid),
      start: when(event.start),
      // It ends events without an end where they start; the lint sees to it that no file says so.
      end: moment(event.end) === moment(event.start) ? null : when(event.end),
      title: text(event.summary),
      description: text(event.description),
      place: text(event.location),
      url: text(event.url),
      categories: event.categories ?? [],
      status: text(event.status),
      transparency: text(event.transparency),
      sequence: Number(text(event.sequence)),
      stamp: when(event.dtstamp),
      parents: [event["related-to"] ?? event.relatedTo ?? []].flat().map(text),
    })));
}

/** Python's icalendar: computes moments from Python's zones. */
export async function pythonIcalendar(files) {
  const { stdout } = await run(process.env.PYTHON, [new URL("read.py", import.meta.url).pathname, ...files], {
    maxBuffer: 1 << 30,
    env: { ...process.env, PYTHONIOENCODING: "utf-8" },
  });
  return JSON.parse(stdout);
}

export const readers = { "ical.js": icalJs, "node-ical": nodeIcalJs, "Python icalendar": pythonIcalendar };
