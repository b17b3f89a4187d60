import type { Picture } from './types';

/** The picture a shared link shows; the still of an animation. */
export function shareImage(picture: Picture | undefined) {
  if (!picture) return undefined;
  const { width, height, alt } = picture;
  return { src: picture.poster ?? picture.src, width, height, alt };
}
