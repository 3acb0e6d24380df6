// Printing one part of a page and nothing of the page around it.

const printed = (sheet) => `@page { ${sheet} }
@media screen { planning-wheel-print { display: none; } }
@media print {
  html, body { all: initial !important; display: block !important; font: inherit; }
  body > * { display: none !important; }
  body > planning-wheel-print { display: block !important; color-scheme: light; }
}`;

/**
 * Prints a frame with its style sheets: a copy stands alone in the page while it is printed. No
 * frame and no window, which a policy or a blocker might forbid. `sheet` is the sheet of paper, as
 * `@page` has it.
 */
export async function print(frame, styles, sheet = 'margin: 12mm') {
  const copy = document.createElement('planning-wheel-print');
  copy.style.fontFamily = getComputedStyle(frame).fontFamily;
  const root = copy.attachShadow({ mode: 'open' });
  root.adoptedStyleSheets = styles;
  root.append(frame.cloneNode(true));
  const alone = new CSSStyleSheet();
  alone.replaceSync(printed(sheet));
  document.adoptedStyleSheets.push(alone);
  document.body.append(copy);
  addEventListener('afterprint', () => {
    copy.remove();
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((other) => other !== alone);
  }, { once: true });
  // A picture that has not come yet would leave a hole.
  await Promise.allSettled([...root.querySelectorAll('img')].map((image) => image.decode()));
  window.print();
}
