import { expect, it } from 'vitest';
import { loginPath, nextPath } from './next-path';

const origin = 'https://firsthand.test';

it.each([
  ['/post/new', '/post/new'],
  ['/account/requests?post=3#r9', '/account/requests?post=3#r9'],
  ['/admin/', '/admin/'],
])('follows %s', (next, path) => {
  expect(nextPath(`?next=${encodeURIComponent(next)}`, origin)).toBe(path);
});

it.each([
  '',
  'account',
  'https://evil.test/',
  '//evil.test/',
  '/\\evil.test',
  '\\\\evil.test',
  '/\t/evil.test',
  '/..//evil.test',
  'javascript:alert(1)',
  '/login?next=/login',
  '/signup/',
])('goes to the account instead of %j', (next) => {
  expect(nextPath(`?next=${encodeURIComponent(next)}`, origin)).toBe('/account');
});

it('leads back', () => {
  expect(loginPath('/post/3/edit?a=1')).toBe('/login?next=%2Fpost%2F3%2Fedit%3Fa%3D1');
});
