import { expect, test } from 'vitest';
import { sizeOf } from './size';

test.each([
  [100, 100, 4],
  [20, 100, 3],
  [6, 100, 2],
  [1, 100, 1],
  [0, 0, 1],
])('%i of %i is set in size %i', (count, most, size) => {
  expect(sizeOf(count, most)).toBe(size);
});
