// The browser's database under the store: opened, closed under us, opened again. One call of
// `run` is one transaction, which is written whole or not at all.
import { StoreFault, faultOf } from './fault.js';

/** The layout below. Another layout is another number, with a step from each before. */
const VERSION = 2;
/** `plans` has a head for each id; the others have [id, revision] as key, `files` and `asides` (since 2) the id. */
export const ROOMS = ['plans', 'revisions', 'texts', 'files', 'asides'];

/** What a record is when the browser has it but cannot read it. */
const DAMAGED = undefined;

/** @param {IDBRequest} request */
const answer = (request) =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(faultOf(request.error));
  });

/** A record, or nothing where the browser cannot read it: the transaction goes on. */
const readable = (request) =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = (event) => {
      const fault = faultOf(request.error, 'corrupt');
      if (fault.code !== 'corrupt') return reject(fault);
      event.preventDefault();
      event.stopPropagation();
      resolve(DAMAGED);
    };
  });

/** All keys that start with an id. An array sorts after every number. */
const ofPlan = (id) => IDBKeyRange.bound([id], [id, []]);

/** What the work of a transaction may do. memory.js has the same. */
class Rooms {
  #transaction;

  /** @param {IDBTransaction} transaction */
  constructor(transaction) {
    this.#transaction = transaction;
  }

  #room(name) {
    return this.#transaction.objectStore(name);
  }

  get(room, key) {
    return readable(this.#room(room).get(key));
  }

  put(room, key, value) {
    return answer(this.#room(room).put(value, key));
  }

  delete(room, key) {
    return answer(this.#room(room).delete(key));
  }

  keys(room) {
    return answer(this.#room(room).getAllKeys());
  }

  /** The numbers of a plan's revisions, the newest first. */
  async revisions(room, id) {
    const keys = await answer(this.#room(room).getAllKeys(ofPlan(id)));
    return keys.map(([, revision]) => revision).reverse();
  }

  /** Every id that has a revision: one step for each, however long their histories. */
  ids() {
    return new Promise((resolve, reject) => {
      const found = [];
      const request = this.#room('revisions').openKeyCursor();
      request.onerror = () => reject(faultOf(request.error));
      request.onsuccess = () => {
        const cursor = request.result;
        if (!cursor) return resolve(found);
        const [id] = cursor.key;
        found.push(id);
        cursor.continue([id, []]);
      };
    });
  }
}

/** Opens the database; a fault says why it cannot be. */
function open(name, patience) {
  return new Promise((resolve, reject) => {
    // Some browsers throw at the first look.
    const request = globalThis.indexedDB?.open(name, VERSION);
    if (!request) throw new StoreFault('refused', 'no indexedDB');
    // Another page of ours holds the layout before this one and does not let go.
    const late = setTimeout(() => {
      reject(new StoreFault('blocked'));
      request.onsuccess = () => request.result.close();
    }, patience);
    request.onupgradeneeded = () => {
      const { result } = request;
      for (const room of ROOMS) if (!result.objectStoreNames.contains(room)) result.createObjectStore(room);
    };
    request.onerror = () => {
      clearTimeout(late);
      // Firefox of old says this in a private window.
      reject(faultOf(request.error, 'refused', { InvalidStateError: 'private', AbortError: 'refused' }));
    };
    request.onsuccess = () => {
      clearTimeout(late);
      resolve(request.result);
    };
  });
}

/** An open database, which opens itself again after the browser has closed it. */
export class Database {
  #name;
  #patience;
  /** @type {Promise<IDBDatabase>|undefined} */
  #open;
  /** Why it stays closed. @type {StoreFault|undefined} */
  #ended;

  constructor(name, patience) {
    this.#name = name;
    this.#patience = patience;
  }

  /** @returns {Promise<IDBDatabase>} */
  open() {
    this.#open ??= open(this.#name, this.#patience).then(
      (database) => this.#heed(database),
      (error) => {
        this.#open = undefined;
        throw faultOf(error, 'refused', { InvalidStateError: 'private' });
      },
    );
    return this.#open;
  }

  #heed(database) {
    // The reader has cleared what the browser keeps, or the disk is gone.
    database.onclose = () => (this.#open = undefined);
    database.onversionchange = ({ newVersion }) => {
      database.close();
      this.#open = undefined;
      if (newVersion > VERSION) this.#ended = new StoreFault('newer');
    };
    return database;
  }

  /**
   * Does `work` in one transaction and gives its result when all of it is on the disk.
   * The work may wait for its rooms and for nothing else.
   * @template T
   * @param {'readonly'|'readwrite'} mode
   * @param {(rooms: Rooms) => Promise<T>} work
   * @returns {Promise<T>}
   */
  async run(mode, work) {
    if (this.#ended) throw this.#ended;
    const database = await this.open();
    return new Promise((resolve, reject) => {
      const transaction = begin(database, mode);
      let result;
      let failure;
      transaction.oncomplete = () => (failure ? reject(failure) : resolve(result));
      transaction.onabort = () => reject(this.#why(transaction, failure));
      work(new Rooms(transaction)).then(
        (value) => (result = value),
        (error) => {
          // A step on a transaction that was aborted a moment ago.
          failure = faultOf(error, 'aborted', { InvalidStateError: 'aborted' });
          stop(transaction);
        },
      );
    });
  }

  #why(transaction, failure) {
    if (this.#ended) return this.#ended;
    const why = transaction.error ? faultOf(transaction.error) : failure;
    if (!this.#open) return new StoreFault('closed', why?.detail);
    return why ?? new StoreFault('aborted');
  }

  async close() {
    this.#ended ??= new StoreFault('closed');
    const open = this.#open;
    this.#open = undefined;
    (await open?.catch(() => undefined))?.close();
  }
}

function begin(database, mode) {
  try {
    return database.transaction(ROOMS, mode, { durability: 'strict' });
  } catch (error) {
    throw faultOf(error, 'closed', { NotFoundError: 'corrupt' });
  }
}

function stop(transaction) {
  try {
    transaction.abort();
  } catch {
    // It has ended already, and says so itself.
  }
}
