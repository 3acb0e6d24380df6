// <planning-wheel>: a plan's year on any page.
//
//   <script type="module" src="planning-wheel.js"></script>
//   <planning-wheel src="plan.json" year="2027"></planning-wheel>
//
// README tells every attribute, property, event and custom property. Nothing here needs
// more of a page's policy than script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'.
import init, { Instance, on_crash } from './planning-wheel-web.js';
import { draw } from './draw.js';
import { core, fetched, isOwn, own, script, taker, wasm } from './files.js';
import { print } from './print.js';

/** What an address says, and the attribute and the property of the same name. */
const VIEW = ['view', 'year', 'span', 'from', 'term', 'entry', 'body', 'kind', 'principal', 'hide', 'deadlines'];
const USUAL = { view: 'wheel' };
const MIRRORED = ['src', 'catalogue', 'theme'];
const MISSING = 'Planeringshjulet kunde inte starta i den här webbläsaren. Ladda om sidan eller prova en annan. '
  + '(The planning wheel could not start in this browser. Reload the page or try another.)';
const CRASHED = 'Något gick fel i planeringshjulet, och det som syns kan vara fel. '
  + '(Something went wrong, and what is shown may be wrong.)';
const AGAIN = { sv: 'Ladda om sidan', en: 'Reload the page' };

/** An address that names one thing. */
const one = (name, value) => `${name}=${encodeURIComponent(value ?? '')}`;
/** What the page as a whole asks of each wheel that is shown now. */
const live = new Set();
const each = (what) => [...live].forEach((wheel) => wheel[what]());
let started;
/** Whether the wasm writes files itself: what is published leaves that to the core's module. */
let linked;
/** What a page's address names a wheel by: `#planning-wheel=1&year=2027` is the first one's. */
const PLACE = 'planning-wheel';

/** Starts the wasm once for the page, whoever asks; gives the style sheet that all wheels share. */
export function start() {
  started ??= Promise.all([init({ module_or_path: wasm() }), look()]).then(
    ([exports, sheet]) => {
      linked = 'instance_file' in exports;
      on_crash(crash);
      addEventListener('error', trapped);
      addEventListener('unhandledrejection', trapped);
      turnAtMidnight();
      addEventListener('hashchange', () => each('follow'));
      const language = new MutationObserver(() => each('speak'));
      language.observe(document.documentElement, { attributeFilter: ['lang'] });
      return sheet;
    },
    (error) => {
      started = undefined; // The network may be back the next time.
      throw error;
    },
  );
  return started;
}

/** Nothing is asked of the wasm any more: what it holds may be half changed. */
function crash() {
  started = Promise.reject(new Error('crashed'));
  started.catch(() => {});
  each('crashed');
}

/** The wasm has stopped without a word, as it does when no memory is left. */
function trapped({ error, reason }) {
  const why = error ?? reason;
  if (why instanceof WebAssembly.RuntimeError && isOwn(why)) crash();
}

async function look() {
  try {
    // The text size where an element stands, as a length that does not change further in.
    CSS.registerProperty({ name: '--_rem', syntax: '<length>', inherits: true, initialValue: '16px' });
  } catch {
    // Another copy of this script has done it, or the browser cannot: then it is nearly the same.
  }
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(new TextDecoder().decode(await own('style.css')));
  return sheet;
}

/** The hands move on while the page stays open, and when it comes back after a night's sleep. */
function turnAtMidnight() {
  const wait = () => setTimeout(() => (each('turn'), wait()), new Date().setHours(24, 0, 2, 0) - Date.now());
  wait();
  document.addEventListener('visibilitychange', () => each('turn'));
}

export class PlanningWheel extends HTMLElement {
  static observedAttributes = ['src', 'catalogue', 'lang', ...VIEW];

