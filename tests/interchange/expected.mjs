// What must stand in a calendar file, told from `planning-wheel calendar --json` and not from the
// code that writes the file.

/** Moment in UTC of a local time in Stockholm. */
function stockholm(day, minutes) {
  const local = Date.parse(`${day}T00:00:00Z`) + minutes * 60_000;
  // The zone is one or two hours ahead; the one that leads back to the local time is right.
  for (const hours of [2, 1]) {
    const moment = new Date(local - hours * 3_600_000);
    if (wallClock(moment) === new Date(local).toISOString().slice(0, 16)) return moment.toISOString().replace(".000Z", "Z");
  }
  throw new Error(`${day} has no minute ${minutes}`);
}

const CLOCK = new Intl.DateTimeFormat("sv-SE", {
  timeZone: "Europe/Stockholm", dateStyle: "short", timeStyle: "short",
});
const wallClock = (moment) => CLOCK.format(moment).replace(" ", "T");

/** The day some days after another. */
export const nextDay = (day, by = 1) => new Date(Date.parse(day) + by * 86_400_000).toISOString().slice(0, 10);

/** Signs that steer are shown, those that nobody sees are left out, line breaks are of one kind. */
export function calm(text) {
  return text.trim()
    .replaceAll(/[\u2028\u2029]/g, "\n")
    .replaceAll(/[\u00ad\u200b-\u200d\u2060\ufeff]/g, "")
    .replaceAll(/[\u061c\u180e\u200e\u200f\u202a-\u202e\u2061-\u206f\ufff9-\ufffb]/g, "\ufffd")
    .replaceAll("\t", " ");
}

export const oneLine = (text) => calm(text).split("\n").map((line) => line.trim()).filter(Boolean).join(" ");

function span({ start, end, start_time: time, minutes }) {
  if (!time) return { start, end };
  const [hour, minute] = time.split(":").map(Number);
  const begins = hour * 60 + minute;
  const last = nextDay(end, -1);
  const from = stockholm(start, begins);
  if (minutes) return { start: from, end: stockholm(last, begins + minutes) };
  return { start: from, end: last === start ? null : stockholm(end, 0) };
}

const STATUS = { cancelled: "CANCELLED", fixed: "CONFIRMED", undecided: "TENTATIVE", check: "TENTATIVE", proposed: null };
const CANCELLED = { sv: "inställd", en: "cancelled" };

/** An entry of the JSON in the shape of readers.mjs; texts of several parts are left out. */
export function expected(entry, { plan, lang, stamp }) {
  const cancelled = entry.status === "cancelled" ? ` (${CANCELLED[lang]})` : "";
  const meets = ["meeting", "preparation"].includes(entry.kind);
  const busy = meets && entry.start_time && !cancelled;
  const parents = entry.links.filter((link) => ["for", "at", "serves"].includes(link.relation));
  return {
    uid: `${entry.id}@${plan}`,
    ...span(entry),
    title: oneLine(entry.title) + cancelled,
    place: entry.place ? oneLine(entry.place) : null,
    url: /^https?:/i.test(entry.url ?? "") ? encodeURI(entry.url) : null,
    status: STATUS[entry.status],
    transparency: busy ? "OPAQUE" : "TRANSPARENT",
    sequence: Math.floor(Date.parse(stamp) / 60_000),
    stamp,
    parents: [...new Set(parents.map((link) => `${link.to}@${plan}`))],
  };
}

/** Pieces that the description must hold. */
export function pieces(entry) {
  const sections = entry.sources.map((source) => source.section);
  const texts = [...entry.reasons, ...sections, entry.note, entry.responsible, entry.holder, ...entry.items];
  return texts.filter((text) => text?.trim()).map(calm);
}
