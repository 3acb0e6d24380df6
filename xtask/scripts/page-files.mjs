/** What a reader's browser fetches of the full page, before the plan. */
export const PAGE = [
  'index.html',
  'page.css',
  'page.js',
  'shell.js',
  'offline.js',
  'planning-wheel.js',
  'files.js',
  'draw.js',
  'print.js',
  'planning-wheel-web.js',
  'planning-wheel-web_bg.wasm',
  'style.css',
];

/** … and what it fetches when somebody takes something along. */
export const TAKEN = [
  'take.js',
  'take-plan.js',
  'single.html',
  'core/planning-wheel-core.js',
  'core/planning-wheel-core.wasm',
];

/** … and what a browser fetches when somebody plans, before the plan. */
export const PLANNED = [
  'plan.html',
  'plan.css',
  'plan.js',
  'planner.js',
  'focus.js',
  'redraw.js',
  'planner.css',
  'planning-wheel-planner.js',
  'planning-wheel-planner_bg.wasm',
];
