// One plan saved as somebody types: each state as soon as it is there, one save at a time. While
// one runs only the newest waits, since a state holds everything before it.
import { StoreFault, faultOf } from './fault.js';

/** How long a save may wait for others before that is told, and how soon a failed one is tried again. */
const PATIENCE = 4000;
const AGAIN = 10_000;
/** Failures that time may mend. */
const PASSING = ['quota', 'aborted', 'blocked', 'closed'];

/**
 * | state | means |
 * |---|---|
 * | `saved` | what is on the screen is on the disk, or in memory where the store keeps nothing |
 * | `saving` | it is on its way |
 * | `slow` | … and waits for another page |
 * | `behind` | another page has saved, and nothing is unsaved here: load it |
 * | `conflict` | another page has saved, and so would this one: merge, then `settle` |
 * | `failed` | it was not saved; what passes is tried again |
 * | `stopped` | nothing is saved any more: the program has crashed |
 * @typedef {object} State
 * @property {'saved'|'saving'|'slow'|'behind'|'conflict'|'failed'|'stopped'} state
 * @property {number} revision the newest that this page has seen
 * @property {boolean} unsaved whether something would be lost
 * @property {boolean} [removed] the other page took the plan away
 * @property {StoreFault} [fault]
 * @property {import('./store.js').Conflict} [conflict]
 */

/**
 * Keeps a plan that was loaded or created.
 * @param {import('./store.js').Store} store
 * @param {{ id: string, title: string, text: string, revision: number }} plan
 * @param {{ tell?: (state: State) => void, patience?: number, again?: number }} [options]
 */
export const keep = (store, plan, options) => new Keeper(store, plan, options);

export class Keeper {
  /** @type {State} */
  state;
  #store;
  #id;
  #tell;
  #times;
  /** What waits to be saved. */
  #next;
  #running;
  #timer;
  #stopped = false;
  #stop;
  #ask = (event) => event.preventDefault();

  constructor(store, { id, revision }, { tell = () => {}, patience = PATIENCE, again = AGAIN } = {}) {
    this.#store = store;
    this.#id = id;
    this.#tell = tell;
    this.#times = { patience, again };
    this.state = { state: 'saved', revision, unsaved: false };
    this.#stop = store.watch(id, (news) => this.#hear(news));
  }

  /** Saves a state; `note` says what was done, for the history. */
  put(title, text, note = '', mark = false) {
    if (this.#stopped) return;
    const waiting = this.#next;
    this.#next = { title, text, told: { note, mark: mark || Boolean(waiting?.told.mark) } };
    if (this.state.state === 'conflict') return;
    this.#go();
  }

  /** A merged text, made from what the conflict told: saved on that. */
  settle(title, text, revision, note = '') {
    if (this.#stopped) return;
    this.#next = { title, text, told: { note } };
    this.#is('saving', { revision });
    this.#go();
  }

  /** Another page's revision is shown here now: what is changed from here on is made from it. */
  follow(revision) {
    if (!this.#stopped && !this.#next) this.#is('saved', { revision });
  }

  retry() {
    if (this.#next && this.state.state === 'failed') this.#go();
  }

  /** When nothing is on its way any more: saved, or told why not. */
  async done() {
    while (this.#running) await this.#running;
    return this.state;
  }

  /** Nothing is saved from now on, not even what waits: it may come of what is broken. */
  crashed() {
    this.#store.crashed();
    this.#end();
    this.#is('stopped', { fault: new StoreFault('crashed') });
    this.#next = undefined;
  }

  /** Waits for what is on its way, then lets the plan go. */
  async close() {
    await this.done();
    this.#end();
    removeEventListener('beforeunload', this.#ask);
  }

  #end() {
    this.#stopped = true;
    clearTimeout(this.#timer);
    this.#stop();
  }

  #hear({ revision, removed }) {
    // With something unsaved, the save itself finds the conflict, and what a merge needs.
    if (this.state.unsaved || this.#stopped) return;
    if (removed || revision > this.state.revision) this.#is('behind', { removed });
    else if (this.state.removed) this.#is('saved');
  }

  #is(state, more = {}) {
    const unsaved = state === 'stopped' ? Boolean(this.#next || this.#running) : state !== 'saved' && state !== 'behind';
    this.state = { state, revision: this.state.revision, unsaved, ...more };
    // The browser asks before it leaves a page with something unsaved.
    if (unsaved && state !== 'stopped') addEventListener('beforeunload', this.#ask);
    else removeEventListener('beforeunload', this.#ask);
    this.#tell(this.state);
  }

  #go() {
    clearTimeout(this.#timer);
    if (this.#next && !this.#stopped) this.#running ??= this.#all();
  }

  /** Saves what waits until nothing does. The end is marked in the same breath as it is seen:
   *  what comes after it starts anew. */
  async #all() {
    do {
      const now = this.#next;
      this.#next = undefined;
      this.#is('saving');
      await this.#one(now);
    } while (this.#next && ['saving', 'slow'].includes(this.state.state));
    this.#running = undefined;
  }

  async #one(now) {
    const slow = setTimeout(() => this.#stopped || this.#is('slow'), this.#times.patience);
    try {
      const { revision, conflict } = await this.#store.save(this.#id, now.title, now.text, this.state.revision, now.told);
      if (this.#stopped) return;
      if (conflict) {
        this.#next ??= now;
        this.#is('conflict', { conflict });
      } else if (this.#next) this.state.revision = revision;
      else this.#is('saved', { revision });
    } catch (error) {
      if (!this.#stopped) this.#fail(now, faultOf(error));
    } finally {
      clearTimeout(slow);
    }
  }

  #fail(now, fault) {
    // A newer state holds the failed one.
    this.#next ??= now;
    if (PASSING.includes(fault.code)) this.#timer = setTimeout(() => this.retry(), this.#times.again);
    this.#is('failed', { fault });
  }
}