  #frame = document.createElement('div');
  /** The host's own children: shown until the wheel has come. */
  #children = document.createElement('slot');
  #script;
  /** The wheel in wasm while the element is on a page; what it looked at when it is not. */
  #wheel;
  #memory = new URLSearchParams();
  #given;
  #link;
  #followed = false;
  /** The plan and its catalogue, as a promise; a new one when another plan is asked for. */
  #files;
  /** What the page asks of this wheel while it is shown. */
  #ear = {
    turn: () => this.#wheel.turn(),
    speak: () => this.#wheel.speak(this.#language()),
    follow: () => this.#follow(),
    crashed: () => this.#crash(),
  };

  constructor() {
    super();
    this.#frame.className = 'frame';
    this.#frame.part = 'frame';
    this.#children.addEventListener('slotchange', () => {
      if (this.#source() === 'child' && this.#child() !== this.#script) this.#reload();
    });
    this.attachShadow({ mode: 'open' }).append(this.#frame, this.#children);
  }

  connectedCallback() {
    // Properties that were set before this script had come.
    for (const name of ['plan', 'address', 'link', ...VIEW, ...MIRRORED]) {
      if (Object.hasOwn(this, name)) {
        const value = this[name];
        delete this[name];
        this[name] = value;
      }
    }
    if (!this.#wheel) this.#open();
  }

  /** An element that is only moved is taken out and put back in one go: it keeps its wheel. */
  disconnectedCallback() {
    queueMicrotask(() => this.isConnected || this.#close());
  }

  connectedMoveCallback() {}

  attributeChangedCallback(name, before, value) {
    if (name === 'lang') this.#wheel && this.#ear.speak();
    else if (VIEW.includes(name)) this.#go(one(name, value));
    else if (before === value) return;
    else if (before === null && !this.#files) return; // Read when it is first shown.
    else this.#leave();
  }

  /** The plan: an object or JSON text. It goes before `src` and a child script. */
  get plan() {
    return this.#given;
  }

  set plan(value) {
    this.#given = value ?? undefined;
    this.#leave();
  }

  /** What is shown as text, to be kept and given back: `year=2027&view=agenda&entry=…`. */
  get address() {
    return this.#wheel?.address() ?? this.#memory.toString().replaceAll('%2F', '/');
  }

  set address(text) {
    this.#go(text);
  }

  /** A function that gives an address which leads back to what is shown, for `Copy link`. */
  get link() {
    return this.#link;
  }

  set link(value) {
    this.#link = value ?? undefined;
  }

  /** The page's own address, with the wheel's place in it. */
  #ownLink() {
    const page = new URL(location.href);
    page.hash = `${one(PLACE, this.#place())}&${this.address}`;
    return page.href;
  }

  #place() {
    return this.id || String([...document.querySelectorAll('planning-wheel')].indexOf(this) + 1);
  }

  /** Goes where the page's address says, if it names this wheel. */
  #follow() {
    const asked = new URLSearchParams(location.hash.slice(1));
    if (asked.get(PLACE) !== this.#place()) return;
    asked.delete(PLACE);
    this.#go(`${VIEW.map((name) => one(name, USUAL[name])).join('&')}&${asked}`);
    this.scrollIntoView({ block: 'nearest' });
  }

  /** What is shown as a file, a link or code. */
  async #take(what) {
    const wheel = this.#wheel;
    const say = (state, text) => this.#wheel === wheel && wheel.taking(state, text);
    try {
      const { take } = await taker();
      await take(what, {
        wheel, say, linked, core, script,
        files: this.#files,
        link: this.#link ?? (() => this.#ownLink()),
        field: () => this.shadowRoot.getElementById('take-text'),
        src: this.#source() === 'src' ? this.src : undefined,
        catalogue: this.catalogue,
        address: this.address,
        lang: this.#language(),
        theme: this.theme,
      });
    } catch (error) {
      say('failed', error.message);
    }
  }

  #go(text) {
    if (this.#wheel) this.#wheel.go(text);
    else new URLSearchParams(text).forEach((value, name) => this.#memory.set(name, value));
  }

  async #open() {
    this.#files ??= this.#read();
    try {
      const sheet = await start();
      if (!this.isConnected || this.#wheel) return;
      this.shadowRoot.adoptedStyleSheets = [sheet];
    } catch (error) {
      this.#say(MISSING);
      this.#tell('plan-failed', { reason: 'start', message: error.message });
      return;
    }
    this.#children.hidden = true;
    const host = {
      frame: this.#frame,
      tell: (event, detail) => this.#tell(event, detail),
      draw,
      print: () => print(this.#frame, this.shadowRoot.adoptedStyleSheets),
      take: (what) => this.#take(what),
      embeds: Boolean(script),
      again: () => this.#reload(),
    };
    if (!this.#followed) this.#follow();
    this.#followed = true;
    this.#wheel = new Instance(host, this.#language(), this.#memory.toString());
    live.add(this.#ear);
    this.#show();
  }

  #close() {
    if (!this.#wheel) return;
    this.#memory = new URLSearchParams(this.#wheel.address());
    live.delete(this.#ear);
    this.#wheel.free();
    this.#wheel = undefined;
  }

  /** Another plan: what was chosen in the one before means nothing there. */
  #leave() {
    for (const name of ['entry', 'body', 'kind', 'principal', 'hide']) this.#memory.delete(name);
    this.#files = undefined;
    if (this.isConnected) this.#reload();
  }

  #reload() {
    this.#files = this.#read();
    this.#wheel?.wait();
    this.#show();
  }

  async #show() {
    const files = this.#files;
    const [show, parts] = await files.then(
      (parts) => [parts ? 'show' : 'empty', parts ?? []],
      (error) => ['fail', [error.file ?? '', error.why ?? error.message]],
    );
    if (files === this.#files) this.#wheel?.[show](...parts);
  }

  #source() {
    if (this.#given !== undefined) return 'given';
    return this.src ? 'src' : 'child';
  }

  /** The plan, and the catalogue when it names duties; nothing when there is no plan. */
  async #read() {
    const plan = await this.#planFile();
    if (!plan) return undefined;
    const hasDuties = new TextDecoder().decode(plan).includes('"duties"');
    if (!hasDuties) return [plan];
    return [plan, await (this.catalogue ? fetched(this.catalogue) : own('plans/statutory.json'))];
  }

  async #planFile() {
    const bytes = (text) => new TextEncoder().encode(text);
    switch (this.#source()) {
      case 'given':
        return bytes(typeof this.#given === 'string' ? this.#given : JSON.stringify(this.#given));
      case 'src':
        return fetched(this.src);
      default:
        this.#script = this.#child();
        return this.#script && bytes(this.#script.textContent);
    }
  }

  #child() {
    return this.querySelector(':scope > script[type="application/json"]');
  }

  #language() {
    return this.closest('[lang]')?.lang || document.documentElement.lang;
  }

  #tell(name, detail) {
    this.dispatchEvent(new CustomEvent(name, { bubbles: true, composed: true, detail }));
  }

  #say(words) {
    const alarm = document.createElement('p');
    alarm.className = 'alarm';
    alarm.role = 'alert';
    const again = document.createElement('button');
    again.type = 'button';
    again.textContent = AGAIN[this.#language().startsWith('en') ? 'en' : 'sv'];
    again.addEventListener('click', () => location.reload());
    alarm.append(words, again);
    this.shadowRoot.querySelector('.alarm')?.remove();
    this.shadowRoot.prepend(alarm);
  }

  /** The wasm has crashed: what is shown stays, but answers to nothing any more. */
  #crash() {
    this.#frame.inert = true;
    this.#memory = new URLSearchParams();
    this.#wheel = undefined;
    live.delete(this.#ear);
    this.#say(CRASHED);
    this.#tell('plan-failed', { reason: 'crash', message: CRASHED });
  }
}

/** Properties that are what is shown now; attributes of the same name ask for it. */
for (const name of VIEW) {
  Object.defineProperty(PlanningWheel.prototype, name, {
    get() {
      const value = new URLSearchParams(this.address).get(name) ?? USUAL[name] ?? null;
      return name === 'year' && value ? Number(value) : value;
    },
    set(value) {
      this.address = one(name, value);
    },
  });
}

for (const name of MIRRORED) {
  Object.defineProperty(PlanningWheel.prototype, name, {
    get() {
      return this.getAttribute(name) ?? '';
    },
    set(value) {
      if (value === null || value === undefined) this.removeAttribute(name);
      else this.setAttribute(name, value);
    },
  });
}

customElements.get('planning-wheel') ?? customElements.define('planning-wheel', PlanningWheel);
