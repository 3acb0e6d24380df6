// Starts the page's wasm. A file of its own, so that the page needs no inline script.
import init from './planning-wheel-web.js';

const root = document.documentElement;

try {
  await init();
  root.dataset.wasm = 'ready';
} catch (error) {
  root.dataset.wasm = 'failed';
  document.getElementById('start-error')?.removeAttribute('hidden');
  throw error;
}
