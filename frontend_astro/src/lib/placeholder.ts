/** Turns an image's ThumbHash into a tiny picture to show until the real one arrives. */
import { rgbaToDataURL, thumbHashToRGBA } from 'thumbhash';

/** A ThumbHash holds at most 7 waves a side, so ten pixels lose nothing that blurring would not. */
const SIDE = 10;
const HAS_ALPHA = 0x80;

/**
 * A PNG data URL of about half a kilobyte for a base64 ThumbHash; null when there is none, when it cannot be read,
 * or when the image has transparency, which would let it show through.
 */
export function placeholderUrl(thumbHash: string): string | null {
  try {
    const hash = Uint8Array.from(atob(thumbHash), (letter) => letter.charCodeAt(0));
    if (hash.length < 5 || ((hash[2] ?? 0) & HAS_ALPHA) !== 0) return null;
    const { w, h, rgba } = thumbHashToRGBA(hash);
    const scale = SIDE / Math.max(w, h);
    const width = Math.max(1, Math.round(w * scale));
    const height = Math.max(1, Math.round(h * scale));
    return rgbaToDataURL(width, height, sample(rgba, w, h, width, height));
  } catch {
    return null;
  }
}

function sample(from: Uint8Array, w: number, h: number, width: number, height: number): Uint8Array {
  const to = new Uint8Array(width * height * 4);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const fromX = Math.floor(((x + 0.5) * w) / width);
      const fromY = Math.floor(((y + 0.5) * h) / height);
      const start = (fromY * w + fromX) * 4;
      to.set(from.subarray(start, start + 4), (y * width + x) * 4);
    }
  }
  return to;
}
