// For the page around the frames: gives each the height that its wheel asks for.
//
//   <iframe data-planning-wheel src="…/frame.html?src=plan.json" title="Årshjul" width="100%" height="900"></iframe>
//   <script src="…/frame-host.js" defer></script>
//
// Without this script the frame keeps the height of its attribute and scrolls.
(() => {
  const frames = [...document.querySelectorAll('iframe[data-planning-wheel]')];
  addEventListener('message', ({ data, source }) => {
    const height = data?.type === 'planning-wheel-height' ? Math.ceil(data.height) : 0;
    const frame = frames.find((frame) => frame.contentWindow === source);
    // Whatever a frame says, it is given a height and nothing else.
    if (frame && height > 0 && height <= 20000) frame.style.height = `${height}px`;
  });
  for (const frame of frames) frame.contentWindow.postMessage({ type: 'planning-wheel-ask' }, '*');
})();
