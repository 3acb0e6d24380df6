// <planning-wheel-planner>: a plan that is worked on.
//
//   <script type="module" src="planner.js"></script>
//   <planning-wheel-planner src="plan.json"></planning-wheel-planner>
//
// It fetches a wasm of its own, with the reader's screens in it. Whatever is done to the plan is
// told by the event `plan-changed` with `{ id, title, text }`; the page keeps the text. With the
// attribute `keeps` the element does so itself, in the browser and in files: without `src` it then
// shows the plans that are kept, and `plan-kept` with `{ kept }` tells which one is open.
import init, { Planner, on_crash } from './planning-wheel-planner.js';
import { fetched, own } from './files.js';
import { keepFocus } from './focus.js';
import { redraw } from './redraw.js';
import { Shelf } from './keep/shelf.js';

const wasm = new URL('planning-wheel-planner_bg.wasm', import.meta.url);
const CRASHED = 'Något gick fel i planeraren. Allt som har sparats finns kvar: ladda om sidan. '
  + '(Something went wrong in the planner. All that has been saved is there: reload the page.)';
const LOST = 'Det allra sista hann inte sparas. (The very last was not saved in time.)';
const live = new Set();
let started;
/** Whether the wasm writes files itself: what is published leaves that to the core's module. */
let linked;

