import { expect, test } from 'vitest';
import { tagHref, tagIn } from './links';

test('a tag comes back from its own address, whatever it is made of', () => {
  for (const tag of [
    'wood',
    'by post',
    'stoneware & co',
    'bike/trike',
    '100%',
    'c#',
    'äpfel',
    '?',
  ]) {
    expect(tagIn(tagHref(tag))).toBe(tag);
  }
});

test('a broken escape is read as it stands', () => {
  expect(tagIn('/tags/100%')).toBe('100%');
});
