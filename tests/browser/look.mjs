// What can be seen, measured on the pixels: axe is blind to SVG, to opacity and to forced colours.
import { pixels } from './png.mjs';

/** How light a colour is, as WCAG reckons. */
function light([red, green, blue]) {
  const part = (value) => {
    const share = value / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * part(red) + 0.7152 * part(green) + 0.0722 * part(blue);
}

/** WCAG's contrast of two colours, from 1 to 21. */
export function contrast(one, other) {
  const [a, b] = [light(one), light(other)];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

const over = (ink, alpha, ground) => ground.map((value, place) => ink[place] * alpha + value * (1 - alpha));

/** The viewport as it is now. */
export const seen = async (page) => pixels(await page.screenshot({ animations: 'disabled' }));

/** The viewport with a rule over everything, also inside the wheels. */
async function seenWith(page, rule) {
  await page.evaluate((rule) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(rule);
    window.roots = [document, ...[...document.querySelectorAll('planning-wheel')].map((wheel) => wheel.shadowRoot)];
    for (const root of window.roots) root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
  }, rule);
  const picture = await seen(page);
  await page.evaluate(() => {
    for (const root of window.roots) root.adoptedStyleSheets = root.adoptedStyleSheets.slice(0, -1);
  });
  return picture;
}

/**
 * Every text that can be read on the page, with the least contrast of its colour to the ground
 * below it: [{ text, contrast, large }]. What is disabled need not be read, and
 * what is only for screen readers is not seen.
 */
export async function texts(page) {
  const [shown, bare] = [await seen(page), await seenWith(page, '* { color: transparent !important } svg text { fill: transparent !important }')];
  const found = await page.evaluate(whereTexts);
  const inside = ([x, y]) => x >= 0 && y >= 0 && x < shown.width && y < shown.height;
  const differs = ([x, y]) => String(shown.at(x, y)) !== String(bare.at(x, y));
  return found.flatMap(({ text, colour, alpha, large, boxes }) => {
    // Only where it is painted: elsewhere it is covered, scrolled away or cut off.
    const spots = boxes.flatMap((box) => grid(box)).filter((spot) => inside(spot) && differs(spot));
    if (spots.length === 0) return [];
    const least = Math.min(...spots.map(([x, y]) => bare.at(x, y)).map((ground) => contrast(over(colour, alpha, ground), ground)));
    return [{ text, large, contrast: Math.round(least * 100) / 100 }];
  });
}

/** Every whole pixel of a box. */
function grid({ left, top, right, bottom }) {
  const spots = [];
  for (let y = Math.ceil(top); y < bottom; y += 1) for (let x = Math.ceil(left); x < right; x += 1) spots.push([x, y]);
  return spots;
}

/** In the page: each text with its colour, its size, and where its letters stand. */
function whereTexts() {
  const pen = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });
  const read = (colour) => {
    pen.clearRect(0, 0, 1, 1);
    pen.fillStyle = colour;
    pen.fillRect(0, 0, 1, 1);
    const [red, green, blue, alpha] = pen.getImageData(0, 0, 1, 1).data;
    return { colour: [red, green, blue], alpha: alpha / 255 };
  };
  const above = (element) => element.parentElement ?? element.getRootNode().host;
  const found = [];
  const add = (element, text, boxes, scale, paint, alpha) => {
    const style = getComputedStyle(element);
    let apart = false;
    for (let part = element; part; part = above(part)) {
      alpha *= Number(getComputedStyle(part).opacity);
      apart ||= part.matches(':disabled, [aria-disabled=true]') || getComputedStyle(part).clipPath !== 'none';
    }
    if (apart || !element.checkVisibility({ visibilityProperty: true })) return;
    const size = parseFloat(style.fontSize) * scale;
    const large = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700);
    const ink = read(paint);
    found.push({ text: text.trim().slice(0, 60), colour: ink.colour, alpha: ink.alpha * alpha, large, boxes });
  };
  const inSvg = (element) => {
    const style = getComputedStyle(element);
    const place = element.getScreenCTM();
    const boxes = [];
    for (let letter = 0; letter < element.getNumberOfChars(); letter += 1) {
      const box = element.getExtentOfChar(letter);
      const { x, y } = new DOMPoint(box.x + box.width / 2, box.y + box.height / 2).matrixTransform(place);
      boxes.push({ left: x - 2, top: y - 2, right: x + 2, bottom: y + 2 });
    }
    add(element, element.textContent, boxes, Math.hypot(place.a, place.b), style.fill, Number(style.fillOpacity));
  };
  const walk = (root) => {
    for (const element of root.querySelectorAll('*')) {
      if (element.shadowRoot) walk(element.shadowRoot);
      if (element instanceof SVGElement) {
        if (element.matches('text')) inSvg(element);
        continue;
      }
      const own = [...element.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE && node.data.trim());
      for (const node of own) {
        const range = document.createRange();
        range.selectNodeContents(node);
        const boxes = [...range.getClientRects()].filter((box) => box.width > 2 && box.height > 2);
        add(element, node.data, boxes, 1, getComputedStyle(element).color, 1);
      }
    }
  };
  walk(document);
  return found;
}

/**
 * Everything inside the wheels that can be chosen, with the contrast of its clearest pixel to what
 * is there without it: [{ name, contrast }].
 */
export async function marks(page, selector = '.wheel [role=button]') {
  const [shown, bare] = [await seen(page), await seenWith(page, '.wheel [role=button] { visibility: hidden !important }')];
  const boxes = await page.evaluate((selector) => {
    const wheels = [...document.querySelectorAll('planning-wheel')];
    return wheels.flatMap((wheel) => [...wheel.shadowRoot.querySelectorAll(selector)]).map((mark) => {
      const { left, top, right, bottom } = mark.getBoundingClientRect();
      return { name: mark.getAttribute('aria-label'), left, top, right, bottom };
    });
  }, selector);
  return boxes.map((box) => ({ name: box.name, contrast: clearest(shown, bare, box) }));
}

/** The greatest contrast between two pictures inside a box. */
export function clearest(one, other, box = { left: 0, top: 0, right: one.width, bottom: one.height }) {
  let most = 1;
  for (const [x, y] of grid(box)) {
    if (x < 0 || y < 0 || x >= one.width || y >= one.height) continue;
    const [a, b] = [one.at(x, y), other.at(x, y)];
    if (a[0] !== b[0] || a[1] !== b[1] || a[2] !== b[2]) most = Math.max(most, contrast(a, b));
  }
  return Math.round(most * 100) / 100;
}

/** How many pixels of two pictures stand apart by a contrast. */
export function changed(one, other, least = 3) {
  let count = 0;
  for (let y = 0; y < one.height; y += 1) {
    for (let x = 0; x < one.width; x += 1) {
      const [a, b] = [one.at(x, y), other.at(x, y)];
      const same = a[0] === b[0] && a[1] === b[1] && a[2] === b[2];
      if (!same && contrast(a, b) >= least) count += 1;
    }
  }
  return count;
}
