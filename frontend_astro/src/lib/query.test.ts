import { expect, test } from 'vitest';
import { readQuery } from './query';

test.each([
  [null, ''],
  ['  plum jam ', 'plum jam'],
  ['a\u0000b\nc', 'a b c'],
  ['x'.repeat(300), 'x'.repeat(200)],
])('%j is searched for as %j', (given, q) => {
  expect(readQuery(given)).toBe(q);
});
