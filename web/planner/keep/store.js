// Plans kept in the browser: several, each with the history of its saves.
//
//   const store = await openStore();
//   const { id, revision } = await store.create('Årshjul', text);
//   const { conflict } = await store.save(id, 'Årshjul', changed, revision);
//
// A save is one transaction that looks at the newest revision first: who has not seen it gets a
// conflict with what a three-way merge needs, and overwrites nothing. A plan is its revisions; its
// head only says which is the newest, and is made anew from them when it is damaged.
import { Database } from './database.js';
import { StoreFault, faultOf } from './fault.js';
import { isSound, revisionOf, sealed } from './history.js';
import { Memory } from './memory.js';
import { Channel } from './channel.js';
import { allHeads, headOf, newestSound, nextTurn, thin } from './records.js';

/** @typedef {import('./history.js').Head} Head */
/** @typedef {import('./history.js').Revision} Revision */
/** @typedef {{ note?: string, mark?: boolean }} Told what was done, and whether that revision is kept for ever */
/**
 * @typedef {object} Conflict
 * @property {string|null} base the text that both sides began with, where it is still known
 * @property {string|null} theirs the newest text; null when the plan was taken away
 * @property {string} title
 * @property {number} revision what a merged text is saved on
 * @property {boolean} removed
 */
/**
 * @typedef {object} Link a file that goes with a plan (file.js)
 * @property {FileSystemFileHandle} handle
 * @property {string} name
 * @property {number} modified
 * @property {number} size
 * @property {string} text what it held when we read or wrote it last: the base of a merge
 */

const NAME = 'planning-wheel';
/** How long another page may hold the database before that is told, in milliseconds. */
const PATIENCE = 5000;

/**
 * The browser's store; where it keeps nothing, one in memory that says why.
 * @param {{ name?: string, patience?: number }} [options]
 * @returns {Promise<Store>}
 */
export async function openStore({ name = NAME, patience = PATIENCE } = {}) {
  const database = new Database(name, patience);
  try {
    await database.open();
    return new Store(database, name);
  } catch (error) {
    return new Store(new Memory(), name, faultOf(error, 'refused'));
  }
}

/** An id that no other page makes; `crypto.randomUUID` is missing on an intranet's http:// page. */
export function newId() {
  const numbers = crypto.getRandomValues(new Uint32Array(4));
  return [...numbers].map((number) => number.toString(36).padStart(7, '0')).join('');
}

export class Store {
  /** Whether what is saved is there tomorrow. */
  kept;
  /** Why it is not. @type {import('./fault.js').FaultCode|undefined} */
  reason;
  #rooms;
  #channel;
  #crashed = false;
  /** The text of each plan that this page has seen last: the base of a merge, however old.
   *  @type {Map<string, {revision: number, text: string}>} */
  #seen = new Map();

  constructor(rooms, name, fault) {
    this.#rooms = rooms;
    this.kept = !fault;
    this.reason = fault?.code;
    this.#channel = new Channel(this.kept ? name : undefined, (id) => this.#stand(id));
  }

  /** Every plan, the last saved first; those that were taken away when asked for. */
  async list({ removed = false } = {}) {
    const heads = await this.#rooms.run('readonly', allHeads);
    return heads
      .filter((head) => head.removed === removed)
      .sort((one, other) => other.turn - one.turn)
      .map(({ id, title, revision, saved }) => ({ id, title, revision, saved, removed }));
  }

