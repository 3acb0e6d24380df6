// The shelf of plans behind the planner: what its screens ask for, and what they are shown.
//
// `ask(what, detail)` does what a press asked for; `show(news)` gets parts of what the screens
// show, each whole: `plans`, `removed`, `store`, `saving`, `file`, `versions`, `fault`.
import { StoreFault, faultOf } from './fault.js';
import { FileKeeper } from './file-keeper.js';
import { fileName, openFile, saveFile } from './file.js';
import { keep } from './keeper.js';
import { newId, openStore } from './store.js';

/**
 * @typedef {object} Host
 * @property {(news: object) => void} show
 * @property {(text: string) => Promise<boolean>} open begins to work on a text; whether it is a plan
 * @property {() => void} list shows the list instead of a plan
 * @property {() => { title: string, text: string }|undefined} current what is on the bench
 * @property {(text: string, title: string) => string} renamed the same plan with another title
 * @property {(text: string, title: string, mark: string) => string} copied the same as another plan
 * @property {() => boolean} readOnly whether a newer version has saved what is on the bench
 * @property {() => void} takeOver lets it be changed all the same
 * @property {(name: string) => Promise<string>} agreement the text of a plan that comes with the page
 * @property {(id: string|null) => void} placed which plan is open, for the address
 * @property {() => void} guide shows the way from a new plan to a published wheel
 */

export class Shelf {
  #host;
  #store;
  #id;
  #keeper;
  #file;
  /** What stands beside the plan on the bench, as it is kept. */
  #aside = '';
  #last = Promise.resolve();

  /** @param {Host} host */
  constructor(host) {
    this.#host = host;
  }

  /** Opens the store and shows what it holds. */
  async start() {
    this.#store = await openStore();
    const { kept, reason } = this.#store;
    this.#host.show({ store: { kept, reason } });
    // With a plan on the bench, nobody sees the list.
    this.#store.watch(null, () => this.#keeper ?? this.#list());
    await this.#list();
  }

  /** Does what a press asked for; what fails is shown. */
  async ask(what, detail = {}) {
    try {
      await this.#asks[what]?.(detail);
    } catch (error) {
      this.#fail(what, error);
    }
  }

