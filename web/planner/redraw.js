// Draws as draw.js does, and changes what is drawn already where it can. An edit moves a few marks
// of a picture that has thousands of elements: the others stay as they are.
import { draw } from './draw.js';

const ABOUT = '\x1e';
/** What each picture was made of. */
const pictures = new WeakMap();

/** The same as `draw`; a picture is cleared first where it has become another. */
export function redraw(into, written) {
  if (into.localName !== 'svg') return draw(into, written);
  const before = pictures.get(into);
  const fields = written.split('\x1f');
  if (before && before.drawn[1]?.parentNode === into && change(before, fields)) {
    before.fields = fields;
    return before.drawn;
  }
  into.replaceChildren();
  const drawn = draw(into, written);
  pictures.set(into, { fields, drawn });
  return drawn;
}

/** Changes what differs; false when the elements are others, or stand in another order. */
function change({ fields: before, drawn }, after) {
  if (before.length !== after.length) return false;
  for (let at = 0; at < after.length; at += 2) {
    if (before[at] !== after[at] || (after[at][0] === ABOUT && before[at + 1] !== after[at + 1])) return false;
  }
  let made = 0;
  let element = drawn[0];
  for (let at = 0; at + 1 < after.length; at += 2) {
    const [name, value] = [after[at], after[at + 1]];
    if (name[0] === ABOUT) element = value ? drawn[(made += 1)] : drawn[name.slice(1)];
    // What is lit has another class than it was drawn with.
    else if (name === 'class' ? element.getAttribute(name) !== value : before[at + 1] !== value) {
      if (!name && element.childNodes.length > 1) return false;
      set(element, name, value);
    }
  }
  return true;
}

function set(element, name, value) {
  if (!name) element.firstChild.nodeValue = value;
  else if (name.startsWith('--')) element.style.setProperty(name, value);
  else element.setAttribute(name, value);
}