  /**
   * A plan as it was saved last. When that record is damaged, the newest sound one: `recovered`
   * tells from which revision it is and which are lost, and the next save goes on from `revision`.
   */
  async load(id) {
    const plan = await this.#rooms.run('readonly', async (rooms) => {
      const head = await headOf(rooms, id);
      if (!head) throw new StoreFault('missing', id);
      const newest = await newestSound(rooms, head);
      if (!newest.about) throw new StoreFault('corrupt', id);
      const { about, text, lost } = newest;
      const { title, saved, note } = about;
      const recovered = lost.length > 0 ? { from: about.revision, lost } : undefined;
      return { id, title, text, revision: head.revision, saved, note, removed: head.removed, recovered };
    });
    this.#seen.set(id, { revision: plan.revision, text: plan.text });
    return plan;
  }

  /**
   * Saves a plan that was made from revision `base`; 0 is a plan that was not there.
   * @param {string} id
   * @param {string} title
   * @param {string} text
   * @param {number} base
   * @param {Told} [told]
   * @returns {Promise<{ revision: number, conflict?: undefined } | { conflict: Conflict, revision?: undefined }>}
   */
  async save(id, title, text, base, told = {}) {
    const { isNew, ...done } = await this.#write((rooms) => this.#put(rooms, { id, title, text, base, told }));
    if (done.conflict) return done;
    this.#seen.set(id, { revision: done.revision, text });
    if (isNew) this.#channel.say({ id, revision: done.revision, removed: false });
    return done;
  }

  async #put(rooms, { id, title, text, base, told }) {
    const head = await headOf(rooms, id);
    const newest = head && (await newestSound(rooms, head));
    const same = newest?.text === text && newest.about.revision === head.revision && newest.about.title === title;
    if (same && !head.removed && !told.mark) return { revision: head.revision };
    if ((head?.revision ?? 0) !== base || head?.removed) return { conflict: await this.#conflict(rooms, id, base, head, newest) };
    const saved = Date.now();
    const revision = base + 1;
    await rooms.put('revisions', [id, revision], revisionOf(id, revision, title, text, { saved, ...told }));
    await rooms.put('texts', [id, revision], text);
    const marks = [...(head?.marks ?? []), ...(told.mark ? [revision] : [])];
    await rooms.put('plans', id, sealed({ id, revision, title, saved, removed: false, marks, turn: await nextTurn(rooms) }));
    await thin(rooms, id, revision, marks);
    return { revision, isNew: true };
  }

  async #conflict(rooms, id, base, head, newest) {
    const seen = this.#seen.get(id);
    const about = await rooms.get('revisions', [id, base]);
    const text = await rooms.get('texts', [id, base]);
    const kept = isSound(id, base, about, text) ? text : null;
    return {
      base: seen?.revision === base ? seen.text : kept,
      theirs: head && !head.removed ? (newest.text ?? null) : null,
      title: newest?.about?.title ?? head?.title ?? '',
      revision: head?.revision ?? 0,
      removed: head?.removed ?? true,
    };
  }

  /** Saves a new plan under an id of its own. @returns {Promise<{ id: string, revision: number }>} */
  async create(title, text, told = {}) {
    const id = newId();
    const { revision } = await this.save(id, title, text, 0, told);
    return { id, revision };
  }

  /** What is known of each kept revision, the newest first. @returns {Promise<Revision[]>} */
  history(id) {
    return this.#rooms.run('readonly', async (rooms) => {
      const all = [];
      for (const revision of await rooms.revisions('revisions', id)) {
        const about = await rooms.get('revisions', [id, revision]);
        if (about?.revision === revision) all.push(about);
      }
      return all;
    });
  }

  /** One revision with its text. To go back to it, save its text as a new one. */
  revision(id, revision) {
    return this.#rooms.run('readonly', async (rooms) => {
      const about = await rooms.get('revisions', [id, revision]);
      const text = await rooms.get('texts', [id, revision]);
      if (about === undefined && text === undefined) throw new StoreFault('missing', `${id} ${revision}`);
      if (!isSound(id, revision, about, text)) throw new StoreFault('corrupt', `${id} ${revision}`);
      return { ...about, text };
    });
  }

  /** Takes a plan away: nothing of it is lost until it is forgotten. */
  remove(id) {
    return this.#turn(id, true);
  }

  /** Brings back what was taken away. */
  restore(id) {
    return this.#turn(id, false);
  }

  async #turn(id, removed) {
    const revision = await this.#write(async (rooms) => {
      const head = await headOf(rooms, id);
      if (!head) throw new StoreFault('missing', id);
      await rooms.put('plans', id, sealed({ ...head, removed, turn: await nextTurn(rooms) }));
      return head.revision;
    });
    this.#channel.say({ id, revision, removed });
    return { revision };
  }

  /** Lets a plan go for ever, with its history. */
  async forget(id) {
    await this.#write(async (rooms) => {
      for (const room of ['revisions', 'texts']) {
        for (const revision of await rooms.revisions(room, id)) await rooms.delete(room, [id, revision]);
      }
      await rooms.delete('plans', id);
      await rooms.delete('files', id);
      await rooms.delete('asides', id);
    });
    this.#channel.say({ id, revision: 0, removed: true });
  }

  /** What stands beside a plan and is no part of it: its variants, as text. @returns {Promise<string|undefined>} */
  async aside(id) {
    const aside = await this.#rooms.run('readonly', (rooms) => rooms.get('asides', id));
    return typeof aside === 'string' ? aside : undefined;
  }

  /** The last page that says what stands there is right; nothing of the plan goes with it. */
  async setAside(id, text) {
    await this.#write((rooms) => (text ? rooms.put('asides', id, text) : rooms.delete('asides', id)));
  }

  /** The file that goes with a plan. @returns {Promise<Link|undefined>} */
  link(id) {
    return this.#rooms.run('readonly', (rooms) => rooms.get('files', id));
  }

  /** @param {string} id @param {Link|null} link */
  async setLink(id, link) {
    await this.#write((rooms) => (link ? rooms.put('files', id, link) : rooms.delete('files', id)));
  }

  /**
   * Tells what other pages do with a plan, or with any without an id. A page that slept looks for
   * itself when it is seen again.
   * @param {string|null} id
   * @param {(news: { id: string, revision: number, removed: boolean }) => void} callback
   * @returns {() => void} stops it
   */
  watch(id, callback) {
    return this.#channel.watch(id, callback);
  }

  #stand(id) {
    return this.#rooms.run('readonly', async (rooms) => {
      const head = await headOf(rooms, id);
      return { id, revision: head?.revision ?? 0, removed: head?.removed ?? true };
    });
  }

  /** Asks the browser never to throw the plans out; undefined where it cannot be asked. */
  async persist() {
    return navigator.storage?.persist?.().catch(() => undefined);
  }

  /** The program has crashed: nothing is written any more. */
  crashed() {
    this.#crashed = true;
  }

  async close() {
    this.#channel.close();
    await this.#rooms.close();
  }

  async #write(work) {
    if (this.#crashed) throw new StoreFault('crashed');
    return this.#rooms.run('readwrite', work);
  }
}