  /** Plans are put on the bench one after the other. */
  #turn(work) {
    const turn = this.#last.then(work);
    this.#last = turn.catch(() => {});
    return turn;
  }

  #asks = {
    list: () => this.#turn(() => this.#leave()),
    open: ({ id }) => this.#turn(() => this.#open(id)),
    agreement: async ({ name }) => (await this.#begin(await this.#host.agreement(name))) && this.#host.guide(),
    blank: async ({ text }) => (await this.#begin(text)) && this.#host.guide(),
    text: ({ text }) => this.#begin(text),
    takeOver: ({ title, text }) => this.#takeOver(title, text),
    file: () => this.#fromFile(),
    saveFile: () => this.#toFile(),
    allowFile: () => this.#file?.allow(),
    rename: ({ id, title }) => this.#rename(id, title),
    copy: ({ id, title }) => this.#copy(id, title),
    remove: async ({ id }) => (await this.#store.remove(id), this.#list()),
    restore: async ({ id }) => (await this.#store.restore(id), this.#list()),
    forget: async ({ id }) => (await this.#store.forget(id), this.#list()),
    versions: () => this.#versions(),
    version: async ({ revision }) => {
      const { text } = await this.#store.revision(this.#id, revision);
      this.#host.show({ version: { revision, text } });
    },
    variants: ({ text }) => this.#variants(text),
    retry: () => this.#keeper?.retry(),
    persist: async () => this.#host.show({ persisted: (await this.#store.persist()) ?? null }),
    follow: () => this.#turn(() => this.#open(this.#id)),
    settle: (merged) => this.#settle(merged),
    settleFile: ({ title, text }) => this.#settleFile(title, text),
  };

  /** What stands on the bench has changed: kept at once. */
  changed({ title, text, note, milestone }) {
    if (!this.#keeper || this.#host.readOnly()) return;
    this.#keeper.put(title, text, note, milestone);
    this.#file?.put(text);
  }

  /** Nothing is kept of what comes after a crash. Gives whether something was on its way. */
  crashed() {
    this.#store?.crashed();
    this.#keeper?.crashed();
    this.#file?.crashed();
    return Boolean(this.#keeper?.state.unsaved);
  }

  async close() {
    await this.#keeper?.close();
    await this.#store?.close();
  }

  async #list() {
    try {
      const [plans, removed] = await Promise.all([this.#store.list(), this.#store.list({ removed: true })]);
      this.#host.show({ plans: plans.map(dated), removed: removed.map(dated) });
    } catch (error) {
      this.#fail('list', error);
    }
  }

  async #open(id) {
    const plan = await this.#store.load(id);
    const [link, aside] = await Promise.all([this.#store.link(id), this.#store.aside(id)]);
    await this.#put(plan, link, aside);
    if (plan.recovered) this.#host.show({ recovered: plan.recovered });
  }

  /** A plan that is kept from its first change on. */
  #begin(text, link) {
    return this.#turn(() => this.#put({ id: newId(), title: '', text, revision: 0 }, link));
  }

  async #put(plan, link, aside = '') {
    await this.#quit();
    if (!(await this.#host.open(plan.text))) return false;
    this.#id = plan.id;
    this.#aside = aside;
    if (aside) this.#host.show({ variants: aside });
    this.#host.show({ recovered: null, conflict: null, fault: null });
    this.#keeper = keep(this.#store, plan, { tell: (state) => this.#saving(state) });
    this.#file = new FileKeeper(link, {
      tell: (state) => this.#host.show({ file: plain(state) }),
      keepLink: (link) => this.#keepLink(link),
    });
    this.#host.show({ saving: plain(this.#keeper.state), file: plain(this.#file.state) });
    this.#host.placed(plan.revision > 0 ? plan.id : null);
    return true;
  }

  /** Variants are kept beside their plan, and with the first of them a plan that nobody has changed. */
  async #variants(text) {
    if (!this.#keeper || text === this.#aside) return;
    this.#aside = text;
    const now = this.#host.current();
    if (this.#keeper.state.revision === 0 && now) this.#keeper.put(now.title, now.text);
    await this.#store.setAside(this.#id, text);
  }

  /** A browser may not be able to keep what leads to a file: then the file is found anew each time. */
  async #keepLink(link) {
    await this.#store.setLink(this.#id, link).catch(() => {});
  }

  #saving(state) {
    this.#host.show({ saving: plain(state) });
    if (state.state !== 'saved') return;
    if (state.revision > 0) this.#host.placed(this.#id);
  }

  /** Lets the plan on the bench go, once it is saved. */
  async #quit() {
    const state = await this.#keeper?.done();
    if (state?.unsaved) throw new StoreFault('unsaved');
    await this.#file?.done();
    await this.#keeper?.close();
    [this.#keeper, this.#file, this.#id, this.#aside] = [undefined, undefined, undefined, ''];
  }

  async #leave() {
    await this.#quit();
    this.#host.list();
    this.#host.placed(null);
    await this.#list();
  }

  async #fromFile() {
    const file = await openFile();
    if (!file) return;
    await this.#begin(file.text, file.link);
    const now = this.#host.current();
    // Somebody's own plan: kept from the beginning. What a newer version has written is left alone.
    if (now && this.#keeper && !this.#host.readOnly()) this.changed({ ...now, note: file.name });
    if (file.link && this.#keeper) await this.#keepLink(file.link);
  }

  /** Goes on with a copy of what a newer version has written. */
  async #takeOver(title, text) {
    if (!(await this.#begin(this.#host.copied(text, title, mark())))) return;
    this.#host.takeOver();
    this.changed(this.#host.current());
  }

  async #toFile() {
    const now = this.#host.current();
    if (!now) return;
    const file = await saveFile(fileName(now.title, 'json'), now.text);
    if (!file) return;
    if (file.link) await this.#file?.follow(file.link);
    this.#host.show({ written: file.name });
  }

  async #rename(id, title) {
    const { text, revision } = await this.#store.load(id);
    await this.#store.save(id, title, this.#host.renamed(text, title), revision);
    await this.#list();
  }

  async #copy(id, title) {
    const { text } = await this.#store.load(id);
    await this.#store.create(title, this.#host.copied(text, title, mark()));
    await this.#list();
  }

  async #versions() {
    const versions = await this.#store.history(this.#id);
    this.#host.show({ versions: versions.map(dated) });
  }

  /** Goes on from what another page saved; a plan that was taken away comes back. */
  async #settle({ title, text, revision, note }) {
    const { removed } = this.#keeper.state.conflict ?? {};
    if (removed && revision > 0) await this.#store.restore(this.#id);
    this.#keeper.settle(title, text, revision, note);
  }

  /** What the file held becomes a version first: a side that was not chosen is not lost. */
  async #settleFile(title, text) {
    const { theirs } = this.#file?.state.conflict ?? {};
    if (theirs === undefined) return;
    await this.#keeper.done();
    this.#keeper.put(title, theirs, this.#file.state.name);
    await this.#keeper.done();
    this.#keeper.put(title, text);
    this.#file.settle(text);
  }

  #fail(what, error) {
    const { code, detail } = faultOf(error);
    this.#host.show({ fault: { what, code, detail } });
  }
}

/** What the clock said when it was saved, as a day and a time of the reader's own. */
function dated(plan) {
  const when = new Date(plan.saved);
  const two = (number) => String(number).padStart(2, '0');
  const day = `${when.getFullYear()}-${two(when.getMonth() + 1)}-${two(when.getDate())}`;
  return { ...plan, day, time: `${two(when.getHours())}:${two(when.getMinutes())}` };
}

/** A state without what only scripts can hold. */
function plain({ fault, conflict, ...state }) {
  const { link, ...told } = conflict ?? {};
  return { ...state, ...(fault && { fault: fault.code, detail: fault.detail }), ...(conflict && { conflict: told }) };
}

/** What a copy's own id ends with. */
const mark = () => newId().slice(-6);
