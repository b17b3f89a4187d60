import { expect, test } from 'vitest';
import { toProblem } from './problem';
import { unavailable } from './unavailable';

test.each([
  [400, '/404'],
  [401, '/404'],
  [404, '/404'],
  [410, '/410'],
  [429, '/503'],
  [500, '/503'],
  [503, '/503'],
])('an API answer of %i shows the page %s', (status, page) => {
  expect(unavailable(toProblem(null, status))).toBe(page);
});
