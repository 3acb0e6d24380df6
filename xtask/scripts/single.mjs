// The single page: web/single.html with style, script, wasm and catalogue inside, and a policy
// that lets nothing else in. The plan is put in by `planning-wheel page`.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { TARGET } from './minify.mjs';

/** What the element asks for by name. */
const FILES = ['planning-wheel-web_bg.wasm', 'style.css', 'plans/statutory.json'];

/** The text of the page. `dist` holds what trunk built, `web` the sources, `full` is the wasm that
 *  writes files itself. */
export async function single(esbuild, dist, web, full) {
  const script = await bundle(esbuild, dist, web, full);
  const { code: style } = await esbuild.transform(readFileSync(join(dist, 'page.css'), 'utf8'), {
    loader: 'css',
    minify: true,
    charset: 'utf8',
  });
  const policy = [
    "default-src 'none'",
    `script-src '${hash(script)}' 'wasm-unsafe-eval'`,
    `style-src '${hash(style)}'`,
    'img-src data: blob:',
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join('; ');
  const parts = { policy, style, script };
  return readFileSync(join(web, 'single.html'), 'utf8').replace(/\[(policy|style|script)\]/g, (_, name) => parts[name]);
}

async function bundle(esbuild, dist, web, full) {
  const { outputFiles } = await esbuild.build({
    entryPoints: [join(web, 'single.js')],
    bundle: true,
    write: false,
    minify: true,
    format: 'iife',
    target: TARGET,
    charset: 'ascii',
    legalComments: 'none',
    logLevel: 'warning',
    // Where the script's own address would stand: it has none, and nothing asks for it.
    logOverride: { 'empty-import-meta': 'silent' },
    plugins: [inside(dist, web, full)],
  });
  const script = outputFiles[0].text;
  if (/<\/script|<!--/i.test(script)) throw new Error('the script would end itself inside a page');
  return script;
}

/** Puts what is inside in the place of what lies beside. */
function inside(dist, web, full) {
  return {
    name: 'inside',
    setup(build) {
      build.onResolve({ filter: /^\.\/files\.js$/ }, () => ({ path: resolve(web, 'inside.js') }));
      build.onResolve({ filter: /^\.\/planning-wheel-web\.js$/ }, () => ({
        path: resolve(dist, 'planning-wheel-web.js'),
      }));
      build.onResolve({ filter: /^packed-files$/ }, ({ path }) => ({ path, namespace: 'packed' }));
      build.onLoad({ filter: /.*/, namespace: 'packed' }, () => ({ contents: packed(dist, full), loader: 'js' }));
    },
  };
}

/** A module with the files: compressed, so that the page is small enough to mail. */
function packed(dist, full) {
  const files = FILES.map((name) => {
    const base64 = gzipSync(bytes(name.endsWith('.wasm') ? full : join(dist, name)), { level: 9 }).toString('base64');
    return `${JSON.stringify(name)}: unpacked(${JSON.stringify(base64)})`;
  });
  return `const unpacked = (text) => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
    export default { ${files.join(', ')} };`;
}

const bytes = (path) =>
  path.endsWith('.json') ? JSON.stringify(JSON.parse(readFileSync(path, 'utf8'))) : readFileSync(path);

const hash = (text) => `sha256-${createHash('sha256').update(text).digest('base64')}`;
