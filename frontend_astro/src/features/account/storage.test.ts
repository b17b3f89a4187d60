import { expect, test } from 'vitest';
import { inMegabytes, isFull } from './storage';

const MEGABYTE = 1024 * 1024;

test.each([
  [0, '0'],
  [MEGABYTE / 2, '0.5'],
  [9.94 * MEGABYTE, '9.9'],
  [9.96 * MEGABYTE, '10'],
  [12.4 * MEGABYTE, '12'],
  [250 * MEGABYTE, '250'],
])('%d bytes are said as %s MB', (bytes, said) => {
  expect(inMegabytes(bytes)).toBe(said);
});

test('it is full when hardly a photo fits', () => {
  expect(isFull(248 * MEGABYTE, 250 * MEGABYTE)).toBe(false);
  expect(isFull(249.5 * MEGABYTE, 250 * MEGABYTE)).toBe(true);
  expect(isFull(300 * MEGABYTE, 250 * MEGABYTE)).toBe(true);
});
