// Makes elements out of what the wasm has written down. A picture has thousands of them, and one
// text for all is read many times as fast as a call for each attribute.
//
// Fields are parted by U+001F. One that starts with U+001E is the number of an element; after it
// comes the name of a new element in it (or nothing: what follows is about that element itself),
// and then pairs of a name and a value. A pair without a name is text, and a name that starts with
// `--` is a property of its style.

const SVG = 'http://www.w3.org/2000/svg';
const ABOUT = '\x1e';

/** Draws into an element, which is number 0, and gives all of them by number. */
export function draw(into, written) {
  // Outside the page nothing is looked at until all of it is there.
  const sheet = document.createDocumentFragment();
  const drawn = [into];
  const fields = written ? written.split('\x1f') : [];
  let element = into;
  for (let at = 0; at + 1 < fields.length; at += 2) {
    const [name, value] = [fields[at], fields[at + 1]];
    if (name[0] === ABOUT) {
      const parent = drawn[name.slice(1)];
      element = value ? made(parent, value) : parent;
      if (!value) continue;
      (parent === into ? sheet : parent).append(element);
      drawn.push(element);
    } else if (!name) element.append(value);
    else if (name.startsWith('--')) element.style.setProperty(name, value);
    else element.setAttribute(name, value);
  }
  into.append(sheet);
  return drawn;
}

function made(parent, name) {
  return document.createElementNS(name === 'svg' ? SVG : parent.namespaceURI, name);
}
