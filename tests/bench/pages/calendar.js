import { drawn, events, scripted } from './entries.js';

const host = document.querySelector('#host');
let calendar;

/** Milliseconds from the data to the drawn frame. */
window.draw = async (count) => {
  const data = events(count);
  calendar.destroy();
  await drawn();
  const start = performance.now();
  show(data);
  return (await drawn()) - start;
};

window.prepare = async (count) => {
  calendar.destroy();
  show(events(count, [2027, 2028]));
  await drawn();
};

/** Stepping is all that the calendar can do of the wheel's work: it has no choice and no filter. */
window.work = {
  step: (turn) => scripted(() => (turn % 2 ? calendar.prev() : calendar.next())),
};

function show(data) {
  calendar = new FullCalendar.Calendar(host, {
    initialView: 'multiMonthYear',
    initialDate: '2027-01-01',
    events: data,
  });
  calendar.render();
}

// From the navigation to the first drawn frame.
show(events(100));
window.started = drawn();
