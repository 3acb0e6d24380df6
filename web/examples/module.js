// The core without the element: what it computes is shown and drawn by this page.
import { PlanProblems, calendar, load, wheel } from '../core/planning-wheel-core.js';

const YEAR = 2027;
const state = document.querySelector('#state');

function list(entries) {
  for (const { start, title, reasons } of entries) {
    const line = document.createElement('li');
    const why = document.createElement('span');
    why.textContent = reasons[0] ?? '';
    line.append(`${start} ${title} `, why);
    document.querySelector('#meetings').append(line);
  }
}

function draw({ title, lanes, months, marks }) {
  const svg = document.querySelector('#wheel');
  svg.querySelector('title').textContent = title;
  const add = (name, attributes) => {
    const shape = document.createElementNS(svg.namespaceURI, name);
    for (const [key, value] of Object.entries(attributes)) shape.setAttribute(key, value);
    svg.append(shape);
  };
  for (const { radius, width } of lanes) add('circle', { class: 'lane', cx: 500, cy: 500, r: radius, 'stroke-width': width - 2 });
  for (const { path } of months) add('path', { class: 'month', d: path });
  for (const { outline } of marks) add('path', { class: 'mark', d: outline });
}

/** The same year in a worker, which a long computation would leave the page free by. */
function count(plan) {
  try {
    ask(plan);
  } catch {
    // A page that enforces Trusted Types makes workers only by a policy of its own.
    document.querySelector('#counted').value = '0';
  }
}

function ask(plan) {
  const worker = new Worker(new URL('module-worker.js', import.meta.url), { type: 'module' });
  worker.addEventListener('message', ({ data }) => (document.querySelector('#counted').value = data));
  worker.postMessage({ plan, year: YEAR });
}

try {
  const [answer] = await Promise.all([fetch('../plans/sskl-kalmar.json'), load()]);
  const plan = await answer.text();
  list(calendar(plan, { year: YEAR, kinds: ['meeting'] }).slice(0, 5));
  draw(wheel(plan, YEAR));
  count(plan);
  state.textContent = 'Klart.';
} catch (error) {
  state.textContent = error instanceof PlanProblems ? error.problems.map(({ message }) => message).join(' ') : error.message;
}
