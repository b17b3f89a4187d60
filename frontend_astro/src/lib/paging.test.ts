import { expect, test } from 'vitest';
import { idOf, moreHref } from './paging';

const page = new URL('http://localhost:8000/search?q=plum&cursor=old');

test('more keeps what was asked for and moves the cursor', () => {
  const next = 'http://api.internal/api/post?q=plum&limit=24&cursor=a%2Bb%3D';
  expect(moreHref(page, next)).toBe('/search?q=plum&cursor=a%2Bb%3D');
});

test('the last page leads nowhere', () => {
  expect(moreHref(page, null)).toBeNull();
});

test.each([
  ['12', 12],
  ['0', null],
  ['-1', null],
  ['1e3', null],
  ['99999999999999999999', null],
  [undefined, null],
])('the id in %j is %j', (segment, id) => {
  expect(idOf(segment)).toBe(id);
});
