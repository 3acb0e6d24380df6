/** What a reader's browser fetches of the full page, before the plan. */
export const PAGE = [
  'index.html',
  'page.css',
  'page.js',
  'shell.js',
  'offline.js',
  'planning-wheel.js',
  'files.js',
  'planning-wheel-web.js',
  'planning-wheel-web_bg.wasm',
  'style.css',
];
