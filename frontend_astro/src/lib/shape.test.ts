import { expect, test } from 'vitest';
import { shapeOf } from './shape';

test.each([
  [600, 800, 'tall'],
  [800, 800, 'square'],
  [800, 600, 'wide'],
  [1600, 900, 'panorama'],
  [0, 0, 'tall'],
])('%i by %i is %s', (width, height, shape) => {
  expect(shapeOf({ width, height })).toBe(shape);
});
