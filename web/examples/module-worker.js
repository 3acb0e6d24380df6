// A worker that computes: the module is the same as on a page.
import { calendar, load } from '../core/planning-wheel-core.js';

addEventListener('message', async ({ data: { plan, year } }) => {
  await load();
  postMessage(calendar(plan, { year }).length);
});
