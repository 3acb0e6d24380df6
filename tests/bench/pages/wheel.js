import { drawn, plan, scripted } from './entries.js';

const host = document.querySelector('#host');
let wheel;

/** Milliseconds from the data to the drawn frame. */
window.draw = async (count) => {
  const data = plan(count);
  host.replaceChildren();
  await drawn();
  const start = performance.now();
  await show(data, 2027);
  return (await drawn()) - start;
};

window.prepare = async (count) => {
  host.replaceChildren();
  await show(plan(count, [2027, 2028]), 2027);
  await drawn();
};

/** One step of each kind of work on what is shown, in milliseconds; `turn` counts from 0. */
window.work = {
  choose: (turn) => scripted(() => (wheel.entry = `m${turn % 20}/2027/${1 + (turn % 40)}`)),
  filter: async (turn) => {
    await only(null);
    return only(`g${turn % 20}`);
  },
  'show all': async (turn) => {
    await only(`g${turn % 20}`);
    return only(null);
  },
  step: (turn) => scripted(() => (wheel.year = turn % 2 ? 2027 : 2028)),
};

const only = (body) => scripted(() => (wheel.body = body));

function show(data, year) {
  wheel = document.createElement('planning-wheel');
  wheel.setAttribute('year', year);
  const loaded = new Promise((resolve, reject) => {
    wheel.addEventListener('plan-loaded', resolve);
    wheel.addEventListener('plan-failed', (event) => reject(new Error(event.detail.message)));
  });
  wheel.plan = data;
  host.append(wheel);
  return loaded;
}

// From the navigation to the first drawn frame.
window.started = show(plan(100), 2027).then(drawn);
