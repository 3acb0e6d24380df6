// The planner's page: opens the plan that the address names.
import './planner.js';
import { speak } from './shell.js';

const planner = document.querySelector('planning-wheel-planner');
const PLANS = /^[\w-]+$/;

function follow() {
  const asked = new URLSearchParams(location.hash.slice(1));
  speak(asked.get('lang') === 'en' ? 'en' : 'sv');
  const plan = asked.get('plan') ?? 'sskl-kalmar';
  const file = `plans/${plan}.json`;
  if (PLANS.test(plan) && planner.getAttribute('src') !== file) planner.setAttribute('src', file);
}

document.querySelector('.language').addEventListener('click', () => {
  speak(document.documentElement.lang === 'en' ? 'sv' : 'en');
});
addEventListener('hashchange', follow);
follow();

// Only a published page has a worker; `cargo xtask serve` shows every change at once.
const worker = document.querySelector('meta[name=offline]')?.content;
if (worker) addEventListener('load', async () => (await import('./offline.js')).keep(worker));
