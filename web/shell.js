// What the pages around one wheel share: their language, their name and their address.

const root = document.documentElement;

/** The page's language: Swedish or English. */
export const language = () => (root.lang === 'en' ? 'en' : 'sv');

/** Puts the page's own words into a language: Swedish as written, English as `data-en` says. */
export function speak(lang) {
  root.lang = lang;
  for (const said of document.querySelectorAll('[data-en]')) {
    said.dataset.sv ??= said.textContent;
    said.textContent = said.dataset[lang];
  }
  const other = document.querySelector('.language');
  other.lang = lang === 'sv' ? 'en' : 'sv';
}

/**
 * Keeps the page's address and name with what its wheel shows.
 * `name()` is the plan's name, `address()` what the address says before the wheel's own,
 * `go(asked)` follows that part of another address.
 */
export function keepAddress(wheel, { name, address = () => '', go = () => {} }) {
  /** Goes where the address says; what it does not name is as usual. */
  const follow = () => {
    const asked = new URLSearchParams(location.hash.slice(1));
    speak(asked.get('lang') === 'en' ? 'en' : 'sv');
    go(asked);
    wheel.address = `span=&term=&entry=&body=&kind=&principal=&hide=&deadlines=&view=wheel&${asked}`;
  };
  /** Writes the address without a new step in the history: stepping years is not going anywhere. */
  const write = () => {
    const [year, period] = language() === 'en' ? ['planning wheel', 'mandate period'] : ['årshjul', 'mandatperiod'];
    const title = `${name()} · ${wheel.view === 'mandate' ? period : year}`;
    document.querySelector('h1').textContent = title;
    document.title = `${title} ${wheel.year ?? ''}`;
    const lang = language() === 'en' ? '&lang=en' : '';
    history.replaceState(null, '', `#${address()}${wheel.address}${lang}`);
  };
  addEventListener('hashchange', follow);
  wheel.link = () => location.href;
  for (const event of ['plan-loaded', 'view-changed', 'entry-selected']) wheel.addEventListener(event, write);
  document.querySelector('.language').addEventListener('click', () => {
    speak(language() === 'en' ? 'sv' : 'en');
    write();
  });
  follow();
}
