/** The few shapes pictures are framed in, so that a page of them has rhythm. */
export type Shape = 'tall' | 'square' | 'wide' | 'panorama';

/** The frame nearest to a picture's own proportions. */
export function shapeOf({ width, height }: { width: number; height: number }): Shape {
  const ratio = width / height;
  if (!(ratio > 0) || ratio < 0.9) return 'tall';
  if (ratio < 1.15) return 'square';
  return ratio < 1.7 ? 'wide' : 'panorama';
}
