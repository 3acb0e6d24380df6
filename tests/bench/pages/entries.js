// Generated entries: the same days for both, in the form that each of them reads.

const PUBLIC_HOLIDAYS = new Set([
  '2027-01-01', '2027-01-06', '2027-03-26', '2027-03-29', '2027-05-06', '2027-06-25', '2027-12-24', '2027-12-31',
  '2028-01-06', '2028-04-14', '2028-04-17', '2028-05-01', '2028-05-25', '2028-06-06', '2028-06-23', '2028-12-25', '2028-12-26',
]);

/** How many groups share the entries: more entries have more groups, as in a real region. */
const groupsOf = (count) => (count >= 10_000 ? 50 : count >= 1_000 ? 20 : 10);

/** `[{ group, days: ['2027-01-04', …] }]`, `count` days in each of the years. */
export function groups(count, years = [2027]) {
  const number = groupsOf(count);
  const each = count / number;
  return Array.from({ length: number }, (_, group) => {
    const days = years.flatMap((year) => {
      const working = workingDays(year);
      return Array.from({ length: each }, (_, at) => working[Math.floor(((at + group / number) * working.length) / each)]);
    });
    return { group, days };
  });
}

/** A plan document for the wheel. */
export function plan(count, years) {
  const levels = ['political', 'strategic', 'tactical', 'operational'];
  const list = groups(count, years);
  return {
    format: 'planning-wheel/1',
    id: `generated-${count}`,
    title: `${count} entries`,
    first_year: 2027,
    bodies: list.map(({ group }) => ({ id: `g${group}`, name: `Group ${group + 1}`, level: levels[group % 4] })),
    meetings: list.map(({ group, days }) => ({
      id: `m${group}`,
      title: `Meeting of group ${group + 1}`,
      bodies: [`g${group}`],
      count: { per: 'year', min: 0 },
      days: { fixed: days },
    })),
  };
}

/** Events for the calendar; the end is exclusive. */
export function events(count, years) {
  return groups(count, years).flatMap(({ group, days }) =>
    days.map((start) => ({ title: `Meeting of group ${group + 1}`, start, end: after(start), allDay: true })),
  );
}

function workingDays(year) {
  const days = [];
  for (let day = new Date(Date.UTC(year, 0, 1)); day.getUTCFullYear() === year; day.setUTCDate(day.getUTCDate() + 1)) {
    const text = day.toISOString().slice(0, 10);
    if (day.getUTCDay() % 6 && !PUBLIC_HOLIDAYS.has(text)) days.push(text);
  }
  return days;
}

const after = (day) => new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);

/** When the browser has drawn what was last changed. */
export function drawn() {
  return new Promise((resolve) => {
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => resolve(performance.now());
      port2.postMessage(null);
    });
  });
}

/** How many turns a change may take through the page's own tasks until nothing follows from it. */
const TURNS = 100;

/**
 * Milliseconds of script that a change takes, with what it leaves for the end of its task: the
 * browser's own metric misses that, and what the inspector calls. Comes back with the drawn frame.
 */
export async function scripted(change) {
  const start = performance.now();
  change();
  for (let turn = 0; turn < TURNS; turn += 1) await undefined;
  const time = performance.now() - start;
  await drawn();
  return time;
}
