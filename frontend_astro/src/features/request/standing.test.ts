import { expect, test } from 'vitest';
import { canWithdraw, readToken, standingOf } from './standing';

test('a held request reads the same as a new one', () => {
  expect(standingOf('held')).toBe(standingOf('new'));
});

test('what has been answered is not withdrawn any more', () => {
  expect(canWithdraw(standingOf('read'))).toBe(true);
  expect(canWithdraw(standingOf('accepted'))).toBe(false);
});

test.each([
  ['12~abc~XyZ_-9', 12],
  ['12', undefined],
  ['~abc', undefined],
  ['12~a/../b', undefined],
  [undefined, undefined],
])('the id in %j is %j', (token, id) => {
  expect(readToken(token)?.id).toBe(id);
});
