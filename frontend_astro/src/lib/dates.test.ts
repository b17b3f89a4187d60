import { expect, test } from 'vitest';
import { sayDay } from './dates';

const now = new Date('2025-06-15T12:00:00Z');

test.each([
  ['2025-06-15T01:00:00Z', 'today'],
  ['2025-06-14T23:00:00Z', 'yesterday'],
  ['2025-06-11T12:00:00Z', '4 days ago'],
  ['2025-05-03T12:00:00Z', 'May 3'],
  ['2024-05-03T12:00:00Z', 'May 3, 2024'],
])('%s is %s', (iso, words) => {
  expect(sayDay(iso, now)).toBe(words);
});
