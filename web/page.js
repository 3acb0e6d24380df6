// The full page: hosts one wheel, gives it the plan that the address names, and keeps the address.
import { start } from './planning-wheel.js';
import { keepAddress } from './shell.js';

const root = document.documentElement;
const wheel = document.querySelector('planning-wheel');
const plans = document.querySelector('.plan select');

start().then(
  () => (root.dataset.wasm = 'ready'),
  () => (root.dataset.wasm = 'failed'),
);

const planner = document.querySelector('.planner');

function choose() {
  const file = `plans/${plans.value}.json`;
  planner.hash = `plan=${plans.value}`;
  if (wheel.src !== file) wheel.src = file;
}

plans.addEventListener('change', choose);
keepAddress(wheel, {
  name: () => plans.selectedOptions[0].textContent,
  address: () => `plan=${plans.value}&`,
  go: (asked) => {
    const offered = [...plans.options].some((option) => option.value === asked.get('plan'));
    if (offered) plans.value = asked.get('plan');
    choose();
  },
});

// Only a published page has a worker; `cargo xtask serve` shows every change at once.
const worker = document.querySelector('meta[name=offline]')?.content;
if (worker) addEventListener('load', async () => (await import('./offline.js')).keep(worker));
