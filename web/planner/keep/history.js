// What a plan's history is made of. Nothing here knows where it is kept.

/** So many of the newest revisions are all kept. */
const NEAR = 32;

/**
 * Whether a revision is kept when `head` is the newest. Of the newest 32 all are, of those twice
 * as far away every other, and so on: 16 for each doubling. The first one always is. Revisions are
 * counted, so a clock that jumps takes nothing away.
 * @param {number} revision
 * @param {number} head
 */
export function isKept(revision, head) {
  const away = head - revision;
  if (away < NEAR || revision === 1) return true;
  const step = 2 ** Math.floor(Math.log2(away / (NEAR / 2)));
  return revision % step === 0;
}

/**
 * A checksum of texts, against damage and not against malice. Without `crypto.subtle`, which an
 * intranet's http:// page lacks and which a transaction could not wait for.
 * @param {...(string|number|boolean)} parts
 */
export function sum(...parts) {
  const text = JSON.stringify(parts);
  let [one, two] = [0xdeadbeef, 0x41c6ce57];
  for (let at = 0; at < text.length; at += 1) {
    const letter = text.charCodeAt(at);
    one = Math.imul(one ^ letter, 0x9e3779b1);
    two = Math.imul(two ^ letter, 0x5f356495);
  }
  one = Math.imul(one ^ (one >>> 16), 0x85ebca6b) ^ Math.imul(two ^ (two >>> 13), 0xc2b2ae35);
  two = Math.imul(two ^ (two >>> 16), 0x85ebca6b) ^ Math.imul(one ^ (one >>> 13), 0xc2b2ae35);
  return [two, one].map((half) => (half >>> 0).toString(16).padStart(8, '0')).join('');
}

/**
 * @typedef {object} Revision what is known of a revision beside its text
 * @property {string} id
 * @property {number} revision
 * @property {string} title
 * @property {number} saved what the clock said; nothing is ordered by it
 * @property {string} note what was done, in the words of whoever saved
 * @property {boolean} mark kept for ever
 * @property {number} length
 * @property {string} sum
 */

/** @returns {Revision} */
export function revisionOf(id, revision, title, text, { saved, note = '', mark = false }) {
  return { id, revision, title, saved, note, mark, length: text.length, sum: sum(id, revision, title, text) };
}

/** Whether a revision and its text are as they were written. */
export function isSound(id, revision, about, text) {
  return typeof text === 'string' && about?.sum === sum(id, revision, about?.title, text);
}

/**
 * @typedef {object} Head where a plan stands
 * @property {string} id
 * @property {number} revision the newest
 * @property {string} title
 * @property {number} saved
 * @property {boolean} removed
 * @property {number[]} marks revisions that are kept for ever
 * @property {number} turn counts saves of all plans: the last saved has the greatest
 */

/** A head with its own checksum. */
export function sealed({ id, revision, title, saved, removed, marks, turn }) {
  const head = { id, revision, title, saved, removed, marks, turn };
  return { ...head, sum: sum(JSON.stringify(head)) };
}

/** Whether a head is as it was written. */
export function isSealed(id, head) {
  return head?.id === id && Array.isArray(head.marks) && head.sum === sealed(head).sum;
}
