// Pictures as pixels: the PNG files that browsers make (eight bits, not interlaced) and no others.
import { inflateSync } from 'node:zlib';

const CHANNELS = { 2: 3, 6: 4 };

/** Reads a PNG. Returns { width, height, at }; `at(x, y)` is [red, green, blue]. */
export function pixels(png) {
  const parts = [];
  let header;
  for (let at = 8; at < png.length; ) {
    const length = png.readUInt32BE(at);
    const kind = png.toString('latin1', at + 4, at + 8);
    const data = png.subarray(at + 8, at + 8 + length);
    if (kind === 'IHDR') header = data;
    if (kind === 'IDAT') parts.push(data);
    at += length + 12;
  }
  const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)];
  const channels = CHANNELS[header[9]];
  if (header[8] !== 8 || !channels || header[12] !== 0) throw new Error('a PNG of another kind');
  const bytes = unfiltered(inflateSync(Buffer.concat(parts)), width * channels, height, channels);
  const at = (x, y) => {
    const start = (y * width + x) * channels;
    return [bytes[start], bytes[start + 1], bytes[start + 2]];
  };
  return { width, height, at };
}

/** Each line is written as its difference from what stands to the left and above. */
function unfiltered(bytes, line, height, channels) {
  const out = Buffer.alloc(line * height);
  for (let y = 0; y < height; y += 1) {
    const filter = bytes[y * (line + 1)];
    for (let x = 0; x < line; x += 1) {
      const here = y * line + x;
      const left = x < channels ? 0 : out[here - channels];
      const above = y === 0 ? 0 : out[here - line];
      const corner = x < channels || y === 0 ? 0 : out[here - line - channels];
      out[here] = bytes[y * (line + 1) + 1 + x] + guess(filter, left, above, corner);
    }
  }
  return out;
}

function guess(filter, left, above, corner) {
  switch (filter) {
    case 1:
      return left;
    case 2:
      return above;
    case 3:
      return (left + above) >> 1;
    case 4: {
      const [a, b, c] = [above - corner, left - corner, left + above - 2 * corner].map(Math.abs);
      if (a <= b && a <= c) return left;
      return b <= c ? above : corner;
    }
    default:
      return 0;
  }
}
