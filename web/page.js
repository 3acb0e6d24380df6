// The full page: hosts one wheel, gives it the plan that the address names, and keeps the address.
import { start } from './planning-wheel.js';

const root = document.documentElement;
const wheel = document.querySelector('planning-wheel');
const plans = document.querySelector('.plan select');
const language = document.querySelector('.language');

start().then(
  () => (root.dataset.wasm = 'ready'),
  () => (root.dataset.wasm = 'failed'),
);

/** Goes where the address says; what it does not name is as usual. */
function go() {
  const asked = new URLSearchParams(location.hash.slice(1));
  speak(asked.get('lang') === 'en' ? 'en' : 'sv');
  const offered = [...plans.options].some((option) => option.value === asked.get('plan'));
  if (offered) plans.value = asked.get('plan');
  choose();
  wheel.address = `entry=&body=&hide=&deadlines=&view=wheel&${asked}`;
}

function choose() {
  const file = `plans/${plans.value}.json`;
  if (wheel.src !== file) wheel.src = file;
}

function speak(lang) {
  root.lang = lang;
  for (const said of document.querySelectorAll('[data-en]')) {
    said.dataset.sv ??= said.textContent;
    said.textContent = said.dataset[lang];
  }
  language.lang = lang === 'sv' ? 'en' : 'sv';
}

/** Writes the address without a new step in the history: stepping years is not going anywhere. */
function write() {
  const name = plans.selectedOptions[0].textContent;
  const words = root.lang === 'en' ? 'planning wheel' : 'årshjul';
  document.querySelector('h1').textContent = `${name} · ${words}`;
  document.title = `${name} · ${words} ${wheel.year ?? ''}`;
  const lang = root.lang === 'en' ? '&lang=en' : '';
  history.replaceState(null, '', `#plan=${plans.value}&${wheel.address}${lang}`);
}

addEventListener('hashchange', go);
for (const event of ['plan-loaded', 'view-changed', 'entry-selected']) wheel.addEventListener(event, write);
plans.addEventListener('change', choose);
language.addEventListener('click', () => {
  speak(root.lang === 'en' ? 'sv' : 'en');
  write();
});
go();
