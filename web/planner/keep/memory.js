// What stands in for the database where the browser keeps nothing: the same rooms, until the page
// is closed.
import { ROOMS } from './database.js';

const name = (key) => JSON.stringify(key);

class Rooms {
  #rooms;

  constructor(rooms) {
    this.#rooms = rooms;
  }

  async get(room, key) {
    return this.#rooms[room].get(name(key));
  }

  async put(room, key, value) {
    this.#rooms[room].set(name(key), value);
  }

  async delete(room, key) {
    this.#rooms[room].delete(name(key));
  }

  async keys(room) {
    return [...this.#rooms[room].keys()].map((key) => JSON.parse(key));
  }

  async revisions(room, id) {
    const keys = await this.keys(room);
    return keys.filter(([plan]) => plan === id).map(([, revision]) => revision).sort((one, other) => other - one);
  }

  async ids() {
    return [...new Set((await this.keys('revisions')).map(([id]) => id))];
  }
}

/** The database's stand-in. */
export class Memory {
  #rooms = Object.fromEntries(ROOMS.map((room) => [room, new Map()]));
  #last = Promise.resolve();

  /** One work after the other, each whole or not at all. */
  run(_mode, work) {
    const turn = this.#last.then(async () => {
      const copy = Object.fromEntries(ROOMS.map((room) => [room, new Map(this.#rooms[room])]));
      const result = await work(new Rooms(copy));
      this.#rooms = copy;
      return result;
    });
    this.#last = turn.catch(() => {});
    return turn;
  }

  async close() {}
}
