// "Ta med" of a plan that is worked on: what take.js makes of a wheel, and the plan as a page of
// its own. Fetched when somebody first asks.
import { core, own } from './files.js';
import { give, take } from './take.js';

/** The page without a plan, as it is published beside the planner. */
const PAGE = 'single.html';
/** Around the plan in it. */
const OPENING = '<script type="application/json">';
const CLOSING = '</script>';

/**
 * Makes what was asked for of the planner's plan: `ics`, `csv`, `svg`, `png` or `page`.
 * @param {{ asked(): object, file(kind: string): string, document(): string }} planner
 * @param {{ linked: boolean, say(state: string, text?: string): void }} how
 */
export async function takePlan(what, planner, { linked, say }) {
  if (what !== 'page') {
    // The plan as it stands now, whatever is changed while the core is on its way.
    const plan = new TextEncoder().encode(planner.document());
    const files = own('plans/statutory.json').then((duties) => [plan, duties]);
    await take(what, { wheel: planner, say, linked, core, files });
    return;
  }
  say('busy');
  const { id } = JSON.parse(planner.document());
  const { days } = planner.asked();
  const page = filled(new TextDecoder().decode(await own(PAGE)), planner.document(), days.year ?? days.mandate);
  give(`${id}.html`, new Blob([page], { type: 'text/html;charset=utf-8' }));
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
