// The file that goes with a plan, written after each save where the browser lets us: one write at
// a time, and only the newest waits.
import { faultOf } from './fault.js';
import { allow, permission, writeFile } from './file.js';

/**
 * | state | means |
 * |---|---|
 * | `none` | the plan has no file that we may write |
 * | `saved` | the file holds what is on the screen |
 * | `saving` | it is on its way |
 * | `ask` | the browser wants a press first: `allow` |
 * | `conflict` | somebody else has changed the file: merge, then `settle` |
 * | `failed` | it was not written; the plan in the browser was |
 * @typedef {object} FileState
 * @property {'none'|'saved'|'saving'|'ask'|'conflict'|'failed'} state
 * @property {string} [name]
 * @property {import('./fault.js').StoreFault} [fault]
 * @property {{ base: string, theirs: string, link: import('./store.js').Link }} [conflict]
 */

export class FileKeeper {
  /** @type {FileState} */
  state = { state: 'none' };
  #link;
  #tell;
  #keepLink;
  #next;
  #running;
  #stopped = false;

  /**
   * @param {import('./store.js').Link|undefined} link
   * @param {{ tell: (state: FileState) => void, keepLink: (link: import('./store.js').Link) => Promise<void> }} host
   */
  constructor(link, { tell, keepLink }) {
    this.#link = link;
    this.#tell = tell;
    this.#keepLink = keepLink;
    if (link) this.#is('saved');
  }

  /** Writes a text. */
  put(text) {
    if (!this.#link || this.#stopped) return;
    this.#next = text;
    if (this.state.state !== 'conflict') this.#go();
  }

  /** Asks for the file on a press, and writes what waits. */
  async allow() {
    if (this.#link && (await allow(this.#link).catch(() => 'denied')) === 'granted') this.#go();
  }

  /** Writes a merged text over what the conflict told. */
  settle(text) {
    const { conflict } = this.state;
    if (!conflict) return;
    this.#link = conflict.link;
    this.#next = text;
    this.#is('saving');
    this.#go();
  }

  /** The person saved the plan as another file. */
  async follow(link) {
    this.#link = link;
    this.#next = undefined;
    await this.#keepLink(link);
    this.#is('saved');
  }

  crashed() {
    this.#stopped = true;
    this.#next = undefined;
  }

  async done() {
    while (this.#running) await this.#running;
    return this.state;
  }

  #is(state, more = {}) {
    this.state = { state, name: this.#link?.name, ...more };
    this.#tell(this.state);
  }

  #go() {
    if (this.#next !== undefined) this.#running ??= this.#all();
  }

  async #all() {
    do {
      const text = this.#next;
      this.#next = undefined;
      await this.#one(text);
    } while (this.#next !== undefined && this.state.state === 'saving' && !this.#stopped);
    this.#running = undefined;
  }

  async #one(text) {
    try {
      if ((await permission(this.#link)) !== 'granted') {
        this.#next ??= text;
        return this.#is('ask');
      }
      this.#is('saving');
      const { link, conflict } = await writeFile(this.#link, text);
      if (conflict) {
        this.#next ??= text;
        return this.#is('conflict', { conflict });
      }
      this.#link = link;
      await this.#keepLink(link);
      if (this.#next === undefined) this.#is('saved');
    } catch (error) {
      this.#next ??= text;
      this.#is('failed', { fault: faultOf(error, 'denied') });
    }
  }
}
