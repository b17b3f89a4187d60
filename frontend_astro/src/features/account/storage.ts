/** How much of one's room is used, in words and numbers. */

const MEGABYTE = 1024 * 1024;
/** From this share on the meter warns. */
export const NEARLY_FULL = 0.9;
/** With less room than this hardly a photo fits. */
const A_PHOTO = MEGABYTE;

/** Bytes in whole megabytes, with one decimal below ten. */
export function inMegabytes(bytes: number): string {
  const tenths = Math.round((bytes / MEGABYTE) * 10);
  return tenths < 100 ? String(tenths / 10) : (tenths / 10).toFixed(0);
}

export function isFull(used: number, limit: number): boolean {
  return limit - used < A_PHOTO;
}
