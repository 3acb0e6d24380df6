// The wheel as a frame of another page. Its settings stand in the address:
//
//   frame.html?src=plans/plan.json&year=2027&view=agenda&entry=…&body=…&lang=en&theme=dark
//
// src      the plan, from the same site as this page
// lang     sv (as without it) or en
// theme    light (as without it), dark, or auto for the reader's own
// The others are the element's attributes of the same name.
//
// To the page around it says { type: 'planning-wheel-height', height } in whole pixels, whenever
// the height changes and when that page asks with { type: 'planning-wheel-ask' }.
// frame-host.js is the other side. Nothing is stored, so a sandbox takes nothing away.
(() => {
  const root = document.documentElement;
  const wheel = document.querySelector('planning-wheel');
  const asked = new URLSearchParams(location.search);
  const MISSING = 'Årshjulet kunde inte starta här. Öppna det på en egen sida. '
    + '(The planning wheel could not start here. Open it on a page of its own.)';
  const FOREIGN = 'Planen måste ligga på samma webbplats som den här sidan. '
    + '(The plan must be on the same site as this page.)';

  function say(words) {
    const alarm = document.querySelector('.alarm');
    alarm.textContent = words;
    alarm.hidden = false;
    wheel.hidden = true;
  }

  function tell() {
    const height = Math.ceil(root.getBoundingClientRect().height);
    parent.postMessage({ type: 'planning-wheel-height', height }, '*');
  }

  /** The plan's address, if it is one on this site. An address in a link must not bring in another's plan. */
  function plan() {
    const src = asked.get('src');
    if (!src) return undefined;
    const url = URL.canParse(src, location.href) ? new URL(src, location.href) : undefined;
    return url && url.origin === location.origin && url.protocol === location.protocol ? url.href : undefined;
  }

  root.lang = asked.get('lang') === 'en' ? 'en' : 'sv';
  const theme = asked.get('theme');
  if (['dark', 'auto'].includes(theme)) {
    root.dataset.theme = theme;
    wheel.setAttribute('theme', theme);
  }
  for (const name of ['view', 'year', 'span', 'from', 'term', 'entry', 'body', 'kind', 'principal', 'hide', 'deadlines']) {
    if (asked.has(name)) wheel.setAttribute(name, asked.get(name));
  }
  // A link leads to this page alone, wherever it is framed.
  wheel.link = () => {
    const page = new URL(location.href);
    const kept = [...asked].filter(([name]) => ['src', 'lang', 'theme'].includes(name));
    page.search = `${new URLSearchParams(kept)}&${wheel.address}`;
    return page.href;
  };
  wheel.addEventListener('plan-loaded', ({ detail }) => (document.title = detail.title));

  if (parent !== window) {
    new ResizeObserver(tell).observe(root);
    addEventListener('message', ({ data, source }) => {
      if (source === parent && data?.type === 'planning-wheel-ask') tell();
    });
  }

  const src = plan();
  if (src) wheel.setAttribute('src', src);
  // In a sandbox this script counts as foreign, and then it has no address of its own.
  const element = new URL('planning-wheel.js', location.href).href;
  if (src || !asked.get('src')) import(element).catch(() => say(MISSING));
  else say(FOREIGN);
})();
