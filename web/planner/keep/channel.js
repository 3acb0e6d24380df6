// What pages tell each other of the plans that they save.

/** @typedef {{ id: string, revision: number, removed: boolean }} News */

export class Channel {
  /** @type {Set<{ id: string|null, callback: (news: News) => void, last: Map<string, string> }>} */
  #ears = new Set();
  #pages;
  #stand;
  #seen = () => document.hidden || this.#look();

  /**
   * @param {string|undefined} name nothing when there is nobody to talk to
   * @param {(id: string) => Promise<News>} stand where a plan stands
   */
  constructor(name, stand) {
    this.#stand = stand;
    if (!name) return;
    this.#pages = typeof BroadcastChannel === 'undefined' ? undefined : new BroadcastChannel(name);
    this.#pages?.addEventListener('message', ({ data }) => this.#hear(data));
    document.addEventListener('visibilitychange', this.#seen);
  }

  /** @param {News} news */
  say(news) {
    for (const ear of this.#ears) remember(ear, news);
    this.#pages?.postMessage(news);
  }

  watch(id, callback) {
    const ear = { id, callback, last: new Map() };
    this.#ears.add(ear);
    return () => this.#ears.delete(ear);
  }

  #hear(news) {
    for (const ear of this.#ears) {
      if ((ear.id === null || ear.id === news.id) && remember(ear, news)) ear.callback(news);
    }
  }

  /** A page that slept may have missed what was said. */
  async #look() {
    const ids = new Set([...this.#ears].map(({ id }) => id).filter(Boolean));
    for (const id of ids) {
      const news = await this.#stand(id).catch(() => undefined);
      if (news) this.#hear(news);
    }
  }

  close() {
    this.#ears.clear();
    this.#pages?.close();
    document.removeEventListener('visibilitychange', this.#seen);
  }
}

/** Whether this is news to an ear. */
function remember(ear, { id, revision, removed }) {
  const said = `${revision} ${removed}`;
  if (ear.last.get(id) === said) return false;
  ear.last.set(id, said);
  return true;
}
