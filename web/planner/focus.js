// Focus is never lost: when what has it goes away – a fix that is pressed, a row that is taken
// out, a dialog that closes – it stays near where it was. And F6 goes from pane to pane, past the
// many stops of each.

const STOPS = 'button, a[href], input, select, textarea, summary, [tabindex]:not([tabindex="-1"])';
const REGIONS = 'dialog, section, nav, form, fieldset, [role=region], [role=group]';
const ACTS = ['click', 'change', 'keydown', 'submit', 'close'];
/** What F6 goes to: the top, the tools, the parts, the wheel, and what stands beside it. */
const PANES = '.top, .tools, .outline, .turning, .simulation, .guide, .beside > .why, .part, .review:not(.own)';

/** Watches a shadow root; gives what ends the watch. */
export function keepFocus(root) {
  /** What had focus last: its stops around it, in their order, and the regions that it was in. */
  let last;
  const remember = () => {
    const element = root.activeElement;
    if (!element) return;
    const stops = [...root.querySelectorAll(STOPS)];
    const regions = [];
    for (let at = element.parentElement?.closest(REGIONS); at; at = at.parentElement?.closest(REGIONS)) regions.push(at);
    last = { element, stops, at: stops.indexOf(element), regions };
  };
  const look = () => {
    // Whoever has gone elsewhere on the page, or let go of what is still there, is left alone.
    if (!last || root.activeElement || (document.activeElement ?? document.body) !== document.body) return;
    if (standing(last.element)) return;
    near(last)?.focus({ preventScroll: true });
  };
  /** What takes the focus away answers to something that a person does. */
  const acted = () => requestAnimationFrame(() => requestAnimationFrame(look));
  for (const kind of ACTS) root.addEventListener(kind, acted, true);
  const pane = (event) => {
    if (event.key === 'F6' && !root.querySelector('dialog:modal') && step(root, event.shiftKey ? -1 : 1)) event.preventDefault();
  };
  root.addEventListener('keydown', pane);
  root.addEventListener('focusin', remember);
  return () => {
    root.removeEventListener('keydown', pane);
    root.removeEventListener('focusin', remember);
    for (const kind of ACTS) root.removeEventListener(kind, acted, true);
  };
}

const standing = (element) => element.isConnected && !element.disabled && element.checkVisibility();

/** The next stop of the same region that is still there, or the one before; or else the region. */
function near({ stops, at, regions }) {
  const region = regions.find(standing);
  const inside = (stop) => standing(stop) && (!region || region.contains(stop));
  const next = stops.slice(at + 1).find(inside) ?? stops.slice(0, Math.max(at, 0)).findLast(inside);
  if (next || !region) return next;
  region.tabIndex = -1;
  return region;
}

/** Goes to the first stop of the next pane; false past the last, where the browser's own begin. */
function step(root, by) {
  const panes = [...root.querySelectorAll(PANES)].filter((pane) => standing(pane) && stopOf(pane));
  const at = panes.findLastIndex((pane) => pane.contains(root.activeElement));
  const next = panes[at < 0 ? (by < 0 ? panes.length - 1 : 0) : at + by];
  if (next) stopOf(next).focus();
  return Boolean(next);
}

const stopOf = (pane) => (pane.matches(STOPS) ? pane : [...pane.querySelectorAll(STOPS)].find(standing));