/** Starts the wasm once for the page; gives the style sheets that all planners share. */
export function start() {
  started ??= Promise.all([init({ module_or_path: wasm }), sheet('style.css'), sheet('planner.css')]).then(
    ([exports, ...sheets]) => {
      linked = 'planner_file' in exports;
      on_crash(crash);
      addEventListener('error', trapped);
      addEventListener('unhandledrejection', trapped);
      turnAtMidnight();
      const language = new MutationObserver(() => live.forEach((ear) => ear.speak()));
      language.observe(document.documentElement, { attributeFilter: ['lang'] });
      return sheets;
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
  live.forEach((ear) => ear.crashed());
}

/** The wasm has stopped without a word, as it does when no memory is left. */
function trapped({ error, reason }) {
  const why = error ?? reason;
  if (why instanceof WebAssembly.RuntimeError && String(why.stack).includes(wasm.href)) crash();
}

async function sheet(name) {
  const made = new CSSStyleSheet();
  made.replaceSync(new TextDecoder().decode(await own(name)));
  return made;
}

function turnAtMidnight() {
  const wait = () => setTimeout(() => {
    live.forEach((ear) => ear.turn());
    wait();
  }, new Date().setHours(24, 0, 2, 0) - Date.now());
  wait();
}

export class PlanningWheelPlanner extends HTMLElement {
  static observedAttributes = ['src', 'lang'];

  #frame = document.createElement('div');
  #children = document.createElement('slot');
  #planner;
  #asked;
  /** Ends the watch over the focus. */
  #release;
  /** What keeps plans, where that is this element's. @type {Shelf|undefined} */
  #shelf;
  /** The kept plan that is wanted before the wasm has come. */
  #wanted;
  #ear = {
    turn: () => this.#planner.turn(),
    speak: () => this.#planner.speak(this.#language()),
    crashed: () => this.#crash(),
  };

  constructor() {
    super();
    this.#frame.className = 'frame';
    this.#frame.part = 'frame';
    this.attachShadow({ mode: 'open' }).append(this.#frame, this.#children);
  }

  connectedCallback() {
    if (!this.#planner) this.#start();
  }

  disconnectedCallback() {
    queueMicrotask(() => this.isConnected || this.#close());
  }

  connectedMoveCallback() {}

  attributeChangedCallback(name, before, value) {
    if (name === 'lang') this.#planner?.speak(this.#language());
    else if (before !== value && this.#planner && (value !== null || !this.#shelf)) this.#load();
  }

  /** The document as it is kept, as its file is written. */
  get text() {
    return this.#planner?.document() ?? '';
  }

  /** Begins to work on a plan, given as JSON text. */
  async open(text) {
    if (this.#shelf) await this.#shelf.ask('text', { text });
    else await this.#show((this.#asked = {}), text);
  }

  /** Opens one of the plans that are kept, or shows the list of them without an id. */
  async keep(id) {
    this.#wanted = id;
    await (id ? this.#shelf?.ask('open', { id }) : this.#shelf?.ask('list'));
  }

  async #start() {
    try {
      const sheets = await start();
      if (!this.isConnected || this.#planner) return;
      this.shadowRoot.adoptedStyleSheets = sheets;
    } catch (error) {
      this.#say(`${error.message}`);
      this.#tell('plan-failed', { reason: 'start', message: error.message });
      return;
    }
    this.#children.hidden = true;
    const host = {
      frame: this.#frame,
      draw: redraw,
      tell: (event, detail) => (event === 'file-made' ? this.#save(detail) : this.#tell(event, detail)),
      print: () => window.print(),
      take: (what) => this.#take(what),
      embeds: false,
      again: () => this.#load(),
      shelf: (what, detail) => this.#shelf?.ask(what, detail),
    };
    this.#planner = new Planner(host, this.#language());
    live.add(this.#ear);
    this.#release = keepFocus(this.shadowRoot);
    this.#learn();
    if (this.hasAttribute('keeps')) await this.#keep();
    await this.#load();
  }

  /** Keeps plans in the browser from now on. */
  async #keep() {
    const own = (this.#shelf = new Shelf({
      show: (news) => this.#planner?.kept(JSON.stringify(news)),
      open: (text) => this.#show((this.#asked = {}), text),
      list: () => this.#planner?.list(),
      current: () => this.#planner?.title() !== undefined && { title: this.#planner.title(), text: this.text },
      renamed: (text, title) => Planner.renamed(text, title),
      copied: (text, title, mark) => Planner.copied(text, title, mark),
      readOnly: () => Boolean(this.#planner?.read_only()),
      takeOver: () => this.#planner?.take_over(),
      agreement: async (name) => new TextDecoder().decode(await fetched(new URL(`plans/${name}.json`, import.meta.url).href)),
      placed: (kept) => this.#tell('plan-kept', { kept }),
      guide: () => this.#planner?.guide(),
    }));
    await own.start();
  }

  async #load() {
    const src = this.getAttribute('src');
    if (!src && this.#shelf) await this.keep(this.#wanted);
    if (!src) return;
    const asked = (this.#asked = {});
    this.#planner.wait();
    try {
      const text = new TextDecoder().decode(await fetched(src));
      if (asked !== this.#asked) return;
      await this.open(text);
    } catch (error) {
      if (asked === this.#asked) this.#planner?.fail(error.file ?? '', error.why ?? error.message);
    }
  }

  /** Any plan may come to name duties, so the catalogue is always there. */
  async #show(asked, text) {
    const catalogue = await own('plans/statutory.json');
    return asked === this.#asked && Boolean(this.#planner?.open(new TextEncoder().encode(text), catalogue));
  }

  /** Forms are made of the schema, which the first look at a plan need not wait for. */
  async #learn() {
    try {
      this.#planner?.learn(await own('plans/schema.json'));
    } catch (error) {
      this.#say(`${error.message}`);
    }
  }

  #close() {
    if (!this.#planner) return;
    live.delete(this.#ear);
    this.#release();
    this.#shelf?.close();
    this.#shelf = undefined;
    this.#planner.free();
    this.#planner = undefined;
  }

  #crash() {
    this.#frame.inert = true;
    this.#planner = undefined;
    live.delete(this.#ear);
    const lost = this.#shelf?.crashed();
    this.#say(lost ? `${CRASHED} ${LOST}` : CRASHED);
    this.#tell('plan-failed', { reason: 'crash', message: CRASHED });
  }

  #language() {
    return this.closest('[lang]')?.lang || document.documentElement.lang;
  }

  #tell(name, detail) {
    if (name === 'plan-changed') this.#shelf?.changed(detail);
    const told = { bubbles: true, composed: true, cancelable: true, detail };
    return this.dispatchEvent(new CustomEvent(name, told));
  }

  /** Saves a file that was asked for, unless the page does it. */
  async #save(detail) {
    if (!this.#tell('file-made', detail)) return;
    try {
      const { saveFile } = await import('./keep/file.js');
      await saveFile(detail.name, detail.text);
    } catch (error) {
      this.#say(error.message);
    }
  }

  /** A file of the plan as it stands. */
  async #take(what) {
    const planner = this.#planner;
    const say = (state, text) => this.#planner === planner && planner.taking(state, text);
    try {
      const { takePlan } = await import('./take-plan.js');
      await takePlan(what, planner, { linked, say, root: this.shadowRoot });
    } catch (error) {
      say('failed', error.message);
    }
  }

  #say(words) {
    const alarm = document.createElement('p');
    alarm.className = 'alarm';
    alarm.role = 'alert';
    alarm.textContent = words;
    this.shadowRoot.querySelector('.alarm')?.remove();
    this.shadowRoot.prepend(alarm);
  }
}

customElements.get('planning-wheel-planner') ?? customElements.define('planning-wheel-planner', PlanningWheelPlanner);
