// Every screen that a reader can meet: where it is, and when it is there.
import { readFileSync } from 'node:fs';

export const PLANS = ['sskl-kalmar', 'sso-ostergotland', 'samverkan-blekinge', 'social-reko-vasternorrland'];
export const DECISION = 'moten-ordforandetraff/2027/2';

/** The day on which pictures are taken, so that the hand and what comes next stand still. */
export const TODAY = '2027-03-03T10:00:00+01:00';

/** A small plan that changes only when somebody changes it, in the place of the page's first. */
export const samplePlan = (page) => {
  const plan = JSON.parse(readFileSync(new URL('../data/hostile/plan.json', import.meta.url), 'utf8'));
  let number = 0;
  const body = JSON.stringify(plan, (name, value) => (value === '@' ? `Text ${(number += 1)}` : value));
  return page.route('**/plans/sskl-kalmar.json', (route) => route.fulfill({ contentType: 'application/json', body }));
};

const at = (rest = '') => `#plan=sskl-kalmar&year=2027${rest}`;
const entry = `&entry=${DECISION}`;
const onWheel = (page) => page.locator('.wheel [role=button]').first().waitFor({ state: 'attached' });
const inTable = (page) => page.getByRole('row').nth(5).waitFor();
const plan = (answer) => (page) => page.route('**/plans/sskl-kalmar.json', (route) => route.fulfill(answer));
const unfold = (name) => async (page) => {
  await onWheel(page);
  await page.getByText(name, { exact: true }).first().click();
};

/**
 * [{ name, path, wheel, before, ready, expected }]: `wheel` has a wheel in full view, `before` makes
 * what goes wrong, `ready` waits, and does what leads there.
 */
export const SCREENS = [
  { name: 'wheel', wheel: true, path: at(), ready: onWheel },
  { name: 'wheel-chosen', wheel: true, path: at(entry), ready: onWheel },
  { name: 'mandate', wheel: true, path: at('&view=mandate'), ready: onWheel },
  { name: 'mandate-chosen', wheel: true, path: at('&view=mandate&entry=election/2030'), ready: onWheel },
  { name: 'agenda', path: at('&view=agenda'), ready: inTable },
  { name: 'agenda-chosen', path: at(`&view=agenda${entry}`), ready: inTable },
  { name: 'english', wheel: true, path: at(`${entry}&lang=en`), ready: onWheel },
  { name: 'about', path: at(), ready: unfold('Om planen') },
  { name: 'key', path: at(), ready: unfold('Teckenförklaring') },
  { name: 'take', path: at(), ready: unfold('Ta med') },
  {
    name: 'nothing',
    path: at('&view=agenda&body=nobody'),
    ready: (page) => page.getByRole('button', { name: 'Visa allt' }).first().waitFor(),
  },
  {
    name: 'missing',
    path: at(),
    before: plan({ status: 404, body: '' }),
    ready: (page) => page.getByRole('alert').getByRole('button').waitFor(),
    expected: /404/,
  },
  {
    name: 'wrong',
    path: at(),
    before: plan({ status: 200, body: '{ "format": "planning-wheel/1",\n "titel": "X" }' }),
    ready: (page) => page.getByRole('alert').getByRole('button').waitFor(),
  },
];
