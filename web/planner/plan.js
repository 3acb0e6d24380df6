// The planner's page: opens the plan that the address names.
import './planner.js';
import { speak } from './shell.js';

const planner = document.querySelector('planning-wheel-planner');
const PLANS = /^[\w-]+$/;

function follow() {
  const asked = new URLSearchParams(location.hash.slice(1));
  speak(asked.get('lang') === 'en' ? 'en' : 'sv');
  const plan = asked.get('plan');
  const file = plan && PLANS.test(plan) ? `plans/${plan}.json` : undefined;
  if (!file) {
    planner.removeAttribute('src');
    planner.keep(asked.get('kept') ?? undefined);
  } else if (planner.getAttribute('src') !== file) planner.setAttribute('src', file);
}

/** The address leads back to the plan that is open. */
function place({ detail: { kept } }) {
  const lang = document.documentElement.lang === 'en' ? 'lang=en' : '';
  const place = [kept && `kept=${kept}`, lang].filter(Boolean).join('&');
  // Said at every save, and the same at almost all of them.
  if (location.hash !== `#${place}`) history.replaceState(null, '', `#${place}`);
}

document.querySelector('.language').addEventListener('click', () => {
  speak(document.documentElement.lang === 'en' ? 'sv' : 'en');
});
addEventListener('hashchange', follow);
planner.addEventListener('plan-kept', place);
follow();

// Only a published page has a worker; `cargo xtask serve` shows every change at once.
const worker = document.querySelector('meta[name=offline]')?.content;
if (worker) addEventListener('load', async () => (await import('./offline.js')).keep(worker));
