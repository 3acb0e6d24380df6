// A plan's records, read and thinned inside one transaction. A plan is its revisions: its head only
// says which is the newest.
import { isKept, isSealed, isSound, sealed } from './history.js';

/** @typedef {import('./history.js').Head} Head */

/** Where a plan stands; made anew from its revisions when that is damaged. @returns {Promise<Head|undefined>} */
export async function headOf(rooms, id) {
  const head = await rooms.get('plans', id);
  if (isSealed(id, head)) return head;
  const revisions = await rooms.revisions('revisions', id);
  if (revisions.length === 0) return undefined;
  const abouts = [];
  for (const revision of revisions) abouts.push(await rooms.get('revisions', [id, revision]));
  const newest = abouts.find((about) => typeof about?.title === 'string');
  const marks = abouts.filter((about) => about?.mark).map(({ revision }) => revision);
  const { title = '', saved = 0 } = newest ?? {};
  return sealed({ id, revision: revisions[0], title, saved, removed: false, marks, turn: 0 });
}

/** Every plan's head, also of those whose head is gone. */
export async function allHeads(rooms) {
  const ids = new Set([...(await rooms.keys('plans')), ...(await rooms.ids())]);
  const heads = [];
  for (const id of ids) {
    const head = await headOf(rooms, id);
    if (head) heads.push(head);
  }
  return heads;
}

/** The newest revision that is as it was written, and the numbers of those after it that are not. */
export async function newestSound(rooms, head) {
  const lost = [];
  const kept = await rooms.revisions('revisions', head.id);
  if (kept[0] !== head.revision) lost.push(head.revision);
  for (const revision of kept) {
    const about = await rooms.get('revisions', [head.id, revision]);
    const text = await rooms.get('texts', [head.id, revision]);
    if (isSound(head.id, revision, about, text)) return { about, text, lost };
    lost.push(revision);
  }
  return { lost };
}

/** One more than any plan's: saves are ordered by it, since clocks go backwards. */
export async function nextTurn(rooms) {
  const heads = await allHeads(rooms);
  return Math.max(0, ...heads.map(({ turn }) => turn)) + 1;
}

/** Takes out of a history what its rule no longer keeps. */
export async function thin(rooms, id, head, marks) {
  for (const revision of await rooms.revisions('revisions', id)) {
    if (isKept(revision, head) || marks.includes(revision)) continue;
    await rooms.delete('revisions', [id, revision]);
    await rooms.delete('texts', [id, revision]);
  }
}
