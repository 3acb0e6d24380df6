// What a plan that is worked on gives away: what take.js makes of a wheel, the plan as a page of its
// own, and papers. Fetched when somebody first asks.
import { core, own } from './files.js';
import { give, take } from './take.js';

/** The page without a plan, as it is published beside the planner. */
const PAGE = 'single.html';
/** Around the plan in it. */
const OPENING = '<script type="application/json">';
const CLOSING = '</script>';

const HTML = 'text/html;charset=utf-8';
/** The sheet on which papers are printed, as their files have it; one that is to hold much is wider. */
const A4 = { usual: 'size: A4; margin: 18mm 16mm', dense: 'size: A4; margin: 12mm 14mm' };

/**
 * Makes what was asked for of the planner's plan: `ics`, `csv`, `svg`, `png` or `page`, and of the
 * paper that is shown: `paper print`, `paper copy` or `paper save`.
 * @param {{ asked(): object, file(kind: string): string, known(): string, paper(): object }} planner
 * @param {{ linked: boolean, say(state: string, text?: string): void, root: ShadowRoot }} how
 */
export async function takePlan(what, planner, { linked, say, root }) {
  const [kind, way] = what.split(' ');
  if (kind === 'paper') return handPaper(way, planner, { say, root });
  if (kind === 'page') return mail(planner, say);
  // The plan as it stands now, whatever is changed while the core is on its way. Those who show it
  // know this version's format.
  const plan = new TextEncoder().encode(planner.known());
  const files = own('plans/statutory.json').then((duties) => [plan, duties]);
  return take(what, { wheel: planner, say, linked, core, files });
}

async function mail(planner, say) {
  say('busy');
  const plan = planner.known();
  const { id } = JSON.parse(plan);
  const { days } = planner.asked();
  const page = filled(new TextDecoder().decode(await own(PAGE)), plan, days.year ?? days.mandate);
  give(`${id}.html`, new Blob([page], { type: HTML }));
  say('saved', `${id}.html`);
}

/** The page with a plan in the place of its own, opened on a year. */
function filled(page, plan, year) {
  const begin = page.indexOf(OPENING);
  const end = page.indexOf(CLOSING, begin);
  if (begin < 0 || end < 0) throw new Error(PAGE);
  const opened = page.slice(0, begin).replace(/<planning-wheel(?: year="\d*")?>/, `<planning-wheel year="${year}">`);
  // `<` stands only in texts of a plan, and a text may hold it in this form too: none ends the script.
  const harmless = plan.trim().replaceAll('<', '\\u003c');
  return `${opened}${OPENING}\n${harmless}\n${page.slice(end)}`;
}

/** The paper as the person wants it: printed alone, on the clipboard, or as a file. */
async function handPaper(way, planner, { say, root }) {
  if (way === 'print') {
    const { print } = await import('./print.js');
    const paper = root.querySelector('.paper');
    return print(paper, root.adoptedStyleSheets, paper.matches('.dense') ? A4.dense : A4.usual);
  }
  const { name, page, piece, text } = planner.paper();
  if (way === 'save') {
    const { fileName } = await import('./keep/file.js');
    const file = fileName(name, 'html');
    give(file, new Blob([page], { type: HTML }));
    return say('saved', file);
  }
  if (await copied(piece, text)) return say('copied');
  say('refused', text);
  // The field comes with the next drawing.
  return requestAnimationFrame(() => root.getElementById('take-text')?.select());
}

/** Puts a piece of HTML and its text on the clipboard; false where that is refused. */
async function copied(piece, text) {
  const written = (type, what) => [type, new Blob([what], { type })];
  const both = [written('text/html', piece), written('text/plain', text)];
  try {
    await navigator.clipboard.write([new ClipboardItem(Object.fromEntries(both))]);
    return true;
  } catch {
    return copiedByHand(piece, text);
  }
}

/** As it was done before pages could write to the clipboard: also where no certificate protects them. */
function copiedByHand(piece, text) {
  let done = false;
  const put = (event) => {
    event.preventDefault();
    event.stopImmediatePropagation();
    event.clipboardData.setData('text/html', piece);
    event.clipboardData.setData('text/plain', text);
    done = true;
  };
  // Nothing is copied where nothing is selected.
  const field = Object.assign(document.createElement('textarea'), { value: text, readOnly: true });
  Object.assign(field.style, { position: 'fixed', insetBlockStart: '0', opacity: '0' });
  const before = document.activeElement?.shadowRoot?.activeElement;
  document.body.append(field);
  field.select();
  addEventListener('copy', put, { capture: true });
  try {
    document.execCommand('copy');
  } finally {
    removeEventListener('copy', put, { capture: true });
    field.remove();
    before?.focus();
  }
  return done;
}
