// What can go wrong when plans are kept, named so that a screen can put it into words.

/**
 * | code | means |
 * |---|---|
 * | `quota` | no room is left |
 * | `aborted` | the browser took the save back; nothing of it was written |
 * | `blocked` | another page of ours holds the database |
 * | `refused` | the browser keeps nothing for this page |
 * | `private` | … because the window is private |
 * | `corrupt` | what was kept cannot be read |
 * | `newer` | a newer version of this page made the database |
 * | `closed` | the database was closed under us |
 * | `crashed` | the program has crashed, and its state is not trusted |
 * | `missing` | there is no such plan, revision or file |
 * | `denied` | the person or the browser does not let us into the file |
 * | `busy` | something else is writing the file |
 * | `unsaved` | the plan on the bench is not saved yet, so that it stays |
 * @typedef {'quota'|'aborted'|'blocked'|'refused'|'private'|'corrupt'|'newer'|'closed'|'crashed'|'missing'|'denied'|'busy'|'unsaved'} FaultCode
 */

/** The browser's name of an error, and ours. */
const CODES = {
  QuotaExceededError: 'quota',
  AbortError: 'aborted',
  VersionError: 'newer',
  SecurityError: 'refused',
  InvalidStateError: 'closed',
  NotReadableError: 'corrupt',
  DataError: 'corrupt',
  NotFoundError: 'missing',
  NotAllowedError: 'denied',
  NoModificationAllowedError: 'busy',
};

/** A failure of keeping. */
export class StoreFault extends Error {
  name = 'StoreFault';

  /**
   * @param {FaultCode} code
   * @param {string} [detail] the browser's own words
   */
  constructor(code, detail = '') {
    super(detail ? `${code}: ${detail}` : code);
    /** @type {FaultCode} */
    this.code = code;
    this.detail = detail;
  }
}

/**
 * A fault out of whatever was thrown; `usual` is its code where the browser's name says nothing.
 * @param {unknown} error
 * @param {FaultCode} [usual]
 * @param {Partial<Record<string, FaultCode>>} [here] names that mean something else in this place
 */
export function faultOf(error, usual = 'aborted', here = {}) {
  if (error instanceof StoreFault) return error;
  const name = error?.name ?? '';
  return new StoreFault(here[name] ?? CODES[name] ?? usual, `${name} ${error?.message ?? ''}`.trim());
}
